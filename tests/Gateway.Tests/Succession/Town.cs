using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Gateway.Tests.Succession;

/// <summary>A gateway on Monday, 7 September 2026, and what offices do in it.</summary>
public sealed class Town : IAsyncLifetime
{
    private readonly SettableTime _time = new();

    public RunningGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _time.Advance(new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.FromHours(8)) - _time.GetUtcNow());
        Gateway = await RunningGateway.StartAsync(customise: b => b.Services.AddSingleton<TimeProvider>(_time));
    }

    public Task DisposeAsync() => Gateway.DisposeAsync().AsTask();

    public void Advance(TimeSpan by) => _time.Advance(by);

    /// <returns>The case.</returns>
    public async Task<string> ReceiveAsync(string by = "L012", string court = "dg", string? number = null, string? lawsuit = null, string channel = "visit")
    {
        var body = Some.Reception(number, court, channel, receivedBy: by.Length == 0 ? null : by, caseNumber: lawsuit);
        return (await (await (await Gateway.AsAsync("clerk", court)).SendAsync("/api/receptions", body)).JsonAsync(201)).GetProperty("caseId").GetString()!;
    }

    public static JsonObject Succession(string to = "L013", string approvedBy = "L011") => new()
    {
        ["to"] = to,
        ["ground"] = "postLeft",
        ["reason"] = "调任其他法院",
        ["approvedBy"] = approvedBy,
    };

    public static JsonObject Recusal(string approvedBy = "L011") => new() { ["ground"] = "decided", ["reason"] = "系原审审判长", ["approvedBy"] = approvedBy };

    /// <summary>Loads the city anew with these leaders gone.</summary>
    public Task LoadAsync(Func<string, bool> active) => LoadAsync(leader => leader["active"] = active(leader["id"]!.GetValue<string>()));

    /// <summary>Loads the city anew with something changed of its leaders.</summary>
    public async Task LoadAsync(Action<JsonNode> change)
    {
        using var supervisor = await Gateway.AsAsync("supervisor", "zy");
        var city = JsonNode.Parse(await supervisor.GetStringAsync("/api/city"))!.AsObject();
        foreach (var leader in city["leaders"]!.AsArray())
            change(leader!);
        await (await supervisor.SendAsync("/api/city", city, method: HttpMethod.Put)).JsonAsync(200);
    }

    public async Task<JsonElement[]> WithoutOwnerAsync(string court = "dg")
    {
        using var office = await Gateway.AsAsync("office", court);
        return [.. (await (await office.GetAsync("/api/cases/without-owner?limit=200")).JsonAsync(200)).GetProperty("items").EnumerateArray()];
    }

    public async Task<string?> OwnerOfAsync(string caseId)
    {
        using var clerk = await Gateway.AsAsync("clerk");
        var found = await (await clerk.SendAsync("/api/ownership/lookup", new JsonObject { ["caseId"] = caseId })).JsonAsync(200);
        return found.GetProperty("cases")[0].GetProperty("owner") is { ValueKind: JsonValueKind.Object } owner ? owner.GetProperty("leaderId").GetString() : null;
    }

    public Task<int> SweepAsync(string court = "dg") =>
        Gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<ICourtSweepGrain>(court).SweepAsync(_time.GetUtcNow(), TimeSpan.FromSeconds(15));
}
