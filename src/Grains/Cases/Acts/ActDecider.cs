using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>The law of acts: who may, in which state, with what written down; then what the act makes true.</summary>
internal static class ActDecider
{
    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand.Act act)
    {
        var form = ActForms.Of(act.Kind);
        if (!state.Exists || !ActRights.Knows(state, act.Actor, act.Ground.City))
            return Refusal.Unknown("没有这个信访事项，请核对编号。");
        if (state.Work.Seen.Contains(act.Id))
            return [];
        if (Bar(state, form, act.Actor, act.Ground) is { } refusal)
            return refusal;
        if (ActChecks.Refuse(state, form, act) is { } incomplete)
            return incomplete;
        return act.Kind switch
        {
            CaseAct.Assign => AssignmentDecider.Assign(state, act),
            CaseAct.Enter => AssignmentDecider.Enter(state, act),
            CaseAct.Pause or CaseAct.Resume => PauseDecider.Decide(state, act),
            CaseAct.Close or CaseAct.Terminate or CaseAct.HandOver => ClosingDecider.Submit(state, act),
            CaseAct.Sign => ClosingDecider.Sign(state, act),
            CaseAct.SendBack => ClosingDecider.SendBack(state, act),
            CaseAct.Reopen => Reopen(state, act),
            CaseAct.DeclineReopening when !state.Work.ReopeningAsked =>
                Refusal.Conflicts("nothing-asked", "W14", "信访人没有待答复的重新办理申请，请核对。"),
            CaseAct.Level when LevelDecider.Refuse(state, act) is { } problem => problem,
            CaseAct.CongressReport when !IsItsPresident(state, act, "supervisedBy") =>
                Refusal.Breaks("president-supervises", "S6", "人大交办案件由院长督办，请填写办案法院或中级人民法院院长。", "supervisedBy"),
            CaseAct.Video => Video(state, form, act),
            _ => Act(state, form, act, []),
        };
    }

    /// <summary>What stands in the way of an act whatever is written down; null when nothing does.</summary>
    public static Refusal? Bar(CaseState state, ActForm form, Actor actor, CaseGround ground)
    {
        if (state.JoinedInto is not null)
            return ActRights.Joined;
        if (ActRights.Refuse(state, form, actor, ground) is { } refusal)
            return refusal;
        return form.When.HasFlag(PhaseOf(state, ground.Today))
            ? null
            : Refusal.Conflicts("wrong-state", form.Rule, $"该事项当前状态不能办理“{form.Title}”，请核对办理经过。");
    }

    public static CasePhase PhaseOf(CaseState state, DateOnly today) => state.Status switch
    {
        var running when running.IsRunning() => CasePhase.Running,
        CaseStatus.Provisional when CaseDecider.IsStillProvisional(state, today) => CasePhase.Promised,
        _ => CasePhase.Final,
    };

    /// <summary>W12: the order in which they answer stands on the act as it was worked out.</summary>
    private static Decision<CaseEvent> Video(CaseState state, ActForm form, CaseCommand.Act act)
    {
        var order = VideoOrder.Of(VideoOrder.Read(act.Facts.Value("judgments")!));
        return order.Order.IsEmpty
            ? Refusal.Breaks("nobody-answers", "W12", "按所填情况无人能够接访，请填写能够接访的承办法官、合议庭成员或者庭室（部门）负责人。", "judgments")
            : Act(state, form, act, order.ToFacts());
    }

    private static Decision<CaseEvent> Act(CaseState state, ActForm form, CaseCommand.Act act, ImmutableArray<Fact> more)
    {
        var draft = new CaseDraft(state);
        var ground = act.Ground;
        if (act.Kind == CaseAct.Answer)
            draft.Materialise(ground.Terms);
        ClockId? started = null;
        if (form.Starts is { } kind)
        {
            // S5, S3: the new plan, the higher level is what counts from now on; letters and referrals each wait for their own answer.
            if (!form.Waits)
                draft.Stop(c => c.Clock.Kind == kind, ground);
            var limit = ground.Terms.Limit(kind, Handling.CourtOf(state));
            started = act.Facts.Day(form.LimitField!) is { } until ? draft.StartUntil(limit, until, ground) : draft.Start(limit, ground.Today, ground.Terms);
        }
        if (form.Answers is not null && state.Work.Waiting.First(w => w.Id.Value == act.Facts.Value("of")).Clock is { } answered)
            draft.Meet(c => c.Clock.Id == answered, ground);
        var on = act.Facts.Day("on") ?? ground.Today;
        draft.Tell(new CaseEvent.Acted(
            state.Id, act.Id, act.Kind, on, ground.Now, act.Facts.AddRange(more), act.Narrative, act.Papers, started));
        foreach (var met in form.Meets.Concat(AnswersMeet(act)))
            draft.Meet(c => c.Clock.Kind == met && c.Clock.StartedOn <= on, ground);
        return draft.Decision;
    }

    /// <summary>G1, G2: a substantive answer is also a first one.</summary>
    private static IEnumerable<ClockKind> AnswersMeet(CaseCommand.Act act) =>
        act.Kind != CaseAct.Answer ? []
        : act.Facts.Value("kind") == "substantive" ? [ClockKind.Answer, ClockKind.Settle]
        : [ClockKind.Answer];

    /// <summary>W14: after a final end only the owner's recorded act reopens; within the year his act takes the promise back as a return does.</summary>
    private static Decision<CaseEvent> Reopen(CaseState state, CaseCommand.Act act)
    {
        var draft = new CaseDraft(state);
        // J9: a terminated case is to be handed over no more; whoever had the report before him reads why it is gone.
        if (state.Work.Closing is { } closing)
            draft.Tell(new CaseEvent.ClosingLapsed(state.Id, closing.Number, LapseGround.Reopened, act.Ground.Today));
        draft.FinishPromise(act.Ground.Today);
        draft.Reopen(null, act.Ground.Today, act.Ground.Today, act.Ground.Terms);
        draft.Tell(new CaseEvent.Acted(state.Id, act.Id, act.Kind, act.Ground.Today, act.Ground.Now, act.Facts, act.Narrative, [], null));
        return draft.Decision;
    }

    /// <summary>The president of the court that handles the case, or of the one above it.</summary>
    internal static bool IsItsPresident(CaseState state, CaseCommand.Act act, string field)
    {
        var city = act.Ground.City;
        return city.Leader(new LeaderId(act.Facts.Value(field)!)) is { Rank: LeaderRank.President } president
            && (president.Court == Handling.CourtOf(state) || city.Court(president.Court)?.Tier == CourtTier.Intermediate);
    }
}
