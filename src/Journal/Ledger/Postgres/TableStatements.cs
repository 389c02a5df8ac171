using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>Statements that take the keys from all tables of the ledger, and give them back.</summary>
internal sealed class TableStatements : ILedgerVisitor
{
    private readonly List<string> _drop = [];
    private readonly List<string> _add = [];

    private TableStatements() => new LedgerChanges().Visit(this);

    public static ImmutableArray<string> DropKeys { get; } = [.. new TableStatements()._drop];

    public static ImmutableArray<string> AddKeys { get; } = [.. new TableStatements()._add];

    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        _drop.Add(TableText.DropKey(TRow.Table));
        _add.Add(TableText.AddKey(TRow.Table));
    }
}
