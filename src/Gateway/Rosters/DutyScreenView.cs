using System.Collections.Immutable;
using PetitionMesh.Gateway.ReceptionDays;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>The duty screen as data (W16, S7): leaders' names and posts, of petitioners only appointment numbers.</summary>
/// <param name="Now">Who is on duty now, or null.</param>
/// <param name="Days">Monday to Sunday of this week, as published.</param>
/// <param name="ReceptionDays">Of this week, today and later.</param>
internal sealed record DutyScreenView(
    string Court,
    DateTimeOffset At,
    DateOnly Today,
    DutyLeaderView? Now,
    ImmutableArray<ScreenDayView> Days,
    ImmutableArray<ScreenReceptionView> ReceptionDays)
{
    public static DutyScreenView Of(
        CourtId court, DateTimeOffset instant, DateOnly today, DateOnly monday, IDutyDirectory duties, ImmutableArray<ReceptionDay> receptions, CitySnapshot city) => new(
            court.Value,
            city.InCity(instant),
            today,
            duties.OnDuty(court, instant) is { } now ? DutyLeaderView.Of(now.Leader, city) : null,
            [.. Enumerable.Range(0, 7).Select(monday.AddDays).Select(day => new ScreenDayView(day, [.. duties.Between(court, day, day).Select(d => ShiftView.Of(d, city))]))],
            [.. receptions.Where(d => d.Date >= today).Select(d => ScreenReceptionView.Of(d, city))]);
}

/// <summary>A day's published shifts.</summary>
internal sealed record ScreenDayView(DateOnly Date, ImmutableArray<ShiftView> Shifts);

/// <summary>A reception day on the screen. Appointments that were cancelled are not shown.</summary>
internal sealed record ScreenReceptionView(
    DateOnly Date,
    DateTimeOffset From,
    DateTimeOffset To,
    DutyLeaderView Leader,
    string Place,
    string? Topic,
    ReceptionDayStatus Status,
    int Remaining,
    ImmutableArray<TurnView> Appointments)
{
    public static ScreenReceptionView Of(ReceptionDay day, CitySnapshot city) => new(
        day.Date,
        city.InCity(day.From),
        city.InCity(day.To),
        DutyLeaderView.Of(day.Leader, city),
        day.Place,
        day.Topic,
        day.Status,
        day.Status == ReceptionDayStatus.Open ? day.Capacity - day.Taken : 0,
        [.. day.Appointments.Where(a => a.Status != AppointmentStatus.Cancelled).Select(a => new TurnView(a.Number, city.InCity(a.For), a.Status))]);
}
