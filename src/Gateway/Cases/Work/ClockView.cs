using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases.Work;

/// <summary>A limit as people see it: what, by which rule, until 24:00 of which day, whose duty, and how it stands today.</summary>
/// <param name="State">Null once nobody asks for it any more.</param>
internal sealed record ClockView(
    string Clock, ClockKind Kind, string Name, string Rule, string Court, DutyHolder Holder, DateOnly StartedOn, DateOnly DueOn, ClockState? State)
{
    /// <param name="answerDue">G1, while it stands on the case's row alone.</param>
    public static ImmutableArray<ClockView> Of(ImmutableArray<ClockLine> clocks, (DateOnly StartedOn, DateOnly Due, string Court)? answerDue, DateOnly today) =>
    [
        .. answerDue is { } folded
            ? [new ClockView("answer-1", ClockKind.Answer, ClockNames.Of(ClockKind.Answer), "G1", folded.Court, DutyHolder.Owner, folded.StartedOn, folded.Due, WatchedClock.StateOn(folded.Due, today))]
            : ImmutableArray<ClockView>.Empty,
        .. clocks.Select(c => new ClockView(
            c.Clock.Value, c.Kind, ClockNames.Of(c.Kind), c.Rule, c.Court.Value, c.Holder, c.StartedOn, c.DueOn, StateOf(c.Standing, c.DueOn, today))),
    ];

    /// <summary>All clocks of a case, also a first answer that nothing has moved yet.</summary>
    public static ImmutableArray<ClockView> Of(CaseState state, CaseTerms terms, DateOnly today) =>
    [
        .. state.AnswerDue is { } due ? Of([], (terms.ReceivedOn(due, state.Court), due, state.Court.Value), today) : [],
        .. state.Work.Clocks.Select(c => Of(c, today)),
    ];

    public static ClockView Of(WatchedClock watched, DateOnly today)
    {
        var clock = watched.Clock;
        return new ClockView(
            clock.Id.Value, clock.Kind, ClockNames.Of(clock.Kind), clock.Rule, clock.Court.Value, clock.Holder, clock.StartedOn, clock.DueOn, watched.StateOn(today));
    }

    private static ClockState? StateOf(ClockStanding standing, DateOnly due, DateOnly today) => standing switch
    {
        ClockStanding.Met => ClockState.Met,
        ClockStanding.MetLate => ClockState.MetLate,
        ClockStanding.Paused => ClockState.Paused,
        ClockStanding.Stopped => null,
        _ => WatchedClock.StateOn(due, today),
    };
}
