using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Silo.Keys;
using PetitionMesh.Tests;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>The real gateway on real Kestrel at a free loopback port, with a data directory of its own.</summary>
public sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsDirectory;
    private readonly RepeatedChanges _changes = new();
    private readonly HeldAgainstDocument _held = new();

    private RunningGateway(WebApplication app, string directory, bool ownsDirectory) =>
        (_app, Directory, _ownsDirectory) = (app, directory, ownsDirectory);

    public string Directory { get; }

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningGateway> StartAsync(
        string environment = "Development",
        string? directory = null,
        Action<WebApplicationBuilder>? customise = null,
        params string[] settings)
    {
        var ownsDirectory = directory is null;
        directory ??= System.IO.Directory.CreateTempSubdirectory("petition-mesh-test-").FullName;
        string[] args =
        [
            $"--environment={environment}", "--urls=http://127.0.0.1:0", $"--Data:Directory={directory}", "--Journal:Provider=Memory",
            // Only a build for Microsoft Orleans listens there; the gateways of two classes would meet.
            $"--Cluster:SiloPort={FreePort.Take()}", $"--Cluster:GatewayPort={FreePort.Take()}", .. settings,
        ];
        if (environment != "Development" && !File.Exists(Path.Combine(directory, "keys.json")))
            KeyOpening.Write(Path.Combine(directory, "keys.json"), KeyFile.Create(development: false));
        var running = new RunningGateway(GatewayHost.Build(args, builder => Prepare(builder, customise)), directory, ownsDirectory);
        try
        {
            await running._app.StartAsync();
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
        var address = running._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        running.Http = new HttpClient(running.Watched(token: null)) { BaseAddress = new Uri(address) };
        return running;
    }

    /// <summary>A client that carries a token of the development issuer.</summary>
    public async Task<HttpClient> AsAsync(string role, string court = "dg", string? subject = null)
    {
        var token = await TokenAsync(role, court, subject);
        var client = new HttpClient(Watched(() => TokenAsync(role, court, subject))) { BaseAddress = Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task<string> TokenAsync(string role, string court = "dg", string? subject = null)
    {
        using var answer = await Http.PostAsJsonAsync("/dev/token", new { sub = subject ?? $"{role}-of-{court}", name = "测试员", court, role });
        answer.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return json.RootElement.GetProperty("token").GetString()!;
    }

    /// <summary>The city's clock; a test may give one of its own. It moves what courts are told; silos of Orleans keep to the machine's, in areas it names.</summary>
    private static void Prepare(WebApplicationBuilder builder, Action<WebApplicationBuilder>? customise)
    {
        builder.Services.AddSingleton<TimeProvider>(CityTime.Running);
        foreach (var area in new[] { "Orleans.ActivationManagement", "Orleans.Membership", "Orleans.Messaging", "Orleans.SystemTimers", "Orleans.GrainDirectory" })
            builder.Services.AddKeyedSingleton(area, TimeProvider.System);
        customise?.Invoke(builder);
    }

    public async ValueTask DisposeAsync()
    {
        var otherwise = Http is null ? [] : await _changes.RepeatAsync(Http.BaseAddress!);
        var unknown = Http is null ? [] : await _held.CheckAsync(Http.BaseAddress!, _app.Environment.EnvironmentName);
        await StopAsync();
        Assert.True(otherwise.Count == 0, $"Repeated and answered otherwise:\n{string.Join('\n', otherwise)}");
        Assert.True(unknown.Count == 0, $"Not in the served document:\n{string.Join('\n', unknown)}");
    }

    private HttpMessageHandler Watched(Func<Task<string>>? token) => _held.Watch(_changes.Watch(token));

    private async Task StopAsync()
    {
        Http?.Dispose();
        if (_app.Lifetime.ApplicationStarted.IsCancellationRequested)
            await _app.StopAsync(); // What still writes into the directory ends before it is deleted.
        await _app.DisposeAsync();
        if (_ownsDirectory)
            System.IO.Directory.Delete(Directory, recursive: true);
    }
}
