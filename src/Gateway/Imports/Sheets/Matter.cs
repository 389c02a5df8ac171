using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>One petitioner's matter as a sheet lists it, perhaps by several units.</summary>
/// <param name="Winner">The row whose owner counts: the earliest first visit (a row without one comes last), then the earlier row.</param>
/// <param name="Rows">All its rows in the order of the sheet, the winner among them.</param>
internal sealed record Matter(UnresolvedRow Winner, ImmutableArray<UnresolvedRow> Rows)
{
    public bool IsListedTwice => Rows.Length > 1;

    /// <summary>Gathers rows into matters, in the order of their first rows. Holds all rows: at most the sheet's limit.</summary>
    public static IEnumerable<Matter> Group(IEnumerable<UnresolvedRow> rows) =>
        rows.GroupBy(MatterKey.Of).Select(group => Of([.. group.OrderBy(row => row.Row)]));

    private static Matter Of(ImmutableArray<UnresolvedRow> rows) =>
        new(rows.OrderBy(row => row.FirstVisit ?? DateOnly.MaxValue).ThenBy(row => row.Row).First(), rows);
}
