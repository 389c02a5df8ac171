using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Feed;
using Xunit.Abstractions;

namespace PetitionMesh.Gateway.Tests.Desks;

/// <summary>Six courts registering at once for a simulated day: every repeat reaches its owner's desk, and desks equal a recount from the journal.</summary>
public sealed class CityDayTests(ITestOutputHelper output)
{
    private const int People = 1_000;
    private const int Receptions = 2_000;
    private const int OfOneLeader = 500;

    /// <summary>How often the large desk is asked for the printed figures; PETITIONMESH_DESK_ASKED asks for more.</summary>
    private static readonly int s_asked = int.TryParse(Environment.GetEnvironmentVariable("PETITIONMESH_DESK_ASKED"), out var asked) ? asked : 40;

    /// <summary>The desk lists at most so many summonses and notices, the newest first.</summary>
    private const int MostSummonses = 200;
    private const int MostNotices = 50;

    private static readonly Dictionary<string, string[]> LeadersOf = new()
    {
        ["zy"] = ["L002", "L003", "L006"],
        ["dg"] = ["L012", "L013", "L016"],
        ["xs"] = ["L020", "L021", "L024"],
        ["nw"] = ["L028", "L029", "L032"],
        ["by"] = ["L036", "L037", "L040"],
        ["kf"] = ["L044", "L045", "L048"],
    };

    private sealed record Person(string Number, string Lawsuit);

    /// <summary>What the journal's events say should lie on a desk.</summary>
    private sealed class Recount
    {
        public HashSet<string> Cases { get; } = [];
        public List<string> Summonses { get; } = [];
        public List<string> Notices { get; } = [];
        public int Receptions { get; set; }
    }

    [Fact]
    public async Task Two_thousand_receptions_of_six_courts_in_a_day_lie_on_the_desks_as_a_recount_from_the_journal_says()
    {
        var time = new SettableTime();
        time.Advance(new DateTimeOffset(2026, 9, 7, 8, 30, 0, TimeSpan.FromHours(8)) - time.GetUtcNow());
        var directory = Directory.CreateTempSubdirectory("petition-mesh-day-").FullName;
        try
        {
            await using var gateway = await RunningGateway.StartAsync(
                directory: directory, customise: b => b.Services.AddSingleton<TimeProvider>(time), settings: "--Journal:Provider=Sqlite");
            var repeats = await WorkAsync(gateway, time);
            var desks = await RecountAsync(gateway);
            await CompareAsync(gateway, desks);
            Assert.Equal(repeats, desks.Values.Sum(d => d.Summonses.Count + d.Notices.Count));
            Assert.True(desks["L012"].Cases.Count >= OfOneLeader);
            await MeasureAsync(gateway);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <returns>Repeats that somebody else than the owner received.</returns>
    private async Task<int> WorkAsync(RunningGateway gateway, SettableTime time)
    {
        var random = new Random(20260907);
        var people = Enumerable.Range(0, People).Select(_ => new Person(Some.ResidentNumber(), Some.CaseNumber())).ToArray();
        var owners = people.Select((_, i) => i < OfOneLeader ? ("dg", "L012") : SomeLeader(random)).ToArray();
        var repeats = Enumerable.Range(0, Receptions - People).Select(_ => (Person: random.Next(People), By: SomeLeader(random), Visit: random.Next(10) < 7)).ToArray();
        var clerks = new Dictionary<string, HttpClient>();
        foreach (var court in LeadersOf.Keys)
            clerks[court] = await gateway.AsAsync("clerk", court);

        var clock = Stopwatch.StartNew();
        await AtOnceAsync(people.Select((p, i) => (p, owners[i], Visit: true)), clerks, time);
        await AtOnceAsync(repeats.Select(r => (people[r.Person], r.By, r.Visit)), clerks, time);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Receptions} receptions of six courts: {clock.Elapsed.TotalSeconds:F1} s"));
        return repeats.Count(r => r.By.Leader != owners[r.Person].Item2);
    }

    private static (string Court, string Leader) SomeLeader(Random random)
    {
        var court = LeadersOf.Keys.ElementAt(random.Next(LeadersOf.Count));
        return (court, LeadersOf[court][random.Next(LeadersOf[court].Length)]);
    }

    /// <summary>
    /// Six courts side by side, each in the order of its own queue. The day goes on only when all have been answered: time limits
    /// are counted on the same clock, and would run out for whoever is answered while the others' day goes on.
    /// </summary>
    private static async Task AtOnceAsync(
        IEnumerable<(Person Person, (string Court, string Leader) By, bool Visit)> work, Dictionary<string, HttpClient> clerks, SettableTime time)
    {
        var queues = work.GroupBy(w => w.By.Court).Select(court => new Queue<(Person, (string, string), bool)>(court)).ToList();
        while (queues.Count > 0)
        {
            time.Advance(TimeSpan.FromSeconds(4 * queues.Count));
            await Task.WhenAll(queues.Select(async queue =>
            {
                var (person, (court, leader), visit) = queue.Dequeue();
                var body = Some.Reception(person.Number, court, visit ? "visit" : "letter", leader, person.Lawsuit);
                await (await clerks[court].SendAsync("/api/receptions", body)).JsonAsync(201);
            }));
            queues.RemoveAll(queue => queue.Count == 0);
        }
    }

    /// <summary>Reads the whole journal and counts by itself, with nothing of the ledger.</summary>
    private static async Task<Dictionary<string, Recount>> RecountAsync(RunningGateway gateway)
    {
        var feed = gateway.Services.GetRequiredService<IJournalFeed>();
        var end = await feed.FindEndAsync(default);
        var desks = LeadersOf.Values.SelectMany(l => l).ToDictionary(l => l, _ => new Recount());
        await foreach (var page in feed.FollowAsync(0, default))
        {
            foreach (var recorded in page.Where(e => e.Stream.Value.StartsWith("case/", StringComparison.Ordinal)))
            {
                switch (Codecs.Case.Decode(recorded.Kind, recorded.Payload.AsSpan()))
                {
                    case CaseEvent.OwnerFixed e:
                        desks[e.Owner.Value].Cases.Add(e.Case.Value);
                        break;
                    case CaseEvent.Summoned e:
                        desks[e.Leader.Value].Summonses.Insert(0, e.Summons.Value);
                        break;
                    case CaseEvent.OwnerNotified e:
                        desks[e.Leader.Value].Notices.Insert(0, e.Reception.Value);
                        break;
                    case CaseEvent.Received { Receiver: { } receiver }:
                        desks[receiver.Value].Receptions++;
                        break;
                }
            }
            if (page[^1].Position >= end)
                break;
        }
        return desks;
    }

    private static async Task CompareAsync(RunningGateway gateway, Dictionary<string, Recount> desks)
    {
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        foreach (var (leader, recount) in desks)
        {
            var desk = await (await supervisor.GetAsync($"/api/leaders/{leader}/desk")).JsonAsync(200);
            Assert.Equal(recount.Cases.Count, desk.GetProperty("openCases").GetInt32());
            Assert.True(recount.Cases.SetEquals(Texts(desk, "cases", "caseId")));
            Assert.Equal(recount.Summonses.Take(MostSummonses), Texts(desk, "summonses", "summonsId"));
            Assert.Equal(recount.Notices.Take(MostNotices), Texts(desk, "notices", "receptionId"));
            Assert.Equal(recount.Receptions, desk.GetProperty("year").GetProperty("receptions").GetInt32());
        }
    }

    private static IEnumerable<string> Texts(JsonElement desk, string list, string field) =>
        desk.GetProperty(list).EnumerateArray().Select(e => e.GetProperty(field).GetString()!);

    private async Task MeasureAsync(RunningGateway gateway)
    {
        var leader = await gateway.AsAsync("leader", subject: "L012");
        var took = new List<TimeSpan>();
        for (var i = 0; i < s_asked; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await leader.GetAsync("/api/leaders/L012/desk");
            await answer.Content.ReadAsByteArrayAsync();
            if (i >= s_asked / 10)
                took.Add(clock.Elapsed);
        }
        took.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"desk of {OfOneLeader}+ open cases: median {took[took.Count / 2].TotalMilliseconds:F1} ms, p99 {took[took.Count * 99 / 100].TotalMilliseconds:F1} ms"));
    }
}
