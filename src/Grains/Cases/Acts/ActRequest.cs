using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>An act on its way to its case: the form filled in, its narrative readable until the case seals it.</summary>
/// <param name="Act">Derived from the command.</param>
/// <param name="ExpectedVersion">The version of the case that the caller has seen; null when any will do.</param>
/// <param name="Said">Names of the narrative fields that are filled in.</param>
/// <param name="Narrative">JSON object of the narrative fields; null when there are none.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.act-request")]
public sealed record ActRequest(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] ActId Act,
    [property: Id(4)] CaseAct Kind,
    [property: Id(5)] ImmutableArray<Fact> Facts,
    [property: Id(6)] ImmutableArray<string> Said,
    [property: Id(7)] Secret? Narrative,
    [property: Id(8)] ImmutableArray<PaperId> Papers,
    [property: Id(9)] int? ExpectedVersion = null);

/// <summary>A paper whose sealed content is stored and now is filed on its case.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.paper-filing")]
public sealed record PaperFiling(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] PaperId Paper,
    [property: Id(4)] PaperKind Kind,
    [property: Id(5)] string MediaType,
    [property: Id(6)] int Size,
    [property: Id(7)] string Hash,
    [property: Id(8)] DataKeyId? Key = null);

/// <summary>A visit to province or capital, told to us.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.outside-visit")]
public sealed record OutsideVisit(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] ActId Act,
    [property: Id(4)] Level Place,
    [property: Id(5)] DateOnly On,
    [property: Id(6)] string ToldBy);

/// <summary>What the petitioner says with the receipt's code: stars, or the wish to have the case taken up again.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.petitioner-word")]
public sealed record PetitionerWord(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] DateTimeOffset Now,
    [property: Id(2)] ActId Act,
    [property: Id(3)] int? Stars,
    [property: Id(4)] Secret? Reopening);
