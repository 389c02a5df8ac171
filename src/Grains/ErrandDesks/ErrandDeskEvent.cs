using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>What happened to a stuck-errand desk (Y6). Names and fields are on disk: add to them, never change them.</summary>
/// <remarks>Whoever is named is an official. <c>By</c> is the name of who recorded it, <c>Day</c> the city day of that.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "errand-desk.opened.v1")]
[JsonDerivedType(typeof(OfficerNamed), "errand-desk.officer-named.v1")]
[JsonDerivedType(typeof(Closed), "errand-desk.closed.v1")]
public abstract record ErrandDeskEvent
{
    /// <param name="Place">Where it is; null where nobody said.</param>
    /// <param name="Officer">专人: an open desk always has one.</param>
    public sealed record Opened(ErrandDeskId Desk, CourtId Court, string Name, string? Place, string Officer, DateOnly Day, string By, DateTimeOffset At) : ErrandDeskEvent;

    /// <summary>Somebody else is its officer from now on.</summary>
    public sealed record OfficerNamed(ErrandDeskId Desk, string Officer, string Reason, DateOnly Day, string By, DateTimeOffset At) : ErrandDeskEvent;

    /// <summary>It takes no more complaints; those that it took are worked on.</summary>
    public sealed record Closed(ErrandDeskId Desk, string Reason, DateOnly Day, string By, DateTimeOffset At) : ErrandDeskEvent;

    private ErrandDeskEvent()
    {
    }
}
