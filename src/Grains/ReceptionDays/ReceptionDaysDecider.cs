using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>The law of leader reception days by appointment (S7): pure, total, and safe to ask twice.</summary>
public static class ReceptionDaysDecider
{
    /// <summary>Nobody can be received in less.</summary>
    public static readonly TimeSpan LeastEach = TimeSpan.FromMinutes(5);

    /// <param name="contact">Of a booking, sealed for <see cref="NextNumber"/>.</param>
    public static Decision<ReceptionDaysEvent> Decide(
        ReceptionDaysState state, ReceptionDaysCommand command, RosterId month, ReceptionDaysTerms terms, Contact? contact = null) => command.Act switch
        {
            ReceptionDayAct.Announce or ReceptionDayAct.Close or ReceptionDayAct.Withdraw when !Keeps(command.Actor, month.Court) =>
                Refusal.Forbids("not-the-office", "领导接待日由本院信访部门或中院信访局公告、调整。"),
            ReceptionDayAct.Book or ReceptionDayAct.Cancel when command.Actor.Court != month.Court =>
                Refusal.Forbids("other-court", "预约由举办接待日的法院窗口或信访部门办理。"),
            ReceptionDayAct.Announce announce => Announce(state.On(announce.Date), announce, month, command.Now),
            ReceptionDayAct.Close close => Close(state.On(close.Date), close, month, command.Now),
            ReceptionDayAct.Withdraw withdraw => Withdraw(state.On(withdraw.Date), withdraw, month, command.Now),
            ReceptionDayAct.Book book => Book(state.On(book.Date), book, month, terms, contact, command.Now),
            ReceptionDayAct.Cancel cancel => Cancel(state.Find(cancel.Number), cancel, month, command.Now),
            ReceptionDayAct.Attend attend => Attend(state.Find(attend.Number), attend, month, command.Now),
            ReceptionDayAct.End => [.. state.Days.Values.Where(d => IsOver(d, command.Now)).SelectMany(d => End(d, month, command.Now))],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act.GetType().Name, "No rule for this act."),
        };

    /// <summary>The number that the day's next appointment gets.</summary>
    public static AppointmentNumber NextNumber(ReceptionDaysState state, CourtId court, DateOnly day) =>
        new(court, day, (state.On(day)?.Appointments.Length ?? 0) + 1);

    /// <summary>Why a reception on <paramref name="on"/> cannot be the one of this appointment; null when it can.</summary>
    public static Refusal? ProblemOf(Appointment? appointment, Cases.ReceptionId? reception, DateOnly on) => appointment switch
    {
        null => Refusal.Breaks("unknown-appointment", "S7", "没有这个预约号，请核对预约单。", "appointment"),
        { Status: AppointmentStatus.Cancelled } => Refusal.Breaks("appointment-cancelled", "S7", "该预约已取消，请重新预约，或按当日值班接待登记。", "appointment"),
        { Status: AppointmentStatus.Attended } when appointment.Reception != reception =>
            Refusal.Breaks("appointment-attended", "S7", "该预约已登记接待，同一预约号只用一次。", "appointment"),
        _ when appointment.Number.Date != on =>
            Refusal.Breaks("appointment-other-day", "S7", $"该预约是{appointment.Number.Date:M月d日}的接待日，请核对预约单和接访时间。", "appointment"),
        _ => null,
    };

    private static bool Keeps(Actor actor, CourtId court) => actor.Role == Role.Supervisor || (actor.Role == Role.Office && actor.Court == court);

    private static Decision<ReceptionDaysEvent> Announce(ReceptionDay? known, ReceptionDayAct.Announce announce, RosterId month, DateTimeOffset now)
    {
        if (announce.Rostered is not { } duty || duty.Leader != announce.Leader)
            return NotOnDay("leader");
        if (duty.HasBegun(now))
            return Refusal.Conflicts("day-begun", "S7", "该接待日已经开始或已结束，不能再公告。");
        if (announce.Capacity < 1 || ReceptionDay.EachOf(duty.From, duty.To, announce.Capacity) < LeastEach)
            return Refusal.Breaks("capacity", "S7", $"预约名额至少 1 个，且每位接待时间不少于 {LeastEach.TotalMinutes:0} 分钟，请核对名额。", "capacity");
        if (known is { Taken: > 0 } && (known.From != duty.From || known.To != duty.To || known.Capacity != announce.Capacity))
            return Refusal.Conflicts("has-appointments", "S7", "该接待日已有预约，时间和名额不能再改；可先取消该接待日，通知预约人后另行公告。");
        var announced = new ReceptionDaysEvent.Announced(
            month, announce.Date, announce.Leader, duty.From, duty.To, announce.Place, announce.Capacity, duty.Topic, now);
        return known is { Status: ReceptionDayStatus.Open } && Same(known, announced) ? [] : [announced];
    }

    private static bool Same(ReceptionDay known, ReceptionDaysEvent.Announced announced) =>
        (known.Leader, known.From, known.To, known.Place, known.Capacity, known.Topic)
        == (announced.Leader, announced.From, announced.To, announced.Place, announced.Capacity, announced.Topic);

    private static Decision<ReceptionDaysEvent> Close(ReceptionDay? known, ReceptionDayAct.Close close, RosterId month, DateTimeOffset now) => known?.Status switch
    {
        null => NoDay,
        ReceptionDayStatus.Open => [new ReceptionDaysEvent.Closed(month, close.Date, close.Reason, now)],
        _ => [],
    };

    private static Decision<ReceptionDaysEvent> Withdraw(ReceptionDay? known, ReceptionDayAct.Withdraw withdraw, RosterId month, DateTimeOffset now)
    {
        if (known is null)
            return NoDay;
        if (known.Status == ReceptionDayStatus.Withdrawn)
            return [];
        if (known.Appointments.Any(a => a.Status == AppointmentStatus.Attended))
            return Refusal.Conflicts("has-receptions", "S7", "该接待日已有预约人接待登记，不能再取消；可停止预约，不再接受新的预约人。");
        return known.From <= now
            ? Refusal.Conflicts("day-begun", "S7", "该接待日已经开始或已结束，不能再取消。")
            : [new ReceptionDaysEvent.Withdrawn(
                month, withdraw.Date, withdraw.Reason, [.. known.Appointments.Where(a => a.Status == AppointmentStatus.Booked).Select(a => a.Number)], now)];
    }

    private static Decision<ReceptionDaysEvent> Book(
        ReceptionDay? day, ReceptionDayAct.Book book, RosterId month, ReceptionDaysTerms terms, Contact? contact, DateTimeOffset now)
    {
        if (day is null or { Status: ReceptionDayStatus.Withdrawn })
            return NoDay;
        if (day.From - now < terms.BookUntil)
            return Refusal.Breaks("booking-too-late", "S7", $"预约须在接待日开始 {terms.BookUntil.TotalHours:0.#} 小时以前办理，请另选接待日，或由当日值班领导接待。", "date");
        if (book.Rostered != day.Leader)
            return NotOnDay("date");
        if (day.Status != ReceptionDayStatus.Open)
            return Refusal.Conflicts("booking-closed", "S7", $"该接待日已停止预约（{day.Why}），请另选接待日。");
        return day.Taken >= day.Capacity
            ? Refusal.Conflicts("day-full", "S7", $"该接待日 {day.Capacity} 个名额已约满，请另选接待日。")
            : [new ReceptionDaysEvent.Booked(
                month, new AppointmentNumber(month.Court, day.Date, day.Appointments.Length + 1), day.NextFree(), contact, now)];
    }

    private static Decision<ReceptionDaysEvent> Cancel(Appointment? known, ReceptionDayAct.Cancel cancel, RosterId month, DateTimeOffset now) => known switch
    {
        null => Refusal.Unknown("没有这个预约号，请核对预约单。"),
        { Status: AppointmentStatus.Cancelled } => [],
        { Status: AppointmentStatus.Booked, Contact: null } => [new ReceptionDaysEvent.Cancelled(month, cancel.Number, cancel.Reason, now)],
        { Status: AppointmentStatus.Booked } =>
        [
            new ReceptionDaysEvent.Cancelled(month, cancel.Number, cancel.Reason, now),
            new ReceptionDaysEvent.ContactsErased(month, [cancel.Number], now),
        ],
        { Status: AppointmentStatus.Attended } => Refusal.Conflicts("appointment-attended", "S7", "该预约已登记接待，不能取消。"),
        _ => Refusal.Conflicts("appointment-missed", "S7", "接待日已经结束，该预约不能再取消。"),
    };

    private static Decision<ReceptionDaysEvent> Attend(Appointment? known, ReceptionDayAct.Attend attend, RosterId month, DateTimeOffset now) =>
        ProblemOf(known, attend.Reception, attend.On) is { } refusal ? refusal
        : known!.Status == AppointmentStatus.Attended ? []
        : [new ReceptionDaysEvent.Attended(month, attend.Number, attend.Reception, now)];

    private static bool IsOver(ReceptionDay day, DateTimeOffset now) => day.Status != ReceptionDayStatus.Ended && day.To <= now;

    private static IEnumerable<ReceptionDaysEvent> End(ReceptionDay day, RosterId month, DateTimeOffset now)
    {
        yield return new ReceptionDaysEvent.DayEnded(
            month, day.Date, [.. day.Appointments.Where(a => a.Status == AppointmentStatus.Booked).Select(a => a.Number)], now);
        ImmutableArray<AppointmentNumber> kept = [.. day.Appointments.Where(a => a.Contact is not null).Select(a => a.Number)];
        if (!kept.IsEmpty)
            yield return new ReceptionDaysEvent.ContactsErased(month, kept, now);
    }

    private static Refusal NoDay { get; } = Refusal.Breaks("no-reception-day", "S7", "该日没有已公告的领导接待日，请查看接待日公告。", "date");

    private static Refusal NotOnDay(string field) =>
        Refusal.Breaks("leader-not-on-day", "S7", "值班表上该日没有这位领导的接待日（可能请假或已调整），请联系信访部门另行安排。", field);
}
