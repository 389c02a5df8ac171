using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Receptions;

/// <summary>Answer of a registered reception.</summary>
internal sealed record ReceptionView(
    ReceptionId ReceptionId,
    CaseId CaseId,
    string QueryCode,
    bool First,
    int Number,
    OwnerView? Owner,
    SummonsView? Summons,
    ImmutableArray<WarningView> Warnings);

/// <summary>W8: the owner was called.</summary>
internal sealed record SummonsView(SummonsId SummonsId, string LeaderId, string Status);

/// <summary>Registered all the same, but the clerk should look.</summary>
internal sealed record WarningView(string Code, string Message, ImmutableArray<CandidateView> Candidates);
