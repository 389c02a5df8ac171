namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>The ledger as the same rows in memory: the store of tests and simulation, and what a recount compares with.</summary>
internal sealed class MemoryLedger
{
    private readonly Lock _lock = new();
    private readonly LedgerChanges _rows = new();

    /// <summary>Takes up a batch, wholly and at once for every reader.</summary>
    public void Apply(LedgerChanges changes)
    {
        lock (_lock)
            _rows.Add(changes);
    }

    /// <summary>Reads under one lock: what it sees is one state between two batches.</summary>
    public T Read<T>(Func<LedgerChanges, T> read)
    {
        lock (_lock)
            return read(_rows);
    }
}
