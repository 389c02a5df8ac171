using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Sqlite;

/// <param name="read">Runs on a read-only connection, so that <c>verify</c> can ask beside the server.</param>
/// <param name="write">Runs on the one read-write connection.</param>
internal sealed class SqliteLedgerShape(
    Func<Func<SqliteSession, bool>, CancellationToken, Task<bool>> read, Func<Func<SqliteSession, bool>, Task<bool>> write) : ILedgerShape
{
    public Task<bool> FitsAsync(CancellationToken cancellationToken) =>
        read(session => SqliteSchema.Knows(session, LedgerSchema.SqliteShape), cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken) => write(session =>
    {
        SqliteSchema.CompleteLedger(session);
        return true;
    });

    public Task RememberAsync(CancellationToken cancellationToken) => write(session =>
    {
        SqliteSchema.Remember(session, LedgerSchema.SqliteShape);
        return true;
    });
}
