using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>One representative within a nested reception: the state of the stream whose turn is held, and what was sealed for it.</summary>
/// <param name="Registration">The event that makes this person known, when the city meets them now.</param>
/// <param name="NewKey">The data key that comes with it.</param>
/// <param name="Content">The sealed reception; only from the first representative, whose key seals it.</param>
/// <param name="Guard">That this key is still there; null for a new one.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.petitioner-standing")]
public sealed record PetitionerStanding(
    [property: Id(0)] PetitionerKey Petitioner,
    [property: Id(1)] int Version,
    [property: Id(2)] ImmutableArray<CaseLink> Links,
    [property: Id(3)] StoredEvent? Registration,
    [property: Id(4)] WrappedKey? NewKey,
    [property: Id(5)] SealedContent? Content,
    [property: Id(6)] Slice? Guard = null);

/// <summary>A case of a person, with the number under which the person petitions.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.case-link")]
public sealed record CaseLink([property: Id(0)] CaseId Case, [property: Id(1)] CaseNumber? Number);
