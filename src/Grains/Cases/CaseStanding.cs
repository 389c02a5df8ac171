using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>Where a case stands, without anything personal: what any court of the city may learn by look-up.</summary>
/// <param name="InReview">The intermediate court signs its closing report, so that whoever does may read it (J6).</param>
/// <param name="Receptions">How many receptions the system counts; visits before an import are kept apart.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.case-standing")]
public sealed record CaseStanding(
    [property: Id(0)] CaseId Case,
    [property: Id(1)] CaseNumber? CaseNumber,
    [property: Id(2)] CourtId Court,
    [property: Id(3)] CaseStatus Status,
    [property: Id(4)] int Receptions,
    [property: Id(5)] OwnerStanding? Owner,
    [property: Id(6)] DateOnly OpenedOn,
    [property: Id(7)] DateOnly? LastReceptionOn,
    [property: Id(8)] ImmutableArray<CourtId> Courts,
    [property: Id(9)] ImmutableArray<PetitionerKey> Petitioners,
    [property: Id(10)] CaseId? JoinedInto,
    [property: Id(11)] int Version,
    [property: Id(12)] bool InReview = false);
