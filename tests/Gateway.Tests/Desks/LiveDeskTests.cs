using System.Diagnostics;
using System.Net;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Tests;

namespace PetitionMesh.Gateway.Tests.Desks;

/// <summary>W8: a return visit at another court reaches the owner's open page at once, and none is missed over a restart.</summary>
public sealed class LiveDeskTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_return_visit_at_another_court_reaches_the_owners_open_page_within_a_second()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var number = Some.ResidentNumber();
        await ReceiveAsync(gateway, number, "dg", "L012");
        using var desk = await LiveDesk.OpenAsync(await gateway.AsAsync("leader", subject: "L012"), "L012");
        Assert.Equal(500, desk.Retry);

        var waiting = desk.NextAsync();
        var summons = await ReceiveAsync(gateway, number, "xs", "L020");
        // From the acknowledgement on: how long a first registration takes to be compiled on a busy machine is not asked here.
        var clock = Stopwatch.StartNew();
        var (name, data) = await waiting;
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, AtOnce);
        Assert.Equal(("summoned", summons, "xs"), (name, data.GetProperty("summonsId").GetString(), data.GetProperty("court").GetString()));
    }

    [Fact]
    public async Task After_a_restart_a_page_that_reconnects_has_missed_nothing_and_gets_nothing_twice()
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-live-").FullName;
        try
        {
            var numbers = Enumerable.Range(0, 3).Select(_ => Some.ResidentNumber()).ToArray();
            var sent = new List<string?>();
            var got = new List<string?>();
            long last;
            await using (var first = await RunningGateway.StartAsync(directory: directory, settings: "--Journal:Provider=Sqlite"))
            {
                foreach (var number in numbers)
                    await ReceiveAsync(first, number, "dg", "L012");
                using var desk = await LiveDesk.OpenAsync(await first.AsAsync("leader", subject: "L012"), "L012");
                sent.Add(await ReceiveAsync(first, numbers[0], "xs", "L020"));
                got.Add((await desk.NextAsync()).Data.GetProperty("summonsId").GetString());
                last = desk.LastId;
            }
            await using var second = await RunningGateway.StartAsync(directory: directory, settings: "--Journal:Provider=Sqlite");
            sent.Add(await ReceiveAsync(second, numbers[1], "kf", "L044"));
            var leader = await second.AsAsync("leader", subject: "L012");
            var clock = Stopwatch.StartNew();
            using var again = await LiveDesk.OpenAsync(leader, "L012", last);
            got.Add((await again.NextAsync()).Data.GetProperty("summonsId").GetString());
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, AtOnce);
            sent.Add(await ReceiveAsync(second, numbers[2], "nw", "L028"));
            got.Add((await again.NextAsync()).Data.GetProperty("summonsId").GetString());
            Assert.Equal(sent, got);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    [Theory]
    [InlineData(long.MaxValue - 1)]
    [InlineData(1_000_000)]
    public async Task A_page_of_another_journal_is_told_to_load_itself_anew(long lastId)
    {
        await using var gateway = await RunningGateway.StartAsync();
        var client = await gateway.AsAsync("leader", subject: "L012");
        client.DefaultRequestHeaders.Add("Last-Event-ID", lastId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await client.GetAsync("/api/leaders/L012/events", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("retry: 500", await reader.ReadLineAsync());
        Assert.StartsWith("id: ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal("event: reset", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_silent_stream_beats_and_moves_the_last_id_along()
    {
        await using var gateway = await RunningGateway.StartAsync(settings: "--Streams:HeartbeatSeconds=0.1");
        using var desk = await LiveDesk.OpenAsync(await gateway.AsAsync("leader", subject: "L012"), "L012");
        var before = desk.LastId;
        await ReceiveAsync(gateway, Some.ResidentNumber(), "xs", "L020");
        var waiting = desk.NextAsync();
        var giveUp = Stopwatch.StartNew();
        while (desk.LastId == before && giveUp.Elapsed < TimeSpan.FromSeconds(10))
            await Task.Yield();
        Assert.True(desk.LastId > before);
        desk.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
    }

    [Fact]
    public async Task A_stream_ends_when_the_process_stops_and_one_too_many_is_told_to_come_back()
    {
        var gateway = await RunningGateway.StartAsync(settings: "--Streams:MostOpen=1");
        using var desk = await LiveDesk.OpenAsync(await gateway.AsAsync("leader", subject: "L012"), "L012");
        await (await (await gateway.AsAsync("leader", subject: "L012")).GetAsync("/api/leaders/L012/events")).IsProblemAsync(HttpStatusCode.ServiceUnavailable, "busy");
        var clock = Stopwatch.StartNew();
        await gateway.DisposeAsync();
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    /// <returns>The summons, or null.</returns>
    private static async Task<string?> ReceiveAsync(RunningGateway gateway, string number, string court, string by)
    {
        using var clerk = await gateway.AsAsync("clerk", court);
        var body = Some.Reception(number, court, receivedBy: by);
        var answer = await (await clerk.SendAsync("/api/receptions", await NamedAsync(clerk, number, body))).JsonAsync(201);
        return answer.GetProperty("summons") is { ValueKind: System.Text.Json.JsonValueKind.Object } summons ? summons.GetProperty("summonsId").GetString() : null;
    }

    /// <summary>Names the person's case where there is one: a repeat must say which is meant.</summary>
    private static async Task<System.Text.Json.Nodes.JsonObject> NamedAsync(HttpClient clerk, string number, System.Text.Json.Nodes.JsonObject body)
    {
        var found = await (await clerk.SendAsync("/api/ownership/lookup", new System.Text.Json.Nodes.JsonObject { ["idType"] = "residentId", ["idNumber"] = number })).JsonAsync(200);
        foreach (var known in found.GetProperty("cases").EnumerateArray())
            body["case"] = new System.Text.Json.Nodes.JsonObject { ["caseId"] = known.GetProperty("caseId").GetString() };
        return body;
    }
}
