namespace PetitionMesh.Grains.OnSiteChecks;

/// <summary>Y5: a ledger is held against the papers, what is found is put right by a day, and whoever checked looks again. What is late is marked and never refused.</summary>
public static class OnSiteCheckDecider
{
    /// <summary>Years from today beyond which a day is a slip of the pen.</summary>
    private const int YearsOff = 1;

    /// <summary>Years before the check beyond which a ledger's first day is one.</summary>
    private const int LongestLedger = 20;

    public static Decision<OnSiteCheckEvent> Record(OnSiteCheckState state, RecordOnSiteCheck command)
    {
        if (state.Recorded is not null)
            return [];
        if (command.Actor.Role is not (Role.Office or Role.Supervisor))
            return NotYourRole;
        if (command.Actor.Role != Role.Supervisor && command.Court != command.Actor.Court)
            return Refusal.Forbids("not-your-court", "只能检查本院的台账，其他法院由中院信访局检查。");
        return Wrong(command) is { } wrong
            ? wrong
            :
            [
                new OnSiteCheckEvent.Recorded(
                    command.Check, command.Court, command.Actor.Court, command.Division, command.Day, command.Inspectors, command.Register, command.From, command.To, command.Shown,
                    command.Sampled, command.Agreeing, command.Findings, command.Opinion, command.DueOn, command.Actor.Name, command.Now),
            ];
    }

    public static Decision<OnSiteCheckEvent> Decide(OnSiteCheckState state, OnSiteCheckStep step)
    {
        // What concerns neither one's own court nor one's own check is nobody's to know; the supervisor reads all, and is told why he may not.
        if (state.Recorded is not { } recorded || !MayKnow(step.Actor, recorded))
            return Refusal.Unknown("没有这次现场检查，请核对编号。");
        if (step.Actor.Role is not (Role.Office or Role.Supervisor))
            return NotYourRole;
        return step.Measures is { } measures ? Rectify(state, recorded, step, measures) : Verify(state, recorded, step);
    }

    /// <summary>Who reads a check: the court that was checked, the one that checks, and the supervisor.</summary>
    public static bool MayKnow(Actor actor, OnSiteCheckEvent.Recorded recorded) =>
        actor.Role == Role.Supervisor || actor.Court == recorded.Court || actor.Court == recorded.Inspecting;

    private static Refusal NotYourRole => Refusal.Forbids("not-your-role", "现场检查由本院信访部门或者中院信访局登记，整改由受查法院的信访部门登记。");

    private static Refusal? Wrong(RecordOnSiteCheck command) => command switch
    {
        { Division: { } division } when !command.Divisions.Contains(division) => Refusal.Breaks("unknown-division", "Y5", "受查法院没有这个部门，请核对。", "division"),
        _ when command.Day > command.Today => Refusal.Breaks("day-ahead", "Y5", "检查日期晚于今天，请核对。", "on"),
        _ when command.Day < command.Today.AddYears(-YearsOff) => Refusal.Breaks("day-long-ago", "Y5", "检查日期早于一年前，请核对。", "on"),
        _ when command.To < command.From => Refusal.Breaks("days-reversed", "Y5", "台账截止日期早于起始日期，请核对。", "to"),
        _ when command.From < command.Day.AddYears(-LongestLedger) => Refusal.Breaks("days-long-ago", "Y5", $"台账起始日期早于检查日期前 {LongestLedger} 年，请核对。", "from"),
        _ when command.To > command.Day => Refusal.Breaks("days-ahead", "Y5", "台账截止日期晚于检查日期，请核对。", "to"),
        _ when command.Agreeing > command.Sampled => Refusal.Breaks("more-than-sampled", "Y5", "相符的多于抽查的，请核对。", "agreeing"),
        // What agrees with the papers is in the ledger, and the ledger counts itself: a check that was made up at a desk shows here.
        _ when command.Agreeing > command.Shown => Refusal.Breaks("more-than-shown", "Y5", $"相符的多于台账所载的 {command.Shown} 条，请核对台账、起止日期和条数。", "agreeing"),
        _ when command.Findings.Length < command.Sampled - command.Agreeing => Refusal.Breaks(
            "findings-missing", "Y5", $"抽查有 {command.Sampled - command.Agreeing} 条不相符，请逐条写明问题。", "findings"),
        { Findings.IsEmpty: true, DueOn: not null } => Refusal.Breaks("due-not-asked", "Y5", "没有发现问题的，不填整改期限。", "dueOn"),
        { Findings.IsEmpty: false, DueOn: null } => Refusal.Breaks("due-missing", "Y5", "发现问题的，请填写整改期限。", "dueOn"),
        { DueOn: { } due } => Due(due, command.Today),
        _ => null,
    };

    private static Refusal? Due(DateOnly due, DateOnly today) =>
        due < today ? Refusal.Breaks("due-before", "Y5", "整改期限早于今天，请核对。", "dueOn")
        : due > today.AddYears(YearsOff) ? Refusal.Breaks("due-far-off", "Y5", "整改期限在一年以后，请核对。", "dueOn")
        : null;

    private static Decision<OnSiteCheckEvent> Rectify(OnSiteCheckState state, OnSiteCheckEvent.Recorded recorded, OnSiteCheckStep step, string measures)
    {
        if (step.Actor.Court != recorded.Court)
            return Refusal.Forbids("not-your-court", "整改由受查法院登记。");
        return state.Status switch
        {
            OnSiteCheckStatus.Clean => Refusal.Conflicts("nothing-found", "Y5", "本次检查未发现问题，无须整改。"),
            OnSiteCheckStatus.Open => [new OnSiteCheckEvent.Rectified(recorded.Check, measures, step.Today, step.Today > state.DueOn, step.Actor.Name, step.Now)],
            OnSiteCheckStatus.Rectified => Refusal.Conflicts("already-rectified", "Y5", "整改情况已经登记，请等候复核。"),
            _ => Closed,
        };
    }

    private static Decision<OnSiteCheckEvent> Verify(OnSiteCheckState state, OnSiteCheckEvent.Recorded recorded, OnSiteCheckStep step)
    {
        if (step.Actor.Court != recorded.Inspecting)
            return Refusal.Forbids("not-your-check", "复核由检查的法院办理。");
        if (state.Status == OnSiteCheckStatus.Passed)
            return step.Pass ? [] : Closed;
        if (state.Rectified is not { } rectified)
            return Refusal.Conflicts("not-rectified", "Y5", "受查法院尚未登记整改情况，登记后再复核。");
        if (recorded.Court == recorded.Inspecting && rectified.By == step.Actor.Name)
            return Refusal.Forbids("own-measures", "整改由本人登记的，请由他人复核。");
        if (step.Back is not { } back)
            return [new OnSiteCheckEvent.Passed(recorded.Check, step.Today, step.Actor.Name, step.Now)];
        return Due(back.DueOn, step.Today) is { } wrong
            ? wrong
            : [new OnSiteCheckEvent.SentBack(recorded.Check, back.Reason, back.DueOn, step.Today, step.Actor.Name, step.Now)];
    }

    private static Refusal Closed => Refusal.Conflicts("check-closed", "Y5", "本次检查已经复核合格，不再办理。");
}
