using Orleans;

namespace PetitionMesh.Peers.GrainStorage;

/// <summary>What a person's grain keeps: who it is and which lawsuits lead to which cases.</summary>
[GenerateSerializer]
internal sealed class PersonState
{
    [Id(0)]
    public string? Name { get; set; }

    [Id(1)]
    public string? Phone { get; set; }

    [Id(2)]
    public Dictionary<string, Guid> Cases { get; set; } = [];
}

/// <summary>What a case's grain keeps: its owner and every reception, so that one write makes a reception durable.</summary>
[GenerateSerializer]
internal sealed class CaseState
{
    [Id(0)]
    public string? Number { get; set; }

    [Id(1)]
    public string? Court { get; set; }

    [Id(2)]
    public string? Owner { get; set; }

    [Id(3)]
    public string? QueryCode { get; set; }

    [Id(4)]
    public DateOnly OpenedOn { get; set; }

    [Id(5)]
    public List<StoredReception> Receptions { get; set; } = [];
}

/// <summary>One reception, with the key under which it is answered again.</summary>
[GenerateSerializer, Immutable]
internal sealed record StoredReception(
    [property: Id(0)] Guid Id,
    [property: Id(1)] string Caller,
    [property: Id(2)] string? Key,
    [property: Id(3)] byte[] BodyHash,
    [property: Id(4)] string Court,
    [property: Id(5)] string Channel,
    [property: Id(6)] string Receiver,
    [property: Id(7)] DateTimeOffset OccurredAt,
    [property: Id(8)] int Headcount,
    [property: Id(9)] string Level,
    [property: Id(10)] string Claim,
    [property: Id(11)] string Opinion,
    [property: Id(12)] Guid? Summons);
