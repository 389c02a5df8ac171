using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Simulation.People;

/// <summary>What people were told of one case, which is what they can name when they work on it. It may be outdated, as people are.</summary>
internal sealed class KnownCase(CaseId id)
{
    public CaseId Id => id;

    public LeaderId? Owner { get; set; }

    public List<SummonsId> Summonses { get; } = [];

    public List<PaperId> Papers { get; } = [];

    /// <summary>Acts that can be answered, by what they are.</summary>
    public List<(CaseAct Act, ActId Id)> Waiting { get; } = [];
}
