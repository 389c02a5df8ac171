namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// One row's change. Changes of the same key follow one another with <see cref="Then"/>, which is associative, so it makes no
/// difference where a batch ends: the stores do with their row what <see cref="Then"/> does in memory.
/// </summary>
internal interface ILedgerRow<TKey, TSelf>
    where TKey : notnull
    where TSelf : class, ILedgerRow<TKey, TSelf>
{
    /// <summary>The table, its columns in the order of the stores' parameters, and how many of them are the key.</summary>
    static abstract LedgerTable<TSelf> Table { get; }

    TKey Key { get; }

    /// <summary>This change and then <paramref name="later"/>, as one.</summary>
    TSelf Then(TSelf later);
}
