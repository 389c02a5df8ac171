using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>The law of a roster (W16, W17, J2, S7, S11): pure, total, and safe to ask twice. Swaps are in <see cref="SwapDecider"/>.</summary>
public static class RosterDecider
{
    public static Decision<RosterEvent> Decide(RosterState state, RosterCommand command, RosterGround ground) => command.Act switch
    {
        RosterAct.TakeLeave leave when MayTell(command.Actor, leave.Leader, ground) => TakeLeave(state, leave, ground),
        RosterAct.EndLeave leave when MayTell(command.Actor, leave.Leader, ground) => EndLeave(state, leave, ground),
        RosterAct.TakeLeave or RosterAct.EndLeave =>
            Refusal.Forbids("leave-of-another", "请假由本人、其所在法院信访部门或中院信访局登记。"),
        RosterAct.DeclareSensitive or RosterAct.WithdrawSensitive when command.Actor.Role != Role.Supervisor =>
            Refusal.Forbids("sensitive-period", "敏感时期由中院信访局确定。"),
        RosterAct.DeclareSensitive declare => Declare(state, declare.Period, ground),
        RosterAct.WithdrawSensitive withdraw => Withdraw(state, withdraw.Name, ground),
        _ when !Keeps(command.Actor, ground) => Refusal.Forbids("not-the-office", "值班表由本院信访部门或中院信访局编排。"),
        RosterAct.Draft draft => DraftDecider.Draft(state, ground, draft.OpenCases),
        RosterAct.Publish => Publish(state, ground),
        RosterAct.Arrange arrange => Arrange(state, arrange, ground),
        RosterAct.HoldReceptionDay hold => HoldReceptionDay(state, hold, ground),
        RosterAct.CallOffReceptionDay calledOff => CallOffReceptionDay(state, calledOff, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act.GetType().Name, "No rule for this act."),
    };

    /// <summary>Version after a change: once published, every change is a new one.</summary>
    internal static int Next(RosterState state) => state.IsPublished ? state.Version + 1 : 0;

    /// <summary>W16: leaders whose swap can no longer be are told.</summary>
    internal static IEnumerable<RosterEvent> Lapses(RosterState state, RosterId roster, IEnumerable<ShiftKey> moved, string why, DateTimeOffset now, SwapId? but = null)
    {
        var keys = moved.ToHashSet();
        return state.Swaps.Values
            .Where(s => s.Status == SwapStatus.Proposed && s.Swap != but && keys.Any(s.Touches))
            .Select(s => new RosterEvent.SwapLapsed(roster, s.Swap, why, now));
    }

    private static bool Keeps(Actor actor, RosterGround ground) =>
        actor.Role == Role.Supervisor || (actor.Role == Role.Office && actor.Court == ground.Roster.Court);

    private static bool MayTell(Actor actor, LeaderId leader, RosterGround ground) =>
        actor.Role == Role.Supervisor
        || (actor.Role == Role.Office && actor.Court == ground.City.Leader(leader)?.Court)
        || (actor.Role == Role.Leader && actor.Subject == leader.Value);

    private static Decision<RosterEvent> Publish(RosterState state, RosterGround ground) => state switch
    {
        { IsPublished: true } => [],
        { Duties.IsEmpty: true } => Refusal.Conflicts("nothing-to-publish", "W16", "本月尚未排班，请先自动排班或逐日编排，再行公布。"),
        _ => [new RosterEvent.Published(ground.Roster, 1)],
    };

    private static Decision<RosterEvent> TakeLeave(RosterState state, RosterAct.TakeLeave leave, RosterGround ground)
    {
        if (Concerns(leave.Leader, ground) is { } refusal)
            return refusal;
        var (from, to) = WithinMonth(leave.From, leave.To, ground);
        if (from > to || AllDays(from, to).All(day => state.Leave.Contains(new LeaveDay(leave.Leader, day))))
            return [];
        ImmutableArray<ShiftKey> vacant = [.. state.Duties.Values
            .Where(d => d.Leader == leave.Leader && d.Date >= from && d.Date <= to && !d.HasBegun(ground.Now))
            .Select(d => d.Key)];
        return
        [
            new RosterEvent.LeaveTaken(ground.Roster, leave.Leader, from, to, vacant, vacant.IsEmpty ? state.Version : Next(state)),
            .. Lapses(state, ground.Roster, vacant, $"{ground.NameOf(leave.Leader)}已请假，班次空缺。", ground.Now),
        ];
    }

    private static Decision<RosterEvent> EndLeave(RosterState state, RosterAct.EndLeave leave, RosterGround ground)
    {
        if (Concerns(leave.Leader, ground) is { } refusal)
            return refusal;
        var (from, to) = WithinMonth(leave.From, leave.To, ground);
        return from > to || !AllDays(from, to).Any(day => state.Leave.Contains(new LeaveDay(leave.Leader, day)))
            ? []
            : [new RosterEvent.LeaveEnded(ground.Roster, leave.Leader, from, to)];
    }

    private static Refusal? Concerns(LeaderId id, RosterGround ground) =>
        ground.City.Leader(id) is { } leader && (leader.Court == ground.Roster.Court || leader.LinkedCourts.Contains(ground.Roster.Court))
            ? null
            : Refusal.Breaks("unknown-leader", "W1", "没有这位领导，或其不在本院值班，请核对领导编号。", "leader");

    private static Decision<RosterEvent> Declare(RosterState state, SensitivePeriod period, RosterGround ground)
    {
        if (period.From > period.To)
            return Refusal.Breaks("sensitive-period", "W17", "敏感时期的止日早于起日，请核对。", "to");
        if (state.Periods.FirstOrDefault(p => p.Name == period.Name) is { } known)
        {
            return known == period
                ? []
                : Refusal.Conflicts("sensitive-period", "W17", $"已有名为“{period.Name}”的敏感时期，请先撤回或另起名称。");
        }
        return period.To < ground.Roster.Month || period.From > ground.Roster.LastDay
            ? []
            : Relocate(state, state.Periods.Add(period), ground, (vacant, version) => new RosterEvent.SensitivePeriodDeclared(ground.Roster, period, vacant, version));
    }

    private static Decision<RosterEvent> Withdraw(RosterState state, string name, RosterGround ground) => state.Periods.All(p => p.Name != name)
        ? []
        : Relocate(
            state,
            state.Periods.RemoveAll(p => p.Name == name),
            ground,
            (vacant, version) => new RosterEvent.SensitivePeriodWithdrawn(ground.Roster, name, vacant, version));

    /// <summary>Shifts not begun whose leader now serves elsewhere are vacant.</summary>
    private static Decision<RosterEvent> Relocate(
        RosterState state, ImmutableArray<SensitivePeriod> periods, RosterGround ground, Func<ImmutableArray<ShiftKey>, int, RosterEvent> change)
    {
        ImmutableArray<ShiftKey> vacant = [.. state.Duties.Values
            .Where(d => !d.HasBegun(ground.Now) && ground.City.Leader(d.Leader) is { Active: true } leader && !ground.ServesHere(leader, d.Date, periods))
            .Select(d => d.Key)];
        return
        [
            change(vacant, vacant.IsEmpty ? state.Version : Next(state)),
            .. Lapses(state, ground.Roster, vacant, "敏感时期带班安排有变，班次空缺。", ground.Now),
        ];
    }

    private static Decision<RosterEvent> Arrange(RosterState state, RosterAct.Arrange arrange, RosterGround ground)
    {
        var before = state.On(arrange.Date).ToDictionary(d => d.Key);
        var day = new DayArranging(state, ground, arrange, before);
        if (day.Problem() is { } refusal)
            return refusal;
        var after = day.Duties();
        ImmutableArray<Duty> set = [.. after.Values.Where(d => !d.Equals(before.GetValueOrDefault(d.Key))).OrderBy(d => d.Key)];
        ImmutableArray<ShiftKey> cleared = [.. before.Keys.Where(k => !after.ContainsKey(k)).Order()];
        if (set.IsEmpty && cleared.IsEmpty)
            return [];
        var begun = cleared.Any(k => before[k].HasBegun(ground.Now)) || set.Any(d => d.HasBegun(ground.Now));
        if (state.IsPublished && begun && string.IsNullOrWhiteSpace(arrange.Reason))
            return Refusal.Breaks("shift-begun", "W17", "该班次已经开始，更正已公布的值班表须写明理由；更正不改变任何事项的包案领导。", "reason");
        return
        [
            new RosterEvent.DayArranged(ground.Roster, arrange.Date, set, cleared, arrange.Reason, Next(state)),
            .. Lapses(state, ground.Roster, set.Select(d => d.Key).Concat(cleared), "信访部门已重新编排该日班次。", ground.Now),
        ];
    }

    private static Decision<RosterEvent> HoldReceptionDay(RosterState state, RosterAct.HoldReceptionDay hold, RosterGround ground)
    {
        if (!state.IsPublished)
            return Refusal.Conflicts("not-published", "S7", "该月值班表尚未公布，请先公布值班表，再公告领导接待日。");
        var key = new ShiftKey(hold.Date, ShiftKind.ReceptionDay);
        var before = state.On(hold.Date).ToDictionary(d => d.Key);
        if (before.Values.Any(d => d.Leader == hold.Leader && d.Key != key))
            return Refusal.Breaks("twice-a-day", "W17", $"{ground.NameOf(hold.Leader)}当日已有班次，同一领导一天只值一班，请另行安排。", "leader");
        var alone = new RosterAct.Arrange(hold.Date, [new(ShiftKind.ReceptionDay, hold.Leader, hold.From, hold.To, null, hold.Topic)], null);
        var day = new DayArranging(state, ground, alone, before);
        if (day.Problem() is { } refusal)
            return refusal with { Field = refusal.Field?.Replace("shifts[0].", "", StringComparison.Ordinal) };
        var duty = day.Duties()[key];
        var known = before.GetValueOrDefault(key);
        if (duty.Equals(known))
            return [];
        return duty.HasBegun(ground.Now) || known?.HasBegun(ground.Now) == true
            ? Refusal.Conflicts("day-begun", "S7", "该接待日已经开始或已结束，不能再公告。")
            : [new RosterEvent.DayArranged(ground.Roster, hold.Date, [duty], [], null, Next(state))];
    }

    /// <summary>
    /// Whether the day could still be called off its announcement has decided, before it began; here only the shift follows. One that another leader has by
    /// now is not the shift that was announced.
    /// </summary>
    private static Decision<RosterEvent> CallOffReceptionDay(RosterState state, RosterAct.CallOffReceptionDay calledOff, RosterGround ground)
    {
        var key = new ShiftKey(calledOff.Date, ShiftKind.ReceptionDay);
        if (state.On(calledOff.Date).FirstOrDefault(d => d.Key == key)?.Leader != calledOff.Leader)
            return [];
        return
        [
            new RosterEvent.DayArranged(ground.Roster, calledOff.Date, [], [key], calledOff.Reason, Next(state)),
            .. Lapses(state, ground.Roster, [key], "该领导接待日已取消。", ground.Now),
        ];
    }

    private static (DateOnly From, DateOnly To) WithinMonth(DateOnly from, DateOnly to, RosterGround ground) =>
        (from < ground.Roster.Month ? ground.Roster.Month : from, to > ground.Roster.LastDay ? ground.Roster.LastDay : to);

    private static IEnumerable<DateOnly> AllDays(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            yield return day;
    }
}
