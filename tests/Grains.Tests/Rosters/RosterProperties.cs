using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>Whatever offices and leaders do in whatever order, the roster stays one that can be served.</summary>
public sealed class RosterProperties
{
    private static readonly ImmutableArray<LeaderId> Leaders =
        [.. Some.City.Document.Leaders.Where(l => l.Court == Some.DongGang || l.LinkedCourts.Contains(Some.DongGang)).Select(l => l.Id)];

    /// <summary>One step: what is done, by whom, at which hour of the month.</summary>
    private sealed record Step(int What, int Leader, int Other, int Day, int OtherDay, ShiftKind Kind, ShiftKind OtherKind, int Hour);

    private static readonly Gen<Step> Steps =
        from what in Gen.Choose(0, 9)
        from leader in Gen.Choose(0, Leaders.Length - 1)
        from other in Gen.Choose(0, Leaders.Length - 1)
        from day in Gen.Choose(1, 30)
        from otherDay in Gen.Choose(1, 30)
        from kind in Gen.Elements(ShiftKind.Morning, ShiftKind.Afternoon)
        from otherKind in Gen.Elements(ShiftKind.Morning, ShiftKind.Afternoon)
        from hour in Gen.Choose(0, 30 * 24)
        select new Step(what, leader, other, day, otherDay, kind, otherKind, hour);

    private static readonly Arbitrary<Step[]> Histories = Arb.From(Gen.ListOf(Steps, 40).Select(s => s.OrderBy(x => x.Hour).ToArray()));

    [Fact]
    public void Every_shift_has_one_leader_or_is_a_shown_gap_and_nobody_is_ever_double_booked() =>
        Prop.ForAll(Histories, history => Holds(history)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Replaying_the_events_gives_the_same_roster() =>
        Prop.ForAll(Histories, history =>
        {
            var stories = Play(history);
            var replayed = stories.SelectMany(s => s.Events).Aggregate(RosterState.Empty, RosterEvolution.Evolve);
            var last = stories[^1].State;
            return replayed.Version == last.Version
                && replayed.Duties.Values.SequenceEqual(last.Duties.Values)
                && replayed.Leave.SetEquals(last.Leave)
                && replayed.Swaps.Values.SequenceEqual(last.Swaps.Values);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void A_draft_after_any_leave_is_as_fair_as_leave_allows_and_leaves_no_shift_that_somebody_could_have() =>
        Prop.ForAll(Histories, history =>
        {
            var story = history.Take(6).Aggregate(RosterStory.Of(), (s, x) => s.When(new RosterAct.TakeLeave(Leaders[x.Leader], Some.Day(x.Day), Some.Day(Math.Min(30, x.Day + 5)))))
                .Then(Some.Draft());
            return story.Gaps.Where(g => g.Kind is not null).All(g => !AnybodyFree(story, g.Date)) && NobodyCouldGiveOneToAnother(story);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static bool Holds(Step[] history)
    {
        foreach (var (before, after, now) in Pairs(history))
        {
            var duties = after.State.Duties.Values.ToArray();
            Assert.Equal(duties.Length, duties.Select(d => (d.Date, d.Leader)).Distinct().Count());
            Assert.All(duties.Where(d => !d.HasBegun(now)), d => Assert.DoesNotContain(new LeaveDay(d.Leader, d.Date), after.State.Leave));
            var shown = after.Gaps.Where(g => g.Kind is not null).Select(g => new ShiftKey(g.Date, g.Kind!.Value)).ToHashSet();
            foreach (var day in after.Ground().Days)
            {
                foreach (var kind in (ShiftKind[])[ShiftKind.Morning, ShiftKind.Afternoon])
                    Assert.NotEqual(shown.Contains(new ShiftKey(day.Date, kind)), after.LeaderOf(day.Date, kind) is not null);
            }

            // Swaps and leave move only what has not begun; what has is the office's to correct, with a reason.
            if (!after.Events.OfType<RosterEvent.DayArranged>().Any() && before.State.IsPublished)
            {
                Assert.Equal(
                    before.State.Duties.Values.Where(d => d.HasBegun(now)),
                    after.State.Duties.Values.Where(d => d.HasBegun(now)));
            }
            Assert.All(after.State.Swaps.Values.Where(s => s.Status == SwapStatus.Proposed), s =>
                Assert.True(after.State.Duties[s.Mine].Leader == s.Proposer && after.State.Duties[s.Theirs].Leader == s.Counterpart));
        }
        return true;
    }

    private static IEnumerable<(RosterStory Before, RosterStory After, DateTimeOffset Now)> Pairs(Step[] history)
    {
        var stories = Play(history);
        for (var i = 1; i < stories.Count; i++)
            yield return (stories[i - 1], stories[i], i < 3 ? Some.Before : At(history[i - 3]));
    }

    private static List<RosterStory> Play(Step[] history)
    {
        var stories = new List<RosterStory> { RosterStory.Of() };
        stories.Add(stories[^1].Then(Some.Draft()));
        stories.Add(stories[^1].Then(new RosterAct.Publish()));
        for (var i = 0; i < history.Length; i++)
            stories.Add(Do(stories[^1], history[i], i));
        return stories;
    }

    private static RosterStory Do(RosterStory story, Step step, int nr)
    {
        var now = At(step);
        var leader = Leaders[step.Leader];
        var day = Some.Day(step.Day);
        switch (step.What)
        {
            case 0:
                return story.When(new RosterAct.TakeLeave(leader, day, Some.Day(Math.Min(30, step.Day + 2))), now: now);
            case 1:
                return story.When(new RosterAct.EndLeave(leader, day, day), now: now);
            case 2:
                return story.When(Some.Draft(), now: now);
            case 3:
                return story.When(Some.Arrange(day, leader.Value, Leaders[step.Other].Value, nr % 2 == 0 ? "更正" : null), now: now);
            case 4:
                return story.When(new RosterAct.DeclareSensitive(new SensitivePeriod($"时期{nr}", day, Some.Day(Math.Min(30, step.Day + 3)))), now: now);
            case 5 when story.State.Periods is [var period, ..]:
                return story.When(new RosterAct.WithdrawSensitive(period.Name), now: now);
            case 6 when story.State.Swaps.Values.FirstOrDefault(s => s.Status == SwapStatus.Proposed) is { } pending:
                return story.When(new SwapCommand(Some.Command($"{nr}"), Some.Leader(pending.Counterpart), now, pending.Swap, new SwapAct.Accept()));
            case 7 when story.State.Swaps.Values.LastOrDefault(s => s.Status == SwapStatus.Proposed) is { } pending:
                return story.When(new SwapCommand(Some.Command($"{nr}"), Some.Leader(pending.Proposer), now, pending.Swap, new SwapAct.Decline()));
            default:
                var mine = new ShiftKey(day, step.Kind);
                var by = story.LeaderOf(day, step.Kind) ?? leader;
                var swap = SwapId.Of(Some.Command($"{nr}").Derive("swap"), Some.September, Some.September);
                var theirs = new ShiftKey(Some.Day(step.OtherDay), step.OtherKind);
                return story.When(new SwapCommand(Some.Command($"{nr}"), Some.Leader(by), now, swap, new SwapAct.Propose(mine, theirs, null)));
        }
    }

    private static DateTimeOffset At(Step step) => Some.At(Some.September, 0).AddHours(step.Hour);

    private static bool AnybodyFree(RosterStory story, DateOnly day) => Some.City.Document.Leaders.Any(l =>
        story.Ground().CanServe(story.State, l, day) && !story.State.On(day).Any(d => d.Leader == l.Id));

    /// <summary>No leader has two turns more than another who could take one of them without breaking leave, the day or J2.</summary>
    private static bool NobodyCouldGiveOneToAnother(RosterStory story)
    {
        var turns = story.Turns();
        return story.State.Duties.Values.All(duty => turns
            .Where(t => t.Value + 1 < turns[duty.Leader])
            .Select(t => Some.City.Leader(t.Key)!)
            .All(taker =>
                !story.Ground().CanServe(story.State, taker, duty.Date)
                || story.State.On(duty.Date).Any(d => d.Leader == taker.Id)
                || !Coverage.HasCourtLeader(story.State.On(duty.Date).Select(d => d == duty ? d with { Leader = taker.Id } : d), story.Ground())));
    }
}
