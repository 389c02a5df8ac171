using System.Runtime.InteropServices;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The changes of one table, one per key, in the order in which the keys were first touched.</summary>
internal sealed class RowSet<TKey, TRow>
    where TKey : notnull
    where TRow : class, ILedgerRow<TKey, TRow>
{
    private Dictionary<TKey, TRow> _rows = [];

    public int Count => _rows.Count;

    public IReadOnlyCollection<TRow> Rows => _rows.Values;

    public void Add(TRow row)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, row.Key, out var touched);
        slot = touched ? slot!.Then(row) : row;
    }

    public void Add(RowSet<TKey, TRow> later)
    {
        foreach (var row in later._rows.Values)
            Add(row);
    }

    /// <param name="empty">That has no rows of its own.</param>
    public void MoveTo(RowSet<TKey, TRow> empty) => (empty._rows, _rows) = (_rows, empty._rows);

    public TRow? Find(TKey key) => _rows.GetValueOrDefault(key);
}
