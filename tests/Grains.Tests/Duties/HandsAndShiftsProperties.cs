using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Grains.Tests.Cases;
using PetitionMesh.Grains.Tests.Rosters;

namespace PetitionMesh.Grains.Tests.Duties;

/// <summary>
/// Swaps, leave, receptions, recusals and successions in any order: every shift has exactly one leader or is a shown gap, every open case
/// exactly one active owner or is one the office is reminded of (W3, W16, W17).
/// </summary>
public sealed class HandsAndShiftsProperties
{
    private static readonly Arbitrary<Step[]> Histories = Arb.From(Gen.ListOf(Step.Any, 50).Select(s => s.OrderBy(x => x.Hour).ToArray()), Shorter);

    /// <summary>A failure prints its seed as <c>Replay</c> and the shortest history that still fails.</summary>
    [Fact]
    public void Every_shift_has_one_leader_and_every_open_case_one_owner_whatever_is_done() =>
        Prop.ForAll(Histories, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(120));

    private static void Holds(Step[] history)
    {
        var town = DutyTown.Begun;
        foreach (var step in history)
        {
            var before = town;
            town = step.Do(before);
            EveryShiftHasOneLeader(town);
            for (var i = 0; i < DutyTown.Cases; i++)
                HasOneOwner(before, town, i, step);
        }
    }

    private static void EveryShiftHasOneLeader(DutyTown town)
    {
        var duties = town.Roster.State.Duties.Values.ToArray();
        Assert.Equal(duties.Length, duties.Select(d => (d.Date, d.Leader)).Distinct().Count());
        var shown = town.Roster.Gaps.Where(g => g.Kind is not null).Select(g => new ShiftKey(g.Date, g.Kind!.Value)).ToHashSet();
        foreach (var day in town.Roster.Ground().Days)
        {
            foreach (var kind in ShiftHours.OfWorkingDay.ToArray())
                Assert.NotEqual(shown.Contains(new ShiftKey(day.Date, kind)), duties.Count(d => d.Date == day.Date && d.Kind == kind) == 1);
        }
    }

    private static void HasOneOwner(DutyTown before, DutyTown town, int i, Step step)
    {
        var (was, state) = (before.Files[i], town.Files[i]);
        Assert.Equal(town.Owners[i], state.Owner?.Leader);
        if (was.Hands.FirstReceiver is { } first)
            Assert.Equal(first, state.Hands.FirstReceiver);
        if (was.Owner is not null && was.Owner.Leader != state.Owner!.Leader)
        {
            Assert.Contains(step.What, Step.Successions);
            Assert.DoesNotContain(state.Owner.Leader, town.Away);
            Assert.DoesNotContain(state.Owner.Leader, state.Hands.Recused);
            Assert.All(state.Summonses.Where(s => !s.IsSettled), s => Assert.Equal(state.Owner.Leader, s.LeaderId));
        }

        // The list of those without an owner who acts is what the office is reminded of: once, and only then.
        if (!state.Exists)
            return;
        var reminder = town.ReminderOf(state);
        var reminded = reminder is null ? Decision.Of<CaseEvent>([]) : SuccessionDecider.Remind(state, reminder);
        Assert.Equal(state.Owner is { } owner && !state.Hands.Relieved && !town.Away.Contains(owner.Leader), reminded.Events.IsEmpty);
        if (reminder is not null)
            Assert.Empty(SuccessionDecider.Remind(reminded.Events.Aggregate(state, CaseEvolution.Evolve), reminder).Events);
    }

    private static IEnumerable<Step[]> Shorter(Step[] history)
    {
        for (var part = history.Length / 2; part > 0; part /= 2)
        {
            for (var from = 0; from < history.Length; from += part)
                yield return [.. history[..from], .. history[Math.Min(from + part, history.Length)..]];
        }
    }
}
