using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>The two shifts of a swap as their rosters hold them, and whether they may change hands.</summary>
internal sealed class SwapMatter(SwapCommand command, ShiftKey mine, ShiftKey theirs, ImmutableArray<SwapSide> sides, RosterGround ground)
{
    public ImmutableArray<SwapSide> Sides => sides;
    public Duty? Mine { get; } = SideOf(sides, mine)?.Duty(mine);
    public Duty? Theirs { get; } = SideOf(sides, theirs)?.Duty(theirs);

    public Refusal? Missing()
    {
        if (sides.Any(s => s.Published == 0))
            return Refusal.Conflicts("not-published", "W16", "值班表尚未公布，调整请直接联系信访部门。");
        return Mine is null ? NoLeader(mine, "mine") : Theirs is null ? NoLeader(theirs, "theirs") : null;
    }

    /// <summary>Asked when it is proposed and again when it is accepted: between the two, time and the roster move on.</summary>
    public Refusal? Problem()
    {
        var (one, other) = (Mine!, Theirs!);
        if (one.Leader == other.Leader)
            return Refusal.Breaks("same-leader", "W16", "两个班次是同一位领导，无须换班。", "theirs");
        if (one.Kind == ShiftKind.ReceptionDay || other.Kind == ShiftKind.ReceptionDay)
            return Refusal.Breaks("reception-day", "S7", "领导接待日已按预约对应分管领导，不能换班；确需调整请联系信访部门。", "mine");
        if (one.LeaderCourt != ground.Roster.Court || other.LeaderCourt != ground.Roster.Court)
            return Refusal.Breaks("linked-service", "W17", "敏感时期到联系法院带班不能换班，确需调整请联系信访部门。", "mine");
        return TooLate(one.From < other.From ? one : other) ?? Clash(one.Leader, other) ?? Clash(other.Leader, one) ?? Uncovered(one.Date) ?? Uncovered(other.Date);
    }

    /// <summary>This side's part of the agreed swap, and the swaps that lapse by it.</summary>
    public RosterEvent[] Moved(SwapSide side)
    {
        var (one, other) = (Mine!, Theirs!);
        ImmutableArray<Duty> set = [.. new[] { Given(one, other), Given(other, one) }.Where(d => side.Roster.Holds(d.Date)).OrderBy(d => d.Key)];
        var lapsed = side.Pending
            .Where(s => s.Swap != command.Swap && (s.Touches(mine) || s.Touches(theirs)))
            .Select(s => new RosterEvent.SwapLapsed(side.Roster, s.Swap, $"{ground.NameOf(one.Leader)}与{ground.NameOf(other.Leader)}已先行换班。", command.Now));
        return
        [
            new RosterEvent.SwapAccepted(side.Roster, command.Swap, set, (int)Math.Ceiling(ground.Notice.TotalHours), command.Now, side.Published + 1),
            .. lapsed,
        ];
    }

    private static SwapSide? SideOf(ImmutableArray<SwapSide> sides, ShiftKey shift) => sides.FirstOrDefault(s => s.Roster.Holds(shift.Date));

    private static Refusal NoLeader(ShiftKey shift, string field) =>
        Refusal.Breaks("no-such-shift", "W16", $"{shift.Words}没有值班安排，请查看值班表后重新选择。", field);

    private static Duty Given(Duty shift, Duty to) =>
        shift with { Leader = to.Leader, LeaderCourt = to.LeaderCourt, InsteadOf = shift.Leader, ByHand = true };

    /// <summary>W16: both must have told the office this long before the earlier of the two shifts begins; exactly then is in time.</summary>
    private Refusal? TooLate(Duty earlier) => earlier.From - command.Now < ground.Notice
        ? Refusal.Breaks(
            "swap-too-late",
            "W16",
            $"换班须由双方在班次开始 {ground.Notice.TotalHours:0.#} 小时以前告知信访部门，{earlier.Key.Words}已不能换班；确有特殊情况请联系信访部门调整。",
            "mine")
        : null;

    private Refusal? Clash(LeaderId id, Duty takes)
    {
        var side = SideOf(sides, takes.Key)!;
        if (ground.City.Leader(id) is not { } leader || !(ground with { Roster = side.Roster }).ServesHere(leader, takes.Date, side.Periods))
            return Refusal.Conflicts("cannot-serve", "W17", $"{ground.NameOf(id)}{takes.Key.Words}不能在本院带班，请另行协商。");
        if (side.Leave.Contains(new LeaveDay(id, takes.Date)))
            return Refusal.Conflicts("on-leave", "W16", $"{ground.NameOf(id)}{takes.Date:M月d日}请假，请另行协商。");
        return side.Duties.Any(d => d.Date == takes.Date && d.Leader == id && d.Key != mine && d.Key != theirs)
            ? Refusal.Conflicts("twice-a-day", "W17", $"{ground.NameOf(id)}{takes.Date:M月d日}已有班次，同一领导一天只值一班，请另行协商。")
            : null;
    }

    /// <summary>J2: a swap may not take the only court leader from a day.</summary>
    private Refusal? Uncovered(DateOnly day)
    {
        var before = sides.SelectMany(s => s.Duties).Where(d => d.Date == day).ToArray();
        var after = before.Select(d => d.Key == mine ? Given(d, Theirs!) : d.Key == theirs ? Given(d, Mine!) : d);
        return Coverage.HasCourtLeader(before, ground) && !Coverage.HasCourtLeader(after, ground)
            ? Refusal.Conflicts("no-court-leader", "J2", $"换班后{day:M月d日}没有院长或副院长带班，请与院长或副院长协商换班。")
            : null;
    }
}
