using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>What an act on a reception day answers. Times are the city's.</summary>
/// <param name="Taken">Appointments that stand.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-standing")]
public sealed record ReceptionDayStanding(
    [property: Id(0)] CourtId Court,
    [property: Id(1)] DateOnly Date,
    [property: Id(2)] LeaderId Leader,
    [property: Id(3)] DateTimeOffset From,
    [property: Id(4)] DateTimeOffset To,
    [property: Id(5)] string Place,
    [property: Id(6)] string? Topic,
    [property: Id(7)] int Capacity,
    [property: Id(8)] int Taken,
    [property: Id(9)] ReceptionDayStatus Status)
{
    public static ReceptionDayStanding Of(ReceptionDay day, CourtId court, CitySnapshot city) => new(
        court, day.Date, day.Leader, city.InCity(day.From), city.InCity(day.To), day.Place, day.Topic, day.Capacity, day.Taken, day.Status);
}

/// <summary>What an act on an appointment answers: the slip that the person takes along. Nothing personal in it.</summary>
/// <param name="For">When to come, city time.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.appointment-standing")]
public sealed record AppointmentStanding(
    [property: Id(0)] AppointmentNumber Number,
    [property: Id(1)] CourtId Court,
    [property: Id(2)] DateTimeOffset For,
    [property: Id(3)] LeaderId Leader,
    [property: Id(4)] string LeaderName,
    [property: Id(5)] string Place,
    [property: Id(6)] AppointmentStatus Status,
    [property: Id(7)] ReceptionId? Reception)
{
    public static AppointmentStanding Of(ReceptionDay day, Appointment appointment, CitySnapshot city) => new(
        appointment.Number,
        appointment.Number.Court,
        city.InCity(appointment.For),
        day.Leader,
        city.Leader(day.Leader)?.Name ?? day.Leader.Value,
        day.Place,
        appointment.Status,
        appointment.Reception);
}
