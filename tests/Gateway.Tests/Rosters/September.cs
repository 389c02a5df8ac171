using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Rosters;

/// <summary>A gateway on 7 September 2026, a Monday, at 9:00; the month of all six courts is drafted and published in one call.</summary>
public sealed class September : IAsyncLifetime
{
    public static readonly DateTimeOffset Monday = new(2026, 9, 7, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly SettableTime _time = new();

    public RunningGateway Gateway { get; private set; } = null!;

    /// <summary>The answer to the one call.</summary>
    public JsonElement Drafted { get; private set; }

    public async Task InitializeAsync()
    {
        Set(Monday);
        Gateway = await RunningGateway.StartAsync(customise: b => b.Services.AddSingleton<TimeProvider>(_time));
        var supervisor = await Gateway.AsAsync("supervisor", "zy");
        Drafted = await (await supervisor.SendAsync("/api/rosters/drafts", Month("2026-09", publish: true), "september")).JsonAsync(200);
    }

    public Task DisposeAsync() => Gateway.DisposeAsync().AsTask();

    public DateTimeOffset Now => _time.GetUtcNow();

    public void Set(DateTimeOffset now) => _time.Advance(now - _time.GetUtcNow());

    public static JsonObject Month(string month, bool publish = false) => new() { ["month"] = month, ["publish"] = publish };

    public async Task<JsonElement> RosterAsync(string court, string from, string to, string role = "clerk")
    {
        var client = await Gateway.AsAsync(role, court);
        return await (await client.GetAsync($"/api/rosters/{court}?from={from}&to={to}")).JsonAsync(200);
    }

    /// <summary>Leader of a shift, or null.</summary>
    public async Task<string?> LeaderAsync(string court, string date, string shift)
    {
        var roster = await RosterAsync(court, date, date);
        return roster.GetProperty("days")[0].GetProperty("shifts").EnumerateArray()
            .Where(s => s.GetProperty("shift").GetString() == shift)
            .Select(s => s.GetProperty("leader").GetProperty("leaderId").GetString())
            .SingleOrDefault();
    }

    public static JsonObject Day(string morning, string afternoon) => new()
    {
        ["shifts"] = new JsonArray(Shift("morning", morning), Shift("afternoon", afternoon)),
    };

    public static JsonObject Shift(string shift, string leader) => new() { ["shift"] = shift, ["leader"] = leader };

    public static string Address(string court, int day) => string.Create(CultureInfo.InvariantCulture, $"/api/rosters/{court}/2026-09-{day:D2}");
}
