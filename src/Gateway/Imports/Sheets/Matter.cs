using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>One petitioner's matter as a sheet lists it, perhaps by several units.</summary>
/// <param name="Rows">All its rows in the order of the sheet.</param>
internal sealed record Matter(ImmutableArray<UnresolvedRow> Rows)
{
    /// <summary>Whose word counts first: the earliest first visit (a row without one comes last), then the earlier row. What it leaves open, the next one says.</summary>
    public ImmutableArray<UnresolvedRow> ByPrecedence { get; } = [.. Rows.OrderBy(row => row.FirstVisit ?? DateOnly.MaxValue).ThenBy(row => row.Row)];

    public UnresolvedRow Winner => ByPrecedence[0];

    /// <summary>Gathers rows into matters, in the order of their first rows. Holds all rows: at most the sheet's limit.</summary>
    public static IEnumerable<Matter> Group(IEnumerable<UnresolvedRow> rows) =>
        rows.GroupBy(MatterKey.Of).Select(group => new Matter([.. group.OrderBy(row => row.Row)]));
}
