using System.Collections.Immutable;
using PetitionMesh.Gateway.Ownership;

namespace PetitionMesh.Gateway.Cases;

/// <summary>One page of the ledger (台账), newest first.</summary>
internal sealed record CaseListView(ImmutableArray<StandingView> Items, string? Next);
