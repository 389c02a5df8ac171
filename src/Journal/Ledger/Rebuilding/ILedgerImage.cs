using System.Data.Common;

namespace PetitionMesh.Journal.Ledger;

/// <summary>One unchanging view of a stored ledger while the server goes on: everything is read as of <see cref="Position"/>.</summary>
internal interface ILedgerImage : IAsyncDisposable
{
    /// <summary>Up to which event the ledger counts.</summary>
    long Position { get; }

    /// <summary>Shows every row of a table, or those with a position in a range when the table has its rows in the journal's order.</summary>
    /// <param name="positions">After the first, up to and with the second; null for all rows.</param>
    /// <param name="read">Called for every row; false ends the reading.</param>
    Task ReadAsync<TRow>(LedgerTable<TRow> table, (long After, long UpTo)? positions, Func<DbDataReader, bool> read, CancellationToken cancellationToken);
}
