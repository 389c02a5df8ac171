using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.OnSiteChecks;

/// <summary>Records an on-site check (Y5).</summary>
/// <param name="Today">City day.</param>
/// <param name="Divisions">Of the court, as the city knows them.</param>
/// <param name="Shown">Entries that the ledger showed a moment ago.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.record-on-site-check")]
public sealed record RecordOnSiteCheck(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] DateOnly Today,
    [property: Id(4)] CourtId Court,
    [property: Id(5)] ImmutableArray<string> Divisions,
    [property: Id(6)] string? Division,
    [property: Id(7)] DateOnly Day,
    [property: Id(8)] ImmutableArray<string> Inspectors,
    [property: Id(9)] CheckedRegister Register,
    [property: Id(10)] DateOnly From,
    [property: Id(11)] DateOnly To,
    [property: Id(12)] long Shown,
    [property: Id(13)] int Sampled,
    [property: Id(14)] int Agreeing,
    [property: Id(15)] ImmutableArray<Finding> Findings,
    [property: Id(16)] string? Opinion,
    [property: Id(17)] DateOnly? DueOn)
{
    public OnSiteCheckId Check => new(Id.Derive("on-site-check"));
}

/// <summary>A step of a check: exactly one of the three.</summary>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.on-site-check-step")]
public sealed record OnSiteCheckStep(
    [property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor, [property: Id(2)] DateTimeOffset Now, [property: Id(3)] DateOnly Today)
{
    /// <summary>整改: what was put right.</summary>
    [Id(4)] public string? Measures { get; init; }

    /// <summary>复核: why it is not right yet, with the new last day.</summary>
    [Id(5)] public SendCheckBack? Back { get; init; }

    [Id(6)] public bool Pass { get; init; }
}

/// <summary>退回整改.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.send-check-back")]
public sealed record SendCheckBack([property: Id(0)] string Reason, [property: Id(1)] DateOnly DueOn);

/// <summary>What recording a check, and every step of it, answers.</summary>
/// <param name="Shown">How many entries the ledger itself showed of the court and these days, at that moment.</param>
/// <param name="DueOn">整改期限, until 24:00; null where there is nothing to put right.</param>
/// <param name="Late">Put right after its last day; null while it is not, and after it was sent back.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.on-site-check-answer")]
public sealed record OnSiteCheckAnswer(
    [property: Id(0)] OnSiteCheckId CheckId, [property: Id(1)] OnSiteCheckStatus Status, [property: Id(2)] long Shown, [property: Id(3)] DateOnly? DueOn, [property: Id(4)] bool? Late);
