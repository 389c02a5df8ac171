using System.Collections.Immutable;

namespace PetitionMesh.Grains.LawsuitScreenings;

/// <summary>
/// S2: every unit screens its open and closed lawsuits every month and tells what may be petitioned about, also that nothing may. What is late is marked and never
/// refused.
/// </summary>
public static class LawsuitScreeningDecider
{
    /// <summary>Days of the month after, on which it is still told in time. The rule says every month and no day, so this is ours.</summary>
    public const int DaysToReport = 5;

    /// <summary>Months back that are still told late.</summary>
    private const int MonthsBack = 12;

    public static Decision<LawsuitScreeningEvent> Decide(LawsuitScreeningState state, LawsuitScreeningId id, LawsuitScreeningStep step)
    {
        if (step.Actor.Role != Role.Office || step.Actor.Court != id.Unit.Court)
            return Refusal.Forbids("not-your-unit", "诉讼案件排查由本单位的信访部门报送和办理。");
        return step.Tell is { } tell ? Tell(state, id, step, tell) : Settle(state, id, step, step.Settle!);
    }

    private static Decision<LawsuitScreeningEvent> Tell(LawsuitScreeningState state, LawsuitScreeningId id, LawsuitScreeningStep step, TellScreening tell)
    {
        if (Wrong(id, step.Today, tell) is { } wrong)
            return wrong;
        if (tell.Reason is { } reason)
        {
            return state.Reported is null
                ? Refusal.Conflicts("not-reported", "S2", "该月尚未报送，请直接报送，不必更正。")
                : [new LawsuitScreeningEvent.Corrected(id, tell.OpenLawsuits, tell.ClosedLawsuits, tell.Found, state.LeftOf(tell.Found), reason, step.Actor.Name, step.Now)];
        }
        return state.Reported is not null
            ? Refusal.Conflicts("already-reported", "S2", "该月已经报送；如有变化，请写明理由更正。")
            : [new LawsuitScreeningEvent.Reported(id, tell.OpenLawsuits, tell.ClosedLawsuits, tell.Found, step.Today, step.Today > id.DueOn, step.Actor.Name, step.Now)];
    }

    private static Refusal? Wrong(LawsuitScreeningId id, DateOnly today, TellScreening tell) =>
        id.Month > today ? Refusal.Breaks("month-ahead", "S2", "该月尚未开始，请核对月份。", "month")
        : id.Month < new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsBack) ? Refusal.Breaks("month-long-ago", "S2", $"只能补报近 {MonthsBack} 个月的排查，请核对月份。", "month")
        : Twice(tell.Found) is { } number ? Refusal.Breaks("lawsuit-twice", "S2", $"{number} 列了两次，请核对。", "found")
        : Count(tell.Found, LawsuitStage.Open) > tell.OpenLawsuits ? Refusal.Breaks("more-than-screened", "S2", "列出的在办案件多于排查的在办案件，请核对。", "openLawsuits")
        : Count(tell.Found, LawsuitStage.Closed) > tell.ClosedLawsuits ? Refusal.Breaks("more-than-screened", "S2", "列出的已结案件多于排查的已结案件，请核对。", "closedLawsuits")
        : null;

    private static string? Twice(ImmutableArray<ScreenedLawsuit> found) => found.GroupBy(l => l.Number).FirstOrDefault(g => g.Skip(1).Any())?.Key.Value;

    private static int Count(ImmutableArray<ScreenedLawsuit> found, LawsuitStage stage) => found.Count(l => l.Stage == stage);

    private static Decision<LawsuitScreeningEvent> Settle(LawsuitScreeningState state, LawsuitScreeningId id, LawsuitScreeningStep step, SettleLawsuit settle)
    {
        if (state.Found.All(l => l.Number != settle.Number))
            return Refusal.Unknown("该月排查没有列出这个案件，请核对案号。");
        return state.Settled.TryGetValue(settle.Number, out var settled)
            ? Refusal.Conflicts("already-settled", "S2", $"该案已于 {settled.Day:yyyy-MM-dd} 登记落实情况。")
            : [new LawsuitScreeningEvent.Settled(id, settle.Number, settle.Outcome, state.Left - 1, step.Today, step.Actor.Name, step.Now)];
    }
}
