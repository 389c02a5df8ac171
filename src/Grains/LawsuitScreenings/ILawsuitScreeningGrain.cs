namespace PetitionMesh.Grains.LawsuitScreenings;

/// <summary>A unit's screening of its lawsuits of a month (S2). Key: <see cref="LawsuitScreeningId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-lawsuit-screening")]
public interface ILawsuitScreeningGrain : IGrainWithStringKey
{
    /// <summary>Answers with a <see cref="LawsuitScreeningAnswer"/>.</summary>
    [Alias("step")]
    Task<ActReply> StepAsync(LawsuitScreeningStep step);
}
