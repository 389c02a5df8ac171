using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>What came of one filled row: its content, or null when it is rejected; with a content the problems are warnings.</summary>
internal sealed record RowReading<T>(int Row, T? Content, ImmutableArray<RowProblem> Problems)
    where T : class
{
    public bool IsRejected => Content is null;
}
