using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>Every row of a ledger as sorted lines, so that two ledgers are compared as texts.</summary>
internal sealed class LedgerText : ILedgerVisitor
{
    private readonly List<string> _lines = [];

    public static string Of(LedgerChanges rows)
    {
        var text = new LedgerText();
        rows.Visit(text);
        text._lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', text._lines);
    }

    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        foreach (var row in rows.Rows)
            _lines.Add($"{TRow.Table.Name}: {string.Join(" | ", TRow.Table.Columns.Select(c => $"{c.Name}={c.Print(row)}"))}");
    }
}
