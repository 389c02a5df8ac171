using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Embedded;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>Rosters as grains: one journal, appends that are written wholly or not at all.</summary>
public sealed class RosterGrainTests : IDisposable
{
    private static readonly DateOnly October = new(2026, 10, 1);
    private readonly StreamsInMemory _journal = new();
    private readonly ServiceProvider _services;

    public RosterGrainTests() => _services = Process();

    private EmbeddedHost Grains => _services.GetRequiredService<EmbeddedHost>();

    [Fact]
    public async Task A_whole_month_of_six_courts_stands_after_a_restart()
    {
        foreach (var court in Some.City.Document.Courts)
        {
            Assert.Null((await At(court.Id).DoAsync(Some.Do(Some.Draft()))).Refusal);
            Assert.Null((await At(court.Id).DoAsync(Some.Do(new RosterAct.Publish()))).Refusal);
        }

        using var restarted = Process();
        foreach (var court in Some.City.Document.Courts)
        {
            var view = await restarted.GetRequiredService<EmbeddedHost>().GetGrain<IRosterGrain>(Some.Roster(court.Id).Value).ViewAsync();
            Assert.Equal((1, 44), (view.Version, view.Duties.Length)); // September 2026 has 22 working days.
            Assert.Empty(view.Gaps);
        }
    }

    [Fact]
    public async Task A_swap_across_two_months_stands_in_both_rosters_or_in_none()
    {
        await PublishAsync();
        var (swap, mine, theirs) = await ProposeAsync("one");
        var accepted = await At(Some.DongGang).SwapAsync(Settle(swap, theirs.Leader, new SwapAct.Accept()));

        Assert.Null(accepted.Refusal);
        Assert.Equal(theirs.Leader, (await DutyAsync(Some.September, mine.Key)).Leader);
        Assert.Equal(mine.Leader, (await DutyAsync(October, theirs.Key)).Leader);
        Assert.Equal(2, _journal.Last.Slices.Length);
        using var restarted = Process();
        var view = await restarted.GetRequiredService<EmbeddedHost>().GetGrain<IRosterGrain>(Some.Roster(month: October).Value).ViewAsync();
        Assert.Equal(SwapStatus.Accepted, Assert.Single(view.Swaps).Status);
    }

    [Fact]
    public async Task A_swap_across_two_months_whose_append_fails_leaves_both_rosters_as_they_were()
    {
        await PublishAsync();
        var (swap, mine, theirs) = await ProposeAsync("one");
        _journal.FailNext = true;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => At(Some.DongGang).SwapAsync(Settle(swap, theirs.Leader, new SwapAct.Accept())));

        Assert.Equal(mine.Leader, (await DutyAsync(Some.September, mine.Key)).Leader);
        Assert.Equal(theirs.Leader, (await DutyAsync(October, theirs.Key)).Leader);
        Assert.Null((await At(Some.DongGang).SwapAsync(Settle(swap, theirs.Leader, new SwapAct.Accept()))).Refusal);
    }

    [Fact]
    public async Task Of_two_swaps_racing_for_one_shift_one_wins_and_the_other_is_told()
    {
        await PublishAsync();
        var (one, mine, theirs) = await ProposeAsync("one");
        var (other, _, rival) = await ProposeAsync("two", but: theirs.Leader);

        var outcomes = await Task.WhenAll(
            At(Some.DongGang).SwapAsync(Settle(one, theirs.Leader, new SwapAct.Accept())),
            At(Some.DongGang).SwapAsync(Settle(other, rival.Leader, new SwapAct.Accept())));

        var lost = Assert.Single(outcomes, o => o.Refusal is not null);
        Assert.Equal(("W16", RefusalKind.Conflict), (lost.Refusal!.Rule, lost.Refusal.Kind));
        Assert.NotEqual(mine.Leader, (await DutyAsync(Some.September, mine.Key)).Leader);
        Assert.Single(_journal.Kinds("roster/dg/2026-09"), k => k == "roster.swap-accepted.v1");
    }

    [Fact]
    public async Task An_act_on_a_version_that_has_moved_on_changes_nothing()
    {
        var drafted = await At(Some.DongGang).DoAsync(Some.Do(Some.Draft(), expecting: 0));
        Assert.Equal(1, drafted.Answer!.Revision);
        Assert.True((await At(Some.DongGang).DoAsync(Some.Do(new RosterAct.Publish(), expecting: 0))).Moved);
        Assert.Null((await At(Some.DongGang).DoAsync(Some.Do(new RosterAct.Publish(), expecting: 1))).Refusal);
    }

    [Fact]
    public async Task Two_activations_of_one_roster_never_both_write()
    {
        using var otherSilo = Process();
        var there = otherSilo.GetRequiredService<EmbeddedHost>().GetGrain<IRosterGrain>(Some.Roster().Value);
        await there.ViewAsync();
        Assert.Null((await At(Some.DongGang).DoAsync(Some.Do(Some.Draft()))).Refusal);
        await there.DoAsync(Some.Do(Some.Arrange(Some.Day(8), "L012", "L015")));
        var view = await At(Some.DongGang).ViewAsync();
        Assert.Equal(_journal.Kinds("roster/dg/2026-09").Length, (await there.ViewAsync()).Revision);
        Assert.True(view.Revision >= 1);
    }

    public void Dispose() => _services.Dispose();

    private ServiceProvider Process() => new ServiceCollection()
        .AddSingleton<IJournal>(_journal)
        .AddSingleton<ICityDirectory>(new FixedCity())
        .AddSingleton(Some.Calendar)
        .AddSingleton(RosterTerms.Ordinary)
        .AddSingleton(TimeProvider.System)
        .AddEmbeddedGrainHost(options => options.GrainAssemblies.Add(typeof(RosterGrain).Assembly))
        .BuildServiceProvider();

    private IRosterGrain At(CourtId court, DateOnly? month = null) => Grains.GetGrain<IRosterGrain>(Some.Roster(court, month).Value);

    private async Task PublishAsync()
    {
        foreach (var month in (DateOnly[])[Some.September, October])
        {
            Assert.Null((await At(Some.DongGang, month).DoAsync(Some.Do(Some.Draft()))).Refusal);
            Assert.Null((await At(Some.DongGang, month).DoAsync(Some.Do(new RosterAct.Publish()))).Refusal);
        }
    }

    private async Task<Duty> DutyAsync(DateOnly month, ShiftKey shift) => (await At(Some.DongGang, month).ViewAsync()).Duties.Single(d => d.Key == shift);

    /// <summary>A court leader's first shift of September for another court leader's in October.</summary>
    private async Task<(SwapId Swap, Duty Mine, Duty Theirs)> ProposeAsync(string key, LeaderId? but = null)
    {
        var september = (await At(Some.DongGang).ViewAsync()).Duties;
        var october = (await At(Some.DongGang, October).ViewAsync()).Duties;
        var mine = september.First(d => Some.City.Leader(d.Leader)!.IsCourtLeader());
        var theirs = october.First(d => Some.City.Leader(d.Leader)!.IsCourtLeader() && d.Leader != mine.Leader && d.Leader != but
            && !october.Any(o => o.Date == d.Date && o.Leader == mine.Leader)
            && !september.Any(o => o.Date == mine.Date && o.Leader == d.Leader));
        var swap = SwapId.Of(Some.Command(key).Derive("swap"), Some.September, October);
        var proposed = await At(Some.DongGang).SwapAsync(
            new SwapCommand(Some.Command(key), Some.Leader(mine.Leader), Some.Before, swap, new SwapAct.Propose(mine.Key, theirs.Key, theirs.Leader)));
        Assert.Null(proposed.Refusal);
        return (swap, mine, theirs);
    }

    private static SwapCommand Settle(SwapId swap, LeaderId by, SwapAct act) => new(Some.Command($"{by}"), Some.Leader(by), Some.Before, swap, act);

    private sealed class FixedCity : ICityDirectory
    {
        public CitySnapshot Current => Some.City;
    }
}
