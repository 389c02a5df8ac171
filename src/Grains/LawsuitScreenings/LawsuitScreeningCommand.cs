using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.LawsuitScreenings;

/// <summary>An act on a unit's screening of a month: exactly one of the two.</summary>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.lawsuit-screening-step")]
public sealed record LawsuitScreeningStep(
    [property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor, [property: Id(2)] DateTimeOffset Now, [property: Id(3)] DateOnly Today)
{
    [Id(4)] public TellScreening? Tell { get; init; }

    [Id(5)] public SettleLawsuit? Settle { get; init; }
}

/// <summary>What was screened and found.</summary>
/// <param name="Reason">Of a correction; null for the report itself.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.tell-screening")]
public sealed record TellScreening(
    [property: Id(0)] int OpenLawsuits, [property: Id(1)] int ClosedLawsuits, [property: Id(2)] ImmutableArray<ScreenedLawsuit> Found, [property: Id(3)] string? Reason);

/// <summary>What came of the measures for a lawsuit.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.settle-lawsuit")]
public sealed record SettleLawsuit([property: Id(0)] CaseNumber Number, [property: Id(1)] string Outcome);

/// <summary>What every act on a screening answers.</summary>
/// <param name="Found">Lawsuits that may be petitioned about.</param>
/// <param name="Left">Those of them that are not settled.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.lawsuit-screening-answer")]
public sealed record LawsuitScreeningAnswer(
    [property: Id(0)] string Unit,
    [property: Id(1)] string Month,
    [property: Id(2)] LawsuitScreeningStatus Status,
    [property: Id(3)] int OpenLawsuits,
    [property: Id(4)] int ClosedLawsuits,
    [property: Id(5)] int Found,
    [property: Id(6)] int Left);
