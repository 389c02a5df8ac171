namespace PetitionMesh.Grains.CourtDays;

/// <summary>The law of the daily report, the nil return and the alert (J11): pure, total, and safe to ask twice.</summary>
public static class CourtDayDecider
{
    /// <summary>Alerts may be told for what happened at most this long ago; older things belong into the report.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static Decision<CourtDayEvent> Decide(CourtDayState state, CourtDayCommand command, CourtDayGround ground) => command.Act switch
    {
        CourtDayAct.Submit or CourtDayAct.Correct when !Reports(command.Actor, ground.Day.Unit) =>
            Refusal.Forbids("not-the-office", "日报告由本单位信访部门报送；监督部门不能代报。"),
        CourtDayAct.Submit submit => Submit(state, command, submit, ground),
        CourtDayAct.Correct correct => Correct(state, command, correct, ground),
        CourtDayAct.Raise raise => Raise(state, command, raise, ground),
        CourtDayAct.Acknowledge acknowledge => Acknowledge(state, command, acknowledge, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act.GetType().Name, "No rule for this act."),
    };

    private static bool Reports(Actor actor, UnitId unit) => actor.Role == Role.Office && actor.Court == unit.Court;

    private static Decision<CourtDayEvent> Submit(CourtDayState state, CourtDayCommand command, CourtDayAct.Submit act, CourtDayGround ground)
    {
        if (ground.Day.Date > ground.Today)
            return Refusal.Breaks("future-day", "J11", "不能预报尚未到来的日期，请核对日期。", "date");
        if (Problem(act.Nil, act.Figures) is { } refusal)
            return refusal;
        var figures = InForce(act.Nil, act.Figures, act.Registered);
        if (state.Report is { } report)
        {
            return report.Nil == act.Nil && report.Figures == figures && report.Remarks == act.Remarks
                ? []
                : Refusal.Conflicts("already-reported", "J11", "当日报告已经报送，不能重报；确有差错请办理更正并写明理由。");
        }
        return
        [
            new CourtDayEvent.ReportSubmitted(
                ground.Day, act.Nil, figures, act.Remarks, act.Registered, act.Position, command.Actor.Name, command.Now, command.Now > ground.Due),
        ];
    }

    private static Decision<CourtDayEvent> Correct(CourtDayState state, CourtDayCommand command, CourtDayAct.Correct act, CourtDayGround ground)
    {
        if (state.Report is not { } report)
            return Refusal.Conflicts("nothing-to-correct", "J11", "当日尚未报送，请直接报送日报告或零报告。");
        if (string.IsNullOrWhiteSpace(act.Reason))
            return Refusal.Breaks("reason", "J11", "更正须写明理由。", "reason");
        if (Problem(act.Nil, act.Figures) is { } refusal)
            return refusal;
        var figures = InForce(act.Nil, act.Figures, act.Registered);
        var remarks = act.Remarks ?? report.Remarks;
        return report.Nil == act.Nil && report.Figures == figures && report.Remarks == remarks
            ? []
            : [new CourtDayEvent.ReportCorrected(
                ground.Day, act.Nil, figures, remarks, act.Reason, act.Registered, act.Position, command.Actor.Name, command.Now)];
    }

    private static Decision<CourtDayEvent> Raise(CourtDayState state, CourtDayCommand command, CourtDayAct.Raise act, CourtDayGround ground)
    {
        if (command.Actor.Role is not (Role.Clerk or Role.Leader or Role.Office) || command.Actor.Court != ground.Day.Unit.Court)
            return Refusal.Forbids("alert-of-another", "预警由发生地所在单位报告。");
        if (state.Alert(act.Alert) is not null)
            return [];
        return act.OccurredAt > command.Now + Ahead
            ? Refusal.Breaks("future-alert", "J11", "发生时间晚于现在，请核对。", "occurredAt")
            : [new CourtDayEvent.AlertRaised(
                act.Alert, ground.Day, act.Kind, act.Case, act.Reception, act.Place, act.Headcount, act.Words, act.OccurredAt, command.Actor.Name, command.Now)];
    }

    private static Decision<CourtDayEvent> Acknowledge(CourtDayState state, CourtDayCommand command, CourtDayAct.Acknowledge act, CourtDayGround ground)
    {
        if (command.Actor.Role != Role.Supervisor)
            return Refusal.Forbids("not-the-supervisor", "预警由中院信访局签收。");
        return state.Alert(act.Alert) switch
        {
            null => Refusal.Unknown("没有这条预警，请核对编号。"),
            { AcknowledgedAt: not null } => [],
            _ => [new CourtDayEvent.AlertAcknowledged(act.Alert, ground.Day, command.Actor.Name, command.Now)],
        };
    }

    /// <summary>More people than this come to no court in a day: a slip of the pen.</summary>
    private const int MostOfADay = 1_000_000;

    private static Refusal? Problem(bool nil, DayFigures? figures)
    {
        if (figures is null)
            return null;
        if (DayFigureLines.All.FirstOrDefault(l => l.Of(figures) < 0) is { } negative)
            return Refusal.Breaks("figures", "J11", $"{negative.Title}不能为负数。", $"figures.{negative.Name}");
        if (DayFigureLines.All.FirstOrDefault(l => l.Of(figures) > MostOfADay) is { } many)
            return Refusal.Breaks("figures", "J11", $"{many.Title}过大，请核对。", $"figures.{many.Name}");
        return nil && figures != DayFigures.Nil
            ? Refusal.Breaks("nil-with-figures", "J11", "零报告不能同时填写数字；有接访请报送日报告。", "figures")
            : null;
    }

    private static DayFigures InForce(bool nil, DayFigures? figures, DayFigures registered) => nil ? DayFigures.Nil : figures ?? registered;
}
