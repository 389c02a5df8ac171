using System.Collections.Immutable;

namespace PetitionMesh.Grains.Rosters;

/// <summary>One day as the petition office wants it: what may not be, and the shifts that result.</summary>
internal sealed class DayArranging(RosterState state, RosterGround ground, RosterAct.Arrange arrange, Dictionary<ShiftKey, Duty> before)
{
    public Refusal? Problem()
    {
        if (!ground.Roster.Holds(arrange.Date))
            return Refusal.Breaks("other-month", null, "该日不在本月值班表内，请核对日期。", "date");
        for (var i = 0; i < arrange.Shifts.Length; i++)
        {
            if (Problem(arrange.Shifts[i], $"shifts[{i}]") is { } refusal)
                return refusal;
        }
        if (arrange.Shifts.Select(s => s.Kind).Distinct().Count() < arrange.Shifts.Length)
            return Refusal.Breaks("shift-twice", "W17", "同一班次只能有一位带班领导，请核对。", "shifts");
        return arrange.Shifts.Select(s => s.Leader).Distinct().Count() < arrange.Shifts.Length
            ? Refusal.Breaks("twice-a-day", "W17", "同一领导一天只值一班，请另行安排。", "shifts")
            : null;
    }

    public Dictionary<ShiftKey, Duty> Duties() => arrange.Shifts.Select(DutyOf).ToDictionary(d => d.Key);

    private Duty DutyOf(Arrangement shift)
    {
        var leader = ground.City.Leader(shift.Leader)!;
        var key = new ShiftKey(arrange.Date, shift.Kind);
        var duty = ground.DutyOf(key, leader, byHand: true) with { Staff = shift.Staff, Topic = shift.Topic };
        if (shift.From is { } from)
            duty = duty with { From = ground.City.At(arrange.Date, from) };
        if (shift.To is { } to)
            duty = duty with { To = ground.City.At(arrange.Date, to) };

        // Naming again who has the shift already keeps how he came to it.
        return before.GetValueOrDefault(key) is { } known && known.Leader == duty.Leader
            ? duty with { ByHand = known.ByHand, InsteadOf = known.InsteadOf }
            : duty;
    }

    private Refusal? Problem(Arrangement shift, string at)
    {
        if (shift.Kind.IsHalfDay() && !ground.Works(arrange.Date))
            return Refusal.Breaks("no-working-day", "W17", "按官方日历该日不是工作日，没有上午、下午班次；可安排工作时间外接待或领导接待日。", $"{at}.shift");
        if (HoursProblem(shift, at) is { } hours)
            return hours;
        if (ground.City.Leader(shift.Leader) is not { } leader)
            return Refusal.Breaks("unknown-leader", "W1", "没有这位领导，请填写领导编号。", $"{at}.leader");
        if (!leader.Active)
            return Refusal.Breaks("leader-left", "W1", $"{ground.NameOf(leader.Id)}已离任，请安排在任领导。", $"{at}.leader");
        if (!ground.ServesHere(leader, arrange.Date, state.Periods))
        {
            return Refusal.Breaks(
                "serves-elsewhere", "W17", $"{ground.NameOf(leader.Id)}当日不在本院带班；中院领导仅在敏感时期到其联系的基层法院带班。", $"{at}.leader");
        }
        return state.Leave.Contains(new LeaveDay(leader.Id, arrange.Date))
            ? Refusal.Breaks("on-leave", "W16", $"{ground.NameOf(leader.Id)}当日请假，请安排其他领导。", $"{at}.leader")
            : null;
    }

    private Refusal? HoursProblem(Arrangement shift, string at)
    {
        var usual = ShiftHours.Of(shift.Kind);
        var (from, to) = (shift.From ?? usual.From, shift.To ?? usual.To);
        if (shift.Kind.IsHalfDay() && (from, to) != usual)
            return Refusal.Breaks("fixed-hours", "W17", "上午班为 8:30—11:30，下午班为 13:30—17:00，不另设时间。", $"{at}.from");
        if (from >= to)
            return Refusal.Breaks("hours", "W17", "结束时间应晚于开始时间，请核对。", $"{at}.to");
        return shift.Kind == ShiftKind.AfterHours && ground.Works(arrange.Date) && OverlapsWorkingHours(from, to)
            ? Refusal.Breaks("within-working-hours", "S11", "工作时间外接待不得与上午、下午班次重叠，请核对时间。", $"{at}.from")
            : null;
    }

    private static bool OverlapsWorkingHours(TimeOnly from, TimeOnly to)
    {
        foreach (var kind in ShiftHours.OfWorkingDay)
        {
            var hours = ShiftHours.Of(kind);
            if (from < hours.To && to > hours.From)
                return true;
        }
        return false;
    }
}
