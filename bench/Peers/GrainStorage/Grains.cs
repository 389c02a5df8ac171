using Orleans;

namespace PetitionMesh.Peers.GrainStorage;

/// <summary>A reception on its way to the grains.</summary>
[GenerateSerializer, Immutable]
internal sealed record Arrival(
    [property: Id(0)] StoredReception Reception,
    [property: Id(1)] string CaseNumber,
    [property: Id(2)] string? Name,
    [property: Id(3)] string? Phone,
    [property: Id(4)] DateOnly Day);

/// <summary>What came of it; null case when the key was used for another body.</summary>
[GenerateSerializer, Immutable]
internal sealed record Arrived(
    [property: Id(0)] Guid Reception,
    [property: Id(1)] Guid? Case,
    [property: Id(2)] string QueryCode,
    [property: Id(3)] int Number,
    [property: Id(4)] string Owner,
    [property: Id(5)] Guid? Summons,
    [property: Id(6)] bool Repeated);

[GenerateSerializer, Immutable]
internal sealed record KnownCase(
    [property: Id(0)] Guid Id,
    [property: Id(1)] string Number,
    [property: Id(2)] string Court,
    [property: Id(3)] int Receptions,
    [property: Id(4)] string Owner,
    [property: Id(5)] DateOnly OpenedOn,
    [property: Id(6)] DateOnly LastOn);

internal interface IPersonGrain : IGrainWithStringKey
{
    Task<Arrived> ReceiveAsync(Arrival arrival);

    Task<KnownCase[]> CasesAsync();
}

internal interface ICaseGrain : IGrainWithGuidKey
{
    Task<Arrived> ReceiveAsync(Arrival arrival);

    Task<KnownCase> ShowAsync();
}

/// <summary>Counts of one court and day.</summary>
internal interface ICounterGrain : IGrainWithStringKey
{
    Task CountAsync(bool first);

    Task<(long Receptions, long First)> ReadAsync();
}
