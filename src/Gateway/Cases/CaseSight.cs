using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Cases;

/// <summary>Who sees a file: the courts that take part in it, and the supervisor. For everybody else it does not exist.</summary>
internal static class CaseSight
{
    /// <summary>The court whose cases the caller is confined to; null sees the city.</summary>
    public static CourtId? ConfinedTo(Actor actor) => actor.Role == Role.Supervisor ? null : actor.Court;

    /// <remarks>The owner reads his case also after he has gone to another court, until somebody succeeds him (W3). J6: whoever of the intermediate court signs a closing reads the case while its report is on the way.</remarks>
    public static bool Sees(Actor actor, CaseStanding standing, CitySnapshot city) =>
        actor.Role == Role.Supervisor
        || standing.Courts.Contains(actor.Court)
        || (actor.Role == Role.Leader && standing.Owner?.Leader.Value == actor.Subject)
        || (standing.InReview && ActRights.SignsAbove(actor, city));
}
