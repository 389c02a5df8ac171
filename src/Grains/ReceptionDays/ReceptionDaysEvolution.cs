using System.Collections.Immutable;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>What each event makes of a month's reception days. An event that cannot follow throws: a journal that lies must not be believed.</summary>
public static class ReceptionDaysEvolution
{
    public static ReceptionDaysState Evolve(ReceptionDaysState state, ReceptionDaysEvent @event) => @event switch
    {
        ReceptionDaysEvent.Announced e => With(state, new ReceptionDay(
            e.Date, e.Leader, e.From, e.To, e.Place, e.Capacity, e.Topic, ReceptionDayStatus.Open, null, state.On(e.Date)?.Appointments ?? [])),
        ReceptionDaysEvent.Closed e => With(state, Known(state, e.Date) with { Status = ReceptionDayStatus.Closed, Why = e.Reason }),
        ReceptionDaysEvent.Withdrawn e => With(
            state,
            Settle(Known(state, e.Date), e.Appointments, AppointmentStatus.Cancelled) with { Status = ReceptionDayStatus.Withdrawn, Why = e.Reason }),
        ReceptionDaysEvent.Booked e when state.Find(e.Number) is null => With(state, Booked(Known(state, e.Number.Date), e)),
        ReceptionDaysEvent.Cancelled e => With(state, Settle(Known(state, e.Number.Date), [e.Number], AppointmentStatus.Cancelled)),
        ReceptionDaysEvent.Attended e when state.Find(e.Number) is { Status: AppointmentStatus.Booked or AppointmentStatus.Missed } => With(
            state,
            Change(Known(state, e.Number.Date), [e.Number], a => a with { Status = AppointmentStatus.Attended, Reception = e.Reception })),
        ReceptionDaysEvent.DayEnded e => With(
            state, Settle(Known(state, e.Date), e.Missed, AppointmentStatus.Missed) with { Status = ReceptionDayStatus.Ended }),
        ReceptionDaysEvent.ContactsErased e => e.Numbers.GroupBy(n => n.Date).Aggregate(
            state, (after, day) => With(after, Change(Known(after, day.Key), [.. day], a => a with { Contact = null }))),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on these reception days."),
    };

    private static ReceptionDaysState With(ReceptionDaysState state, ReceptionDay day) => new(state.Days.SetItem(day.Date, day));

    private static ReceptionDay Known(ReceptionDaysState state, DateOnly date) =>
        state.On(date) ?? throw new InvalidOperationException($"No reception day was announced for {date:O}.");

    private static ReceptionDay Booked(ReceptionDay day, ReceptionDaysEvent.Booked e) =>
        day with { Appointments = day.Appointments.Add(new Appointment(e.Number, e.For, e.Contact, AppointmentStatus.Booked, null)) };

    private static ReceptionDay Settle(ReceptionDay day, ImmutableArray<AppointmentNumber> numbers, AppointmentStatus status) => Change(
        day,
        numbers,
        a => a.Status == AppointmentStatus.Booked
            ? a with { Status = status }
            : throw new InvalidOperationException($"Appointment {a.Number} is {a.Status} already."));

    private static ReceptionDay Change(ReceptionDay day, ImmutableArray<AppointmentNumber> numbers, Func<Appointment, Appointment> change) =>
        day with { Appointments = [.. day.Appointments.Select(a => numbers.Contains(a.Number) ? change(a) : a)] };
}
