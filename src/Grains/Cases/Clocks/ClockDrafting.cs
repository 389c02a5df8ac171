using System.Collections.Immutable;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>What decisions do to clocks.</summary>
internal static class ClockDrafting
{
    /// <summary>G1 and G2 of a first reception become clocks of their own, now that something is to be said of them.</summary>
    public static void Materialise(this CaseDraft draft, CaseTerms terms)
    {
        if (draft.State.AnswerDue is not { } due)
            return;
        var court = Handling.CourtOf(draft.State);
        var start = terms.ReceivedOn(due, draft.State.Court);
        draft.Tell(new CaseEvent.ClockStarted(draft.State.Id, terms.Limit(ClockKind.Answer, court).Start(draft.Work.NextNumber(ClockKind.Answer), start, court, terms.Calendar) with { DueOn = due }));
        draft.Start(terms.Limit(ClockKind.Settle, court), start, terms);
    }

    public static ClockId Start(this CaseDraft draft, ClockLimit limit, DateOnly on, CaseTerms terms)
    {
        var clock = limit.Start(draft.Work.NextNumber(limit.Kind), on, Handling.CourtOf(draft.State), terms.Calendar);
        draft.Tell(new CaseEvent.ClockStarted(draft.State.Id, clock));
        return clock.Id;
    }

    /// <summary>Starts a clock that ends on a named day.</summary>
    public static ClockId StartUntil(this CaseDraft draft, ClockLimit limit, DateOnly until, CaseGround ground) => draft.Start(
        limit with { Amount = until.DayNumber - ground.Today.DayNumber, Unit = LimitUnit.CalendarDays, MovedByHolidays = false }, ground.Today, ground.Terms);

    /// <summary>Whatever of this kind is still to be done is done, late or in time. The day of the record decides.</summary>
    public static void Meet(this CaseDraft draft, ClockKind kind, CaseGround ground) => draft.Meet(c => c.Clock.Kind == kind, ground);

    public static void Meet(this CaseDraft draft, Func<WatchedClock, bool> which, CaseGround ground) => draft.Meet(which, ground.Today, ground);

    /// <param name="on">City day of the record.</param>
    public static void Meet(this CaseDraft draft, Func<WatchedClock, bool> which, DateOnly on, CaseGround ground)
    {
        foreach (var watched in draft.Work.Clocks.Where(c => c.IsAwaited).Where(which))
        {
            var late = watched.Clock.DueOn < on;
            if (late)
                draft.NoteIfMissed(watched, ground);
            draft.Tell(new CaseEvent.ClockMet(draft.State.Id, watched.Clock, on, late && watched.Standing != ClockStanding.Paused));
        }
    }

    /// <summary>Every open clock that ran out and was not noted yet.</summary>
    public static void NoteMissed(this CaseDraft draft, CaseGround ground)
    {
        foreach (var watched in draft.Work.Clocks)
            draft.NoteIfMissed(watched, ground);
    }

    /// <summary>Nobody asks for these any more; those that ran out before were missed.</summary>
    public static void Stop(this CaseDraft draft, Func<WatchedClock, bool> which, CaseGround ground)
    {
        foreach (var watched in draft.Work.Clocks.Where(which))
            draft.NoteIfMissed(watched, ground);
        draft.Stop(which, ground.Today);
    }

    /// <summary>W14(4): the year of a promise is over, or was broken.</summary>
    public static void StopFinal(this CaseDraft draft, DateOnly on) => draft.Stop(c => c.Clock.Kind == ClockKind.Final, on);

    private static void Stop(this CaseDraft draft, Func<WatchedClock, bool> which, DateOnly on)
    {
        ImmutableArray<ClockId> stopped =
            [.. draft.Work.Clocks.Where(c => c.IsAwaited).Where(which).Select(c => c.Clock.Id)];
        if (!stopped.IsEmpty)
            draft.Tell(new CaseEvent.ClockStopped(draft.State.Id, stopped, on));
    }

    private static void NoteIfMissed(this CaseDraft draft, WatchedClock watched, CaseGround ground)
    {
        if (watched.Standing != ClockStanding.Running || watched.Clock.Kind == ClockKind.Final || watched.Clock.DueOn >= ground.Today)
            return;
        draft.Tell(new CaseEvent.ClockMissed(
            draft.State.Id, watched.Clock, ground.EndOf(watched.Clock.DueOn), ground.Now, ground.Today, draft.State.Owner?.Leader));
    }
}
