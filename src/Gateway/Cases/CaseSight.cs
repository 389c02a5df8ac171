using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Cases;

/// <summary>Who sees a file: the courts that take part in it, and the supervisor. For everybody else it does not exist.</summary>
internal static class CaseSight
{
    /// <summary>The court whose cases the caller is confined to; null sees the city.</summary>
    public static CourtId? ConfinedTo(Actor actor) => actor.Role == Role.Supervisor ? null : actor.Court;

    public static bool Sees(Actor actor, CaseStanding standing) =>
        actor.Role == Role.Supervisor || standing.Courts.Contains(actor.Court);
}
