using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Manner;

/// <summary>An open case of the same person, as the clerk chooses among them.</summary>
/// <param name="Claim">Opened only for a caller whose court takes part in that case, else null.</param>
internal sealed record CandidateView(CaseId CaseId, string? CaseNumber, string? Claim, OwnerView? Owner);
