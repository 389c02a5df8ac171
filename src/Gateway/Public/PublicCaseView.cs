using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Public;

/// <summary>What the holder of a receipt sees: nothing personal.</summary>
internal sealed record PublicCaseView(CaseStatus Status, PublicOwnerView? Owner, ImmutableArray<PublicDueView> Due);

internal sealed record PublicOwnerView(string Name, string Post);

/// <summary>What is due when. <paramref name="On"/> is the last city day.</summary>
internal sealed record PublicDueView(string What, string Rule, DateOnly On);
