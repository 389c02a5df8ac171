using Microsoft.Data.Sqlite;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>One report, one read transaction on a read-only connection. It holds back checkpoints while it lasts, so a report asks and is gone.</summary>
/// <param name="open">Gives an open read-only connection, which is disposed after the report.</param>
internal sealed class SqliteFigureDesk(Func<SqliteConnection> open) : IFigureDesk
{
    public async Task<T> ReadAsync<T>(Func<IFigures, Task<T>> compose, CancellationToken cancellationToken)
    {
        await using var connection = open();
        await using var transaction = connection.BeginTransaction(deferred: true);
        var report = await compose(new SqlFigures(new SqliteLedgerReader(connection, transaction), cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return report;
    }
}
