using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Manner;

/// <summary>The owner of a case on the wire.</summary>
internal sealed record OwnerView(string LeaderId, string Name, string Post, string Court, OwnerOrigin Origin)
{
    public static OwnerView? Of(OwnerStanding? owner) => owner is null ? null
        : new(owner.Leader.Value, owner.Name, owner.Post, owner.Court.Value, owner.Origin);

    public static OwnerView? Of(OwnerOfCase? owner, CitySnapshot city) => owner is null ? null
        : new(
            owner.Leader.Value,
            city.Leader(owner.Leader)?.Name ?? owner.Leader.Value,
            city.Leader(owner.Leader)?.Post ?? "",
            owner.Court.Value,
            owner.Origin);
}
