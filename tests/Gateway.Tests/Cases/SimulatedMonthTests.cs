using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Sweeping;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>The imported ledger of 427 rows, assigned in one act to its units and worked through a month of virtual time by a scripted city.</summary>
public sealed class SimulatedMonthTests
{
    private static readonly DateTimeOffset Received = new(2026, 9, 21, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly SettableTime _time = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private sealed record Story(CaseState State, ImmutableArray<CaseEvent> Events);

    [Fact]
    public async Task Overdue_lists_desks_and_counts_equal_a_recount_on_every_day_of_a_month()
    {
        _time.Advance(Received - _time.GetUtcNow());
        await using var gateway = await RunningGateway.StartAsync(customise: b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));
        var import = await ImportAsync(gateway);
        var assigned = await (await (await gateway.AsAsync("supervisor", "zy")).SendAsync("/api/assignments", new JsonObject
        {
            ["source"] = "petitionBureau",
            ["documentNumber"] = "望信督〔2026〕1号",
            ["receivedAt"] = _time.GetUtcNow().ToString("O"),
            ["import"] = import,
        })).JsonAsync(200);
        Assert.Equal((400, 6), (assigned.GetProperty("assigned").GetInt32(), assigned.GetProperty("units").GetArrayLength()));
        Assert.Equal(0, assigned.GetProperty("refused").GetArrayLength());

        var ledger = gateway.Services.GetRequiredService<ILedger>();
        var cases = (await ledger.ListImportCasesAsync(import, default)).Select(c => c.Case).ToArray();
        var overdueSeen = 0;
        for (var day = 1; day <= 31; day++)
        {
            // Midnight has just passed: the sweepers go first, then the people work, then everything is counted again.
            _time.Advance(new DateTimeOffset(2026, 9, 21, 0, 0, 30, TimeSpan.FromHours(8)).AddDays(day) - _time.GetUtcNow());
            await SweepAsync(gateway);
            _time.Advance(TimeSpan.FromHours(9));
            await Task.WhenAll(cases.Select((c, i) => WorkAsync(gateway, c, i, day)));
            overdueSeen += await CompareAsync(gateway, ledger, cases);
        }
        Assert.True(overdueSeen > 500, $"A month in which {overdueSeen} were overdue shows nothing.");
        Assert.True(_watch.Elapsed < TimeSpan.FromMinutes(1), $"The month took {_watch.Elapsed}.");
    }

    private static async Task<string> ImportAsync(RunningGateway gateway)
    {
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var sheet = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Imports", "Sheets", "Data", "unresolved-427.csv"));
        var location = (await supervisor.PostAsync("/api/imports/unresolved-cases", new ByteArrayContent(sheet) { Headers = { ContentType = new("text/csv") } })).Headers.Location!;
        while ((await (await supervisor.GetAsync(location)).JsonAsync(200)).GetProperty("state").GetString() != "done")
        {
        }
        return location.OriginalString.Split('/')[^1];
    }

    private async Task SweepAsync(RunningGateway gateway)
    {
        var grains = gateway.Services.GetRequiredService<IGrainFactory>();
        foreach (var court in gateway.Services.GetRequiredService<ICityDirectory>().Current.Document.Courts)
            await grains.GetGrain<ICourtSweepGrain>(court.Id.Value).SweepAsync(_time.GetUtcNow(), TimeSpan.FromMilliseconds(1));
    }

    /// <summary>The script: who enters, meets, reports and closes on which day, by the number of the case; some never do.</summary>
    private async Task WorkAsync(RunningGateway gateway, CaseId id, int nr, int day)
    {
        if (day == nr % 4 + 1)
            await DoAsync(gateway, id, day, "office", CaseAct.Enter, ("responsibleLeader", "L011"), ("handler", "李法官"), ("contact", "8001"), ("owner", "L011"));
        if (day == nr % 5 + 1)
            await DoAsync(gateway, id, day, "owner", CaseAct.Meet, ("on", Today), ("mode", "visit"));
        if (day == nr % 11 + 3)
            await DoAsync(gateway, id, day, "owner", CaseAct.Progress, ("owner", "?"));
        if (day == 10 && nr % 17 == 0)
            await DoAsync(gateway, id, day, "supervisor", CaseAct.Pause, ("clock", "close-1"), ("reason", "当事人住院"), ("approvedBy", "another"));
        if (day == 20 && nr % 34 == 0 && nr % 3 != 0)
            await DoAsync(gateway, id, day, "supervisor", CaseAct.Resume, ("clock", "close-1"));
        if (nr % 3 == 0 && day == nr % 13 + 18)
            await CloseAsync(gateway, id, day);
    }

    private async Task CloseAsync(RunningGateway gateway, CaseId id, int day)
    {
        var grain = gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(id.Value);
        var papers = ImmutableArray.CreateBuilder<PaperId>();
        foreach (var kind in new[] { PaperKind.ReviewReport, PaperKind.Settlement, PaperKind.ResolutionPlan })
        {
            var paper = new PaperId(Guid.NewGuid());
            var filed = await grain.FileAsync(new PaperFiling(Command($"paper {paper}"), new Actor("S001", "信访局", new CourtId("zy"), Role.Supervisor), _time.GetUtcNow(), paper, kind, "application/pdf", 1, "00"));
            Assert.Null(filed.Refusal);
            papers.Add(paper);
        }
        await DoAsync(gateway, id, day, "owner", CaseAct.Close, papers.ToImmutable(), ("ground", "writtenUndertaking"), ("outcome", "persuaded"));
        foreach (var layer in new[] { "owner", "president", "head", "supervisor", "group" })
            await DoAsync(gateway, id, day, layer, CaseAct.Sign);
    }

    private Task DoAsync(RunningGateway gateway, CaseId id, int day, string who, CaseAct act, params (string Name, string Value)[] facts) =>
        DoAsync(gateway, id, day, who, act, [], facts);

    private async Task DoAsync(
        RunningGateway gateway, CaseId id, int day, string who, CaseAct act, ImmutableArray<PaperId> papers, params (string Name, string Value)[] facts)
    {
        var grain = gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(id.Value);
        var city = gateway.Services.GetRequiredService<ICityDirectory>().Current;
        var standing = await grain.StandingAsync() ?? throw new InvalidOperationException("A case is gone.");
        var unit = standing.Courts[0];
        if (who == "owner" && standing.Owner is null)
            return; // The ledger named nobody of the city; he is named when the unit enters the case.
        if (who == "president" && city.Court(unit)!.Tier == CourtTier.Intermediate)
            return;
        var actor = ActorOf(who, standing, unit, city);
        var form = ActForms.Of(act);
        ImmutableArray<string> said = [.. form.Fields.Where(f => f.Kind == FieldKind.Narrative).Select(f => f.Name)];
        var command = Command($"{act} {day} {who} {id}");
        var outcome = await grain.ActAsync(new ActRequest(
            command, actor, _time.GetUtcNow(), new ActId(command.Derive("act")), act,
            [.. facts.Select(f => new Fact(f.Name, Named(f.Value, standing)))], said, new Secret("{}"), papers));
        Assert.True(outcome.Refusal is null, $"{act} by {who}: {outcome.Refusal?.Detail}");
    }

    /// <summary>The owner, or a head who is not.</summary>
    private static string Named(string value, CaseStanding standing) => value switch
    {
        "?" => standing.Owner!.Leader.Value,
        "another" => standing.Owner?.Leader.Value == "L002" ? "L003" : "L002",
        _ => value,
    };

    private static Actor ActorOf(string who, CaseStanding standing, CourtId unit, CitySnapshot city)
    {
        var subject = who switch
        {
            "owner" => standing.Owner!.Leader.Value,
            "president" => city.Document.Leaders.First(l => l.Court == unit && l.Rank == LeaderRank.President).Id.Value,
            "head" => Named("another", standing),
            _ => who,
        };
        return who switch
        {
            "owner" => new Actor(subject, subject, standing.Owner!.Court, Role.Leader),
            "president" => new Actor(subject, subject, unit, Role.Leader),
            "head" => new Actor(subject, subject, new CourtId("zy"), Role.Leader),
            "office" => new Actor(subject, "信访办", unit, Role.Office),
            "group" => new Actor(subject, "领导小组", new CourtId("zy"), Role.LeadingGroup),
            _ => new Actor(subject, "信访局", new CourtId("zy"), Role.Supervisor),
        };
    }

    /// <returns>How many cases were overdue that day.</returns>
    private async Task<int> CompareAsync(RunningGateway gateway, ILedger ledger, CaseId[] cases)
    {
        var journal = gateway.Services.GetRequiredService<IJournal>();
        var stories = new Dictionary<CaseId, Story>();
        foreach (var id in cases)
        {
            ImmutableArray<CaseEvent> events = [.. (await journal.ReadAsync(StreamId.Of(id), 0, default)).Select(e => Codecs.Case.Decode(e.Kind, e.Payload.AsSpan()))];
            stories[id] = new Story(events.Aggregate(CaseState.Unopened, CaseEvolution.Evolve), events);
        }
        var today = DateOnly.ParseExact(Today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var overdue = 0;
        foreach (var state in Enum.GetValues<ClockState>())
        {
            var expected = stories.Where(s => Clocks(s.Value).Any(c => c.StateOn(today) == state)).Select(s => s.Key.Value).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(expected, (await ListedAsync(supervisor, state)).Order(StringComparer.Ordinal));
            overdue += state == ClockState.Overdue ? expected.Length : 0;
        }
        await CompareCountsAsync(ledger, stories, today);
        var owners = stories.Values.GroupBy(s => s.State.Owner?.Leader.Value).Where(g => g.Key is not null).Take(3);
        foreach (var owner in owners)
        {
            var expected = owner.SelectMany(Clocks).Count(c => c.IsOpen && c.Clock.DueOn <= today.AddDays(WatchedClock.SoonDays));
            var desk = await (await supervisor.GetAsync($"/api/leaders/{owner.Key}/desk")).JsonAsync(200);
            Assert.Equal(Math.Min(expected, 200), desk.GetProperty("due").GetArrayLength());
        }
        return overdue;
    }

    private static async Task CompareCountsAsync(ILedger ledger, Dictionary<CaseId, Story> stories, DateOnly today)
    {
        var events = stories.Values.SelectMany(s => s.Events).ToList();
        var outcomes = events.OfType<CaseEvent.ClockMet>().Select(m => (m.Clock, Met: m.Late ? 0 : 1, Late: m.Late ? 1 : 0, Missed: 0))
            .Concat(events.OfType<CaseEvent.ClockMissed>().Select(m => (m.Clock, Met: 0, Late: 0, Missed: 1)));
        var expected = outcomes.GroupBy(o => (o.Clock.Court, o.Clock.Kind))
            .Select(g => new ClockCount(g.Key.Court, g.Key.Kind, g.Sum(o => (long)o.Met), g.Sum(o => (long)o.Late), g.Sum(o => (long)o.Missed)));
        Assert.Equal(expected.ToHashSet(), (await ledger.CountClocksAsync(new DateOnly(2026, 1, 1), today.AddYears(2), null, default)).ToHashSet());
        var resolved = events.OfType<CaseEvent.Ended>().Count();
        Assert.Equal(resolved, (await ledger.CountResolutionsAsync(new DateOnly(2026, 1, 1), today, null, default)).Sum(r => r.Resolved));
    }

    private static IEnumerable<WatchedClock> Clocks(Story story) => story.State.Work.Clocks.Where(c => c.Clock.Kind != ClockKind.Final);

    private static async Task<List<string>> ListedAsync(HttpClient supervisor, ClockState state)
    {
        var listed = new List<string>();
        string? next = null;
        do
        {
            var page = await (await supervisor.GetAsync($"/api/cases?due={JsonNamingPolicy.CamelCase.ConvertName(state.ToString())}&limit=200{(next is null ? "" : $"&after={next}")}")).JsonAsync(200);
            listed.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        return listed;
    }

    private string Today => _time.Day();

    private static CommandId Command(string key) => new("test", key, [], Recorded: false);
}
