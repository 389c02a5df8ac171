using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;

namespace PetitionMesh.Grains.Cases;

/// <summary>W14(4): what comes back after an end, and what the petitioner says of it.</summary>
internal static class ReturnDecider
{
    /// <summary>The case is open again; what was promised no longer counts, and a substantive answer is due anew.</summary>
    public static ImmutableArray<CaseEvent> Reopen(CaseState state, ReceptionId? by, DateOnly on, CaseTerms? terms)
    {
        var draft = new CaseDraft(state);
        draft.Reopen(by, on, on, terms ?? CaseTerms.Ordinary);
        return draft.Events;
    }

    /// <param name="on">The day that reopens it.</param>
    /// <param name="answerFrom">From which day the new answer is due.</param>
    public static void Reopen(this CaseDraft draft, ReceptionId? by, DateOnly on, DateOnly answerFrom, CaseTerms terms)
    {
        var undone = draft.State.Ending!;
        var owner = draft.State.Owner?.Leader;
        draft.Tell(new CaseEvent.Reopened(draft.State.Id, by, on, undone, owner == undone.Owner ? null : owner));
        draft.StopFinal(on);
        draft.Start(terms.Limit(ClockKind.Settle, Handling.CourtOf(draft.State)), answerFrom, terms);
    }

    /// <summary>A visit to province or capital is a notice on the case; within the year it also breaks a promise.</summary>
    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand.ReportOutsideVisit visit)
    {
        if (!state.Exists || !ActRights.Knows(state, visit.Actor, visit.Ground.City))
            return Refusal.Unknown("没有这个信访事项，请核对编号。");
        if (state.Work.Seen.Contains(visit.Id))
            return [];
        if (state.JoinedInto is not null)
            return ActRights.Joined;
        if (visit.On > visit.Ground.Today)
            return Refusal.Breaks("in-the-future", "W14", "到省进京日期不能晚于今天，请核对。", "on");
        var draft = new CaseDraft(state);
        draft.Tell(new CaseEvent.OutsideVisitReported(state.Id, visit.Id, visit.Place, visit.On, visit.ToldBy, state.Owner?.Leader));
        if (state.Work.Closing is { IsPromise: true } closing && closing.IsBefore(visit.On, at: null))
            draft.Tell(new CaseEvent.ClosingLapsed(state.Id, closing.Number, LapseGround.Returned, visit.On));
        // Of such a visit only the day is known: on the day of the promise itself it may have come before. The court can answer from the day it was told.
        if (CaseDecider.IsStillProvisional(state, visit.On) && visit.On > state.Ending!.Day)
            draft.Reopen(null, visit.On, visit.Ground.Today, visit.Ground.Terms);
        else
            draft.FinishPromise(visit.Ground.Today);
        return draft.Decision;
    }

    /// <summary>S10: once per answered or ended round.</summary>
    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand.Rate rate)
    {
        if (state.Work.Rated)
            return Refusal.Conflicts("already-rated", "S10", "本次办理已经评价过，感谢您的参与。");
        if (!state.Work.Answered && state.Ending is null)
            return Refusal.Conflicts("not-yet-answered", "S10", "事项尚未答复或办结，请在收到答复后评价。");
        return [new CaseEvent.Rated(state.Id, rate.Stars, rate.Ground.Today, Handling.CourtOf(state))];
    }

    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand.AskReopening ask)
    {
        if (state.Work.Seen.Contains(ask.Id))
            return [];
        return state.Ending is null
            ? Refusal.Conflicts("not-ended", "W14", "该事项正在办理，无需申请重新办理。")
            : [new CaseEvent.ReopeningAsked(state.Id, ask.Id, ask.Ground.Today, ask.Narrative, state.Owner?.Leader)];
    }
}
