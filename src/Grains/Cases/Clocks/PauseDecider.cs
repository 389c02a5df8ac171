using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>Stops a clock for a reason that somebody approves, and lets the days that were left begin again.</summary>
internal static class PauseDecider
{
    /// <summary>The clocks that may be paused, or resumed.</summary>
    public static IEnumerable<ClockId> MayBe(CaseAct kind, CaseState state, CaseGround ground)
    {
        var draft = new CaseDraft(state);
        draft.Materialise(ground.Terms);
        return draft.Work.Clocks.Where(c => kind == CaseAct.Resume ? c.Standing == ClockStanding.Paused : MayPause(c, ground)).Select(c => c.Clock.Id);
    }

    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand.Act act)
    {
        var draft = new CaseDraft(state);
        draft.Materialise(act.Ground.Terms);
        var id = ClockId.Parse(act.Facts.Value("clock")!);
        var watched = draft.Work.Clocks.FirstOrDefault(c => c.Clock.Id == id);
        if (watched is null)
            return Refusal.Breaks("unknown-clock", "J5", "该事项没有这个期限，请核对。", "clock");
        if (act.Kind == CaseAct.Resume)
        {
            if (watched.Standing != ClockStanding.Paused)
                return Refusal.Conflicts("not-paused", "J5", "该期限没有中止，无需恢复。");
            draft.Tell(new CaseEvent.ClockResumed(state.Id, id, act.Ground.Today, Resumed(watched, act.Ground)));
            return draft.Decision;
        }
        if (!MayPause(watched, act.Ground))
            return Refusal.Conflicts("cannot-pause", "J5", "只有尚未到期、正在计算的期限可以中止。");
        if (act.Facts.Value("approvedBy") == state.Owner?.Leader.Value)
            return Refusal.Breaks("approver-concerned", "J5", "期限由包案领导承办，中止应由其他院领导批准。", "approvedBy");
        draft.Tell(new CaseEvent.ClockPaused(state.Id, id, act.Ground.Today, act.Facts.Value("reason")!, new LeaderId(act.Facts.Value("approvedBy")!)));
        return draft.Decision;
    }

    private static bool MayPause(WatchedClock watched, CaseGround ground) =>
        watched.Standing == ClockStanding.Running && watched.Clock.DueOn >= ground.Today && watched.Clock.Kind != ClockKind.Final;

    /// <summary>As many days after the resumption as were left at the pause, counted as the limit counts.</summary>
    private static DateOnly Resumed(WatchedClock watched, CaseGround ground)
    {
        if (watched.Clock.Unit != LimitUnit.WorkingDays)
            return ground.Today.AddDays(watched.Clock.DueOn.DayNumber - watched.Since.DayNumber);
        var left = 0;
        while (ground.Terms.Calendar.AddWorkingDays(watched.Since, left + 1).Date <= watched.Clock.DueOn)
            left++;
        return ground.Terms.Calendar.AddWorkingDays(ground.Today, left).Date;
    }
}
