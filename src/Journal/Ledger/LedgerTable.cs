using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What a writer, the recount and the rebuild need to know of a table.</summary>
/// <param name="KeyColumns">How many of the first columns are the key.</param>
/// <param name="Columns">In the order of the parameters of the table's write statement.</param>
internal sealed record LedgerTable<TRow>(string Name, int KeyColumns, ImmutableArray<LedgerColumn<TRow>> Columns)
{
    /// <summary>The key is the position of the event that wrote the row, and no later event changes it: rows can be compared run by run.</summary>
    public bool IsInJournalOrder { get; init; }

    /// <summary>
    /// Whether a change begins its row, so that no row with its key can be there. PostgreSQL then inserts it without looking for
    /// one, which would cost as much as the insert. Null where no change says so by itself.
    /// </summary>
    public Func<TRow, bool>? IsNew { get; init; }

    /// <summary>The change that most rows meet, when it touches few of many columns; null where all are written alike.</summary>
    public NarrowChange<TRow>? Narrow { get; init; }
}

/// <summary>A change of a row that is there, in a few columns: whatever says nothing in all the others, so that none is left out.</summary>
/// <param name="Statement">Of PostgreSQL, by its name among the write statements.</param>
/// <param name="Columns">In the order of its parameters.</param>
internal sealed record NarrowChange<TRow>(string Statement, ImmutableArray<LedgerColumn<TRow>> Columns, ImmutableArray<LedgerColumn<TRow>> Others)
{
    /// <param name="all">The columns of the table.</param>
    public static NarrowChange<TRow> Of(string statement, ImmutableArray<LedgerColumn<TRow>> all, params ReadOnlySpan<string> names)
    {
        var columns = ImmutableArray.CreateBuilder<LedgerColumn<TRow>>(names.Length);
        foreach (var name in names)
            columns.Add(all.Single(c => c.Name == name));
        return new(statement, columns.ToImmutable(), [.. all.Where(c => !columns.Contains(c))]);
    }

    public bool Fits(TRow row)
    {
        foreach (var column in Others)
        {
            if (!column.IsNull(row))
                return false;
        }

        return true;
    }
}
