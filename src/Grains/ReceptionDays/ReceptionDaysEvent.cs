using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>
/// What has happened to a court's leader reception days of one month (S7). Names and fields are on disk: add to them, never change them.
/// Reasons are kept for good and name no person.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Announced), "reception-day.announced.v1")]
[JsonDerivedType(typeof(Closed), "reception-day.closed.v1")]
[JsonDerivedType(typeof(Withdrawn), "reception-day.withdrawn.v1")]
[JsonDerivedType(typeof(Booked), "reception-day.booked.v1")]
[JsonDerivedType(typeof(Cancelled), "reception-day.cancelled.v1")]
[JsonDerivedType(typeof(Attended), "reception-day.attended.v1")]
[JsonDerivedType(typeof(DayEnded), "reception-day.ended.v1")]
[JsonDerivedType(typeof(ContactsErased), "reception-day.contacts-erased.v1")]
public abstract record ReceptionDaysEvent
{
    /// <summary>Appointments are open, or open again; said anew, leader, place or topic have changed.</summary>
    /// <param name="From">Instant, UTC; of the roster in force then, as is <paramref name="To"/>.</param>
    /// <param name="Capacity">Most appointments.</param>
    public sealed record Announced(
        RosterId Month, DateOnly Date, LeaderId Leader, DateTimeOffset From, DateTimeOffset To, string Place, int Capacity, string? Topic, DateTimeOffset At)
        : ReceptionDaysEvent;

    /// <summary>No further appointments; those made stand.</summary>
    public sealed record Closed(RosterId Month, DateOnly Date, string Reason, DateTimeOffset At) : ReceptionDaysEvent;

    /// <summary>The day is called off, and with it the appointments that still stood.</summary>
    public sealed record Withdrawn(
        RosterId Month, DateOnly Date, string Reason, ImmutableArray<AppointmentNumber> Appointments, DateTimeOffset At) : ReceptionDaysEvent;

    /// <param name="For">When the person is to come, UTC.</param>
    public sealed record Booked(
        RosterId Month, AppointmentNumber Number, DateTimeOffset For, Contact? Contact, DateTimeOffset At) : ReceptionDaysEvent;

    public sealed record Cancelled(RosterId Month, AppointmentNumber Number, string Reason, DateTimeOffset At) : ReceptionDaysEvent;

    /// <summary>A reception at that court named the appointment; also where it had counted as missed before it was registered.</summary>
    public sealed record Attended(RosterId Month, AppointmentNumber Number, ReceptionId Reception, DateTimeOffset At) : ReceptionDaysEvent;

    /// <summary>The half-day is over.</summary>
    /// <param name="Missed">Appointments nobody came to.</param>
    public sealed record DayEnded(RosterId Month, DateOnly Date, ImmutableArray<AppointmentNumber> Missed, DateTimeOffset At) : ReceptionDaysEvent;

    /// <summary>The data keys of these contacts are deleted with it: who had an appointment is kept no longer than needed.</summary>
    public sealed record ContactsErased(RosterId Month, ImmutableArray<AppointmentNumber> Numbers, DateTimeOffset At) : ReceptionDaysEvent;

    private ReceptionDaysEvent()
    {
    }
}

/// <summary>Whom to tell when a day is called off, and what it is about; sealed with a data key of the appointment's own.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.appointment-contact")]
public sealed record Contact([property: Id(0)] Sealed? Name, [property: Id(1)] Sealed? Phone, [property: Id(2)] Sealed? Matter)
{
    /// <summary>Where the texts are sealed for. On disk: never change them.</summary>
    public const string NameField = "name";
    public const string PhoneField = "phone";
    public const string MatterField = "matter";
}
