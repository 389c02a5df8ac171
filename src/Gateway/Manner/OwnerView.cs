using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Manner;

/// <summary>The owner of a case on the wire.</summary>
internal sealed record OwnerView(string LeaderId, string Name, string Post, string Court, OwnerOrigin Origin)
{
    public static OwnerView? Of(OwnerStanding? owner) => owner is null ? null
        : new(owner.Leader.Value, owner.Name, owner.Post, owner.Court.Value, owner.Origin);
}
