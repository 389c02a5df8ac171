using System.Data.Common;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Compares stored rows with what the events say, column by column, in one text form for every store.</summary>
internal static class RowComparison
{
    /// <summary>The first column in which a stored row is not <paramref name="recounted"/>, or null.</summary>
    public static LedgerDifference? Compare<TRow>(LedgerTable<TRow> table, DbDataReader stored, TRow recounted)
    {
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var there = table.Columns[i].Print(stored, i);
            var here = table.Columns[i].Print(recounted);
            if (there != here)
                return new LedgerDifference(table.Name, KeyOf(table, recounted), table.Columns[i].Name, there, here);
        }

        return null;
    }

    /// <summary>What differs in a row of <see cref="TableText.FirstDifference"/>.</summary>
    public static LedgerDifference SideBySide<TRow>(LedgerTable<TRow> table, DbDataReader both)
    {
        var width = table.Columns.Length;
        if (both.IsDBNull(0))
            return Unexpected(table, KeyOf(table, both, width), stored: false);
        if (both.IsDBNull(width))
            return Unexpected(table, KeyOf(table, both, 0), stored: true);
        var column = Enumerable.Range(0, width).First(i => table.Columns[i].Print(both, i) != table.Columns[i].Print(both, width + i));
        return new LedgerDifference(
            table.Name,
            KeyOf(table, both, 0),
            table.Columns[column].Name,
            table.Columns[column].Print(both, column),
            table.Columns[column].Print(both, width + column));
    }

    /// <summary>A whole row that only one side has.</summary>
    public static LedgerDifference Unexpected<TRow>(LedgerTable<TRow> table, string key, bool stored) => new(
        table.Name,
        key,
        LedgerDifference.WholeRow,
        stored ? LedgerDifference.SomeRow : LedgerDifference.NoRow,
        stored ? LedgerDifference.NoRow : LedgerDifference.SomeRow);

    public static string KeyOf<TRow>(LedgerTable<TRow> table, TRow row) =>
        string.Join(",", table.Columns.Take(table.KeyColumns).Select(c => c.Print(row)));

    public static string KeyOf<TRow>(LedgerTable<TRow> table, DbDataReader row, int from) =>
        string.Join(",", table.Columns.Take(table.KeyColumns).Select((c, i) => c.Print(row, from + i)));
}
