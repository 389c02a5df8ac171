using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>A court's leader reception days of one month as they stand.</summary>
public sealed record ReceptionDaysState(ImmutableSortedDictionary<DateOnly, ReceptionDay> Days)
{
    public static ReceptionDaysState Empty { get; } = new(ImmutableSortedDictionary<DateOnly, ReceptionDay>.Empty);

    public ReceptionDay? On(DateOnly day) => Days.GetValueOrDefault(day);

    public Appointment? Find(AppointmentNumber number) => On(number.Date)?.Appointments.FirstOrDefault(a => a.Number == number);
}

/// <summary>One announced day (S7).</summary>
/// <param name="Status">Whether appointments can be made.</param>
/// <param name="Appointments">In the order in which they were made, cancelled ones too.</param>
/// <param name="Why">Why it was closed or called off.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-day")]
public sealed record ReceptionDay(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] LeaderId Leader,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] string Place,
    [property: Id(5)] int Capacity,
    [property: Id(6)] string? Topic,
    [property: Id(7)] ReceptionDayStatus Status,
    [property: Id(8)] string? Why,
    [property: Id(9)] ImmutableArray<Appointment> Appointments)
{
    /// <summary>Time that the leader has for each, whole five minutes.</summary>
    [JsonIgnore]
    public TimeSpan Each => EachOf(From, To, Capacity);

    [JsonIgnore]
    public int Taken => Appointments.Count(a => a.Status != AppointmentStatus.Cancelled);

    /// <summary>The earliest time of the day that nobody has.</summary>
    public DateTimeOffset NextFree()
    {
        var taken = Appointments.Where(a => a.Status != AppointmentStatus.Cancelled).Select(a => a.For).ToHashSet();
        var at = From;
        while (taken.Contains(at))
            at += Each;
        return at;
    }

    public static TimeSpan EachOf(DateTimeOffset from, DateTimeOffset to, int capacity)
    {
        var minutes = (int)((to - from).TotalMinutes / capacity);
        return TimeSpan.FromMinutes(minutes - (minutes % 5));
    }
}

/// <summary>One appointment.</summary>
/// <param name="Contact">Null when none was given, and after it was erased.</param>
/// <param name="Reception">The reception to which the person came.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.appointment")]
public sealed record Appointment(
    [property: Id(0)] AppointmentNumber Number,
    [property: Id(1)] DateTimeOffset For,
    [property: Id(2)] Contact? Contact,
    [property: Id(3)] AppointmentStatus Status,
    [property: Id(4)] ReceptionId? Reception);

[JsonConverter(typeof(CamelCaseEnumConverter<ReceptionDayStatus>))]
public enum ReceptionDayStatus
{
    Open,

    /// <summary>No further appointments; those made stand.</summary>
    Closed,

    /// <summary>Called off.</summary>
    Withdrawn,

    /// <summary>The half-day is over.</summary>
    Ended,
}

[JsonConverter(typeof(CamelCaseEnumConverter<AppointmentStatus>))]
public enum AppointmentStatus
{
    Booked,
    Cancelled,
    Attended,

    /// <summary>The half-day ended without a reception that names it.</summary>
    Missed,
}
