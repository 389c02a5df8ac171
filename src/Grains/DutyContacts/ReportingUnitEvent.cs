using System.Text.Json.Serialization;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Grains.DutyContacts;

/// <summary>Who can be reached for a unit around the clock (J11). Names and fields are on disk: add to them, never change them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ContactNamed), "reporting-unit.contact-named.v1")]
public abstract record ReportingUnitEvent
{
    /// <summary>J11: a contact is replaced and never taken away, so that the duty is always filled.</summary>
    /// <param name="Name">An official, with his office telephone.</param>
    public sealed record ContactNamed(UnitId Unit, string Name, string Post, string Phone, DateTimeOffset At) : ReportingUnitEvent;

    private ReportingUnitEvent()
    {
    }
}
