using System.Collections.Immutable;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ReceptionDays;

namespace PetitionMesh.Gateway.ReceptionDays;

/// <summary>Answer of <c>GET /api/reception-days/{court}</c>: nothing personal in it.</summary>
internal sealed record ReceptionDayListView(ImmutableArray<ReceptionDayView> Items, string? Next = null);

/// <summary>One day (领导接待日).</summary>
/// <param name="InCharge">Whether the leader is in charge of the division asked about; null when none was.</param>
/// <param name="Remaining">Appointments still to be had; 0 unless it is open.</param>
internal sealed record ReceptionDayView(
    DateOnly Date,
    DutyLeaderView Leader,
    DateTimeOffset From,
    DateTimeOffset To,
    string Place,
    string? Topic,
    int Capacity,
    int Remaining,
    ReceptionDayStatus Status,
    string? Why,
    bool? InCharge,
    ImmutableArray<TurnView> Appointments)
{
    public static ReceptionDayView Of(ReceptionDay day, CitySnapshot city, string? about = null) => new(
        day.Date,
        DutyLeaderView.Of(day.Leader, city),
        city.InCity(day.From),
        city.InCity(day.To),
        day.Place,
        day.Topic,
        day.Capacity,
        day.Status == ReceptionDayStatus.Open ? day.Capacity - day.Taken : 0,
        day.Status,
        day.Why,
        about is null ? null : city.Leader(day.Leader) is { } leader && IsInCharge(leader, about),
        [.. day.Appointments.Select(a => new TurnView(a.Number, city.InCity(a.For), a.Status))]);

    public static bool IsInCharge(Leader leader, string division) => leader.Division == division || leader.InChargeOf.Contains(division);
}

/// <summary>A number and its time.</summary>
internal sealed record TurnView(AppointmentNumber Number, DateTimeOffset For, AppointmentStatus Status);

/// <summary>Answer of <c>GET …/appointments</c>: for the window, with what was left of whom to tell.</summary>
internal sealed record AppointmentListView(ImmutableArray<AppointmentView> Items, string? Next = null);

/// <param name="Name">Null when none was given, and after the half-day.</param>
internal sealed record AppointmentView(
    AppointmentNumber Number, DateTimeOffset For, AppointmentStatus Status, string? Name, string? Phone, string? Matter, string? ReceptionId);
