using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using PetitionMesh.Bench.City;
using PetitionMesh.Bench.Load;
using PetitionMesh.Bench.Postgres;

namespace PetitionMesh.Bench.Servers;

/// <summary>One system as a process of its own on a loopback port, with what the comparison must remember about it.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly string _log;

    private ServerUnderTest(SystemKind kind, Process process, int port, string log)
    {
        Kind = kind;
        _process = process;
        Port = port;
        _log = log;
    }

    public SystemKind Kind { get; }

    public int Port { get; }

    /// <summary>Receptions it has acknowledged since it began, for the count at the end.</summary>
    public long Acknowledged { get; set; }

    /// <summary>First receptions among them, as it said itself.</summary>
    public long Firsts { get; set; }

    /// <summary>The next person it has never seen.</summary>
    public int NextNew { get; set; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ServerUnderTest> StartAsync(SystemKind kind, PrivatePostgres postgres, string directory)
    {
        if (!File.Exists(kind.Assembly))
            throw new InvalidOperationException($"{kind.Assembly} is not built.");
        if (kind.Database is { } database)
            await postgres.CreateDatabaseAsync(database).ConfigureAwait(false);
        var port = FreePort.Next();
        var log = Path.Combine(directory, (kind.Database ?? kind.Name) + ".log");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec dotnet \"$0\" \"$@\" >\"$BENCH_LOG\" 2>&1", kind.Assembly, .. kind.Variant.Where(v => !IsOfRuntime(v)).Select(v => "--" + v)])
        {
            WorkingDirectory = directory,
            Environment =
            {
                ["BENCH_LOG"] = log,
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning",
            },
        };
        foreach (var (name, value) in kind.Settings(postgres, directory))
            start.Environment[name] = value;
        foreach (var setting in kind.Variant.Where(IsOfRuntime))
            start.Environment[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var server = new ServerUnderTest(kind, Process.Start(start)!, port, log);
        await server.AwaitReadyAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>A clerk per connection, in turn from each court, with a token the server itself has issued.</summary>
    public async Task<IReadOnlyList<Caller>> CallersAsync(int connections, Courts courts)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        var callers = new List<Caller>(connections);
        for (var i = 0; i < connections; i++)
        {
            var court = courts.All[i % courts.All.Count];
            var response = await http.PostAsJsonAsync("/dev/token",
                new { sub = $"C{i:000}", name = "书记员", court = court.Id, role = "clerk" }).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false);
            callers.Add(new Caller(answer.GetProperty("token").GetString()!, court.Id, court.Leaders));
        }

        return callers;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    /// <summary>DOTNET_GCgen0size=4000000 is for the runtime, Pool=16 for the program.</summary>
    private static bool IsOfRuntime(string setting) => setting.StartsWith("DOTNET_", StringComparison.Ordinal) && setting.Contains('=', StringComparison.Ordinal);

    private async Task AwaitReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}"), Timeout = TimeSpan.FromSeconds(2) };
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < StartLimit && !_process.HasExited)
        {
            try
            {
                if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative)).ConfigureAwait(false)).IsSuccessStatusCode)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(100).ConfigureAwait(false);
        }

        var said = File.Exists(_log) ? string.Join('\n', File.ReadLines(_log).TakeLast(30)) : "";
        await DisposeAsync().ConfigureAwait(false);
        throw new InvalidOperationException($"{Kind.Label} is not ready after {StartLimit.TotalSeconds:0} s. Its log ends:\n{said}");
    }
}
