using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases.Closings;

/// <summary>J6, J9, J14, W14: from a closing report to a signed end, layer by layer. There is no other way to an end.</summary>
internal static class ClosingDecider
{
    /// <summary>What stands in the way of a closing report whatever it says; null when nothing does.</summary>
    public static Refusal? Bar(CaseState state, CaseAct kind)
    {
        if (state.Work.Closing is { Next: { } layer })
            return Refusal.Conflicts("closing-under-way", "J6", $"办结报告正在签批，现在{SignatureLayers.NameOf(layer)}处。");
        if (state.Owner is null)
            return Refusal.Conflicts("no-owner", "W3", "尚未确定包案领导，不能报结。");
        if (state.ActingOwner is null)
            return Refusal.Conflicts("no-owner", "W3", "包案领导已回避，尚未指定接替人，不能报结。");
        return kind == CaseAct.HandOver && state.Status != CaseStatus.Terminated ? Refusal.Conflicts("not-terminated", "J9", "移交须在终结之后办理。") : null;
    }

    public static Decision<CaseEvent> Submit(CaseState state, CaseCommand.Act act)
    {
        if (Bar(state, act.Kind) is { } refusal)
            return refusal;
        var ground = act.Kind switch
        {
            CaseAct.Terminate => EndingGround.Terminated,
            CaseAct.HandOver => EndingGround.HandedOver,
            _ => Enum.Parse<EndingGround>(act.Facts.Value("ground")!, ignoreCase: true),
        };
        var attached = state.Work.Papers.Where((p, i) => act.Papers.Contains(p.Id) && (i >= state.Work.EarlierPapers || p.Kind != PaperKind.Settlement)).Select(p => p.Kind);
        var missing = RequiredPapers.Missing(ground, attached);
        if (!missing.IsEmpty)
            return Refusal.Breaks("papers-missing", "J9", $"报结材料不齐，缺少：{string.Join('、', missing)}。", "papers");
        var court = Handling.CourtOf(state);
        var tier = act.Ground.City.Court(court)?.Tier ?? CourtTier.Basic;
        return
        [
            new CaseEvent.ClosingSubmitted(
                state.Id,
                act.Id,
                state.Work.Closings + 1,
                ground,
                act.Facts.Value("outcome") ?? "",
                act.Narrative,
                SignatureLayers.For(ground, state.Work.Assignment is not null, tier),
                act.Papers,
                act.Ground.Today,
                act.Facts.Value("to"),
                court,
                act.Ground.Now),
        ];
    }

    public static Decision<CaseEvent> Sign(CaseState state, CaseCommand.Act act)
    {
        var closing = state.Work.Closing!;
        var draft = new CaseDraft(state);
        draft.Tell(new CaseEvent.Signed(
            state.Id, act.Id, closing.Number, closing.Next!.Value, act.Actor.Subject, act.Actor.Name, act.Ground.Now, act.Ground.Today, act.Narrative, closing.AfterNext));
        if (draft.Work.Closing!.Next is null)
            End(draft, closing, act.Ground);
        return draft.Decision;
    }

    public static Decision<CaseEvent> SendBack(CaseState state, CaseCommand.Act act)
    {
        var closing = state.Work.Closing!;
        return [new CaseEvent.SentBack(state.Id, act.Id, closing.Number, closing.Next!.Value, act.Actor.Subject, act.Ground.Today, act.Narrative)];
    }

    private static void End(CaseDraft draft, Closing closing, CaseGround ground)
    {
        var state = draft.State;
        var court = Handling.CourtOf(state);
        if (closing.Ground == EndingGround.HandedOver)
        {
            draft.Tell(new CaseEvent.PassedOn(state.Id, closing.To!, ground.Today, court));
            return;
        }
        draft.Materialise(ground.Terms);
        draft.Meet(c => c.Clock.Kind is ClockKind.Answer or ClockKind.Settle or ClockKind.Close or ClockKind.Plan or ClockKind.Level, ground);
        // S6, S8: the congress is owed its report and a supervision letter its reply also when the case has ended.
        draft.Stop(c => c.Clock.Kind is not (ClockKind.Congress or ClockKind.Letter), ground);
        var status = StatusAfter(closing.Ground);
        draft.Tell(new CaseEvent.Ended(state.Id, closing.Ground, status, OutcomeNames.Of(closing.Outcome), ground.Today, state.Owner?.Leader, court, ground.Now));
        if (status == CaseStatus.Provisional)
            draft.Start(ground.Terms.Limit(ClockKind.Final, court), ground.Today, ground.Terms);
    }

    /// <summary>W14: a promise resolves provisionally, everything else finally.</summary>
    private static CaseStatus StatusAfter(EndingGround ground) => ground switch
    {
        EndingGround.OralPromise or EndingGround.WrittenUndertaking => CaseStatus.Provisional,
        EndingGround.Terminated => CaseStatus.Terminated,
        EndingGround.HandedOver => CaseStatus.HandedOver,
        _ => CaseStatus.Resolved,
    };
}
