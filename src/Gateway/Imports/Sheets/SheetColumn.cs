using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>A column that a kind of sheet may have: the name in FORMS first, then names that real sheets use for it.</summary>
internal sealed record SheetColumn(string Name, params ImmutableArray<string> OtherNames)
{
    /// <summary>Without this column the sheet is not of its kind.</summary>
    public bool IsRequired { get; init; }
}
