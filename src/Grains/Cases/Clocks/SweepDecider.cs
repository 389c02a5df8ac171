using System.Collections.Immutable;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>What the clock alone makes true: missed limits (J5) and promises kept for a year (W14(4)). Deciding twice writes nothing.</summary>
internal static class SweepDecider
{
    public static ImmutableArray<CaseEvent> Decide(CaseState state, CaseCommand.Sweep sweep)
    {
        if (!state.Exists || state.JoinedInto is not null)
            return [];
        var draft = new CaseDraft(state);
        draft.FinishPromise(sweep.Ground.Today);
        if (state.AnswerDue < sweep.Ground.Today)
            draft.Materialise(sweep.Ground.Terms);
        draft.NoteMissed(sweep.Ground);
        return draft.Events;
    }

    /// <summary>W14(4): what of a promise has become final by that day.</summary>
    public static ImmutableArray<CaseEvent> Finish(CaseState state, DateOnly day)
    {
        if (state.Status != CaseStatus.Provisional)
            return [];
        var draft = new CaseDraft(state);
        draft.FinishPromise(day);
        return draft.Events;
    }

    /// <summary>W14(4): a year without a return makes the promise final, whoever looks first.</summary>
    public static void FinishPromise(this CaseDraft draft, DateOnly today)
    {
        if (draft.State is not { Status: CaseStatus.Provisional, Ending: { } promise } || CaseDecider.IsStillProvisional(draft.State, today))
            return;
        draft.Tell(new CaseEvent.BecameFinal(draft.State.Id, promise.Day.AddYears(1).AddDays(1), promise));
        draft.StopFinal(today);
    }
}
