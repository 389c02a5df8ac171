using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases;

/// <summary>An owner with name and post as the city knows them now.</summary>
internal static class OwnerWords
{
    public static OwnerStanding? Of(Owned? owner, CitySnapshot city) => owner is null
        ? null
        : new OwnerStanding(
            owner.Leader,
            city.Leader(owner.Leader)?.Name ?? owner.Leader.Value,
            city.Leader(owner.Leader)?.Post ?? "",
            owner.Court,
            owner.Origin);
}
