using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>Statements that take the keys from the tables of the ledger, and give them back.</summary>
internal sealed class TableStatements : ILedgerVisitor
{
    private readonly List<string> _drop = [];
    private readonly List<string> _add = [];

    private readonly bool _register;

    private TableStatements(bool register)
    {
        _register = register;
        new LedgerChanges().Visit(this);
    }

    public static ImmutableArray<string> DropKeys { get; } = [.. new TableStatements(register: false)._drop, .. new TableStatements(register: true)._drop];

    public static ImmutableArray<string> AddKeys { get; } = [.. new TableStatements(register: false)._add];

    /// <summary>Of the tables in the journal's order, whose rows can be copied before and after others.</summary>
    public static ImmutableArray<string> AddRegisterKeys { get; } = [.. new TableStatements(register: true)._add];

    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        if (TRow.Table.IsInJournalOrder != _register)
            return;
        _drop.Add(TableText.DropKey(TRow.Table));
        _add.Add(TableText.AddKey(TRow.Table));
    }
}
