using System.Data.Common;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Runs one embedded read statement on a store's own read connections. The statements are the same for every SQL store.</summary>
internal interface ILedgerReader
{
    /// <param name="statement">File name below <c>Read</c>.</param>
    /// <param name="read">Called for every row, in order.</param>
    /// <exception cref="Grains.Journaling.JournalUnavailableException">The store does not answer; ask again later.</exception>
    Task ReadAsync(string statement, Parameter[] parameters, Action<DbDataReader> read, CancellationToken cancellationToken);
}
