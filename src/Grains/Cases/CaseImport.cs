using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// One matter of an imported ledger: all its rows (J1), the owner whom the winning row names (the earliest first visit, then the
/// earliest row), and what the ledger says of earlier visits, which enter no count (W5).
/// </summary>
/// <param name="Import">Id of the import; a repeat of the same matter by the same import answers as at first.</param>
/// <param name="Person">Key null when no row has an identity number: the case then stands by itself.</param>
/// <param name="Unit">Responsible unit of the winning row.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.import-matter")]
public sealed record ImportMatter(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] string Import,
    [property: Id(4)] Person Person,
    [property: Id(5)] CaseNumber? Number,
    [property: Id(6)] CourtId Unit,
    [property: Id(7)] LeaderId? Owner,
    [property: Id(8)] ImmutableArray<ImportedRow> Rows,
    [property: Id(9)] Secret Grievance,
    [property: Id(10)] DateOnly? FirstVisitOn,
    [property: Id(11)] int EarlierVisits,
    [property: Id(12)] bool LongStanding,
    [property: Id(13)] bool Enforcement,
    [property: Id(14)] bool ProvinceVisit)
{
    /// <summary>Id of the case when this matter opens one.</summary>
    public CaseId NewCase => new(Id.Derive("case"));
}

/// <summary>An <see cref="ImportMatter"/> on its way to its case, sealed, with the slice of its petitioner.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.case-import")]
public sealed record CaseImport(
    [property: Id(0)] ImportMatter Matter,
    [property: Id(1)] Opening Opening,
    [property: Id(2)] Sealed Person,
    [property: Id(3)] Sealed Grievance,
    [property: Id(4)] ImmutableArray<Slice> Slices,
    [property: Id(5)] ImmutableArray<WrappedKey> Keys);

/// <summary>How one matter of an import ended.</summary>
/// <param name="Result">What it did; null when another activation was faster and it must be asked again.</param>
/// <param name="Import">The import that did it, which is an earlier one when the same matter comes again.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.import-outcome")]
public sealed record ImportOutcome(
    [property: Id(0)] ImportResult? Result,
    [property: Id(1)] CaseId Case,
    [property: Id(2)] string Import,
    [property: Id(3)] ImmutableArray<Slice> Written)
{
    /// <summary>How many of its rows stood on the case already; they changed nothing.</summary>
    [Id(4)]
    public int Known { get; init; }
}

/// <summary>What an imported matter did to the register.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(CamelCaseEnumConverter<ImportResult>))]
public enum ImportResult
{
    /// <summary>It opened a case.</summary>
    Created,

    /// <summary>The city knew the matter; its rows were added to the case.</summary>
    Merged,
}
