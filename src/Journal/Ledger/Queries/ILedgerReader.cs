using System.Data.Common;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Runs one embedded read statement on a store's own read connections. The statements are the same for every SQL store.</summary>
internal interface ILedgerReader
{
    /// <param name="statement">File name below <c>Read</c>.</param>
    /// <param name="read">Called for every row, in order.</param>
    /// <exception cref="Grains.Journaling.JournalUnavailableException">The store does not answer; ask again later.</exception>
    Task ReadAsync(string statement, Parameter[] parameters, Action<DbDataReader> read, CancellationToken cancellationToken);

    /// <summary>Several statements in this order: one round trip where there is a wire.</summary>
    /// <exception cref="Grains.Journaling.JournalUnavailableException">The store does not answer; ask again later.</exception>
    async Task ReadAllAsync(IReadOnlyList<LedgerRead> reads, CancellationToken cancellationToken)
    {
        foreach (var one in reads)
            await ReadAsync(one.Statement, one.Parameters, one.Row, cancellationToken);
    }
}

/// <summary>One of several statements.</summary>
/// <param name="Row">Called for every row, in order.</param>
internal sealed record LedgerRead(string Statement, Parameter[] Parameters, Action<DbDataReader> Row);
