using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>
/// Writes the ledger's changes inside the transaction that is open on the journal's one read-write connection. Statements are
/// prepared once per connection and end with it.
/// </summary>
internal static class SqliteLedgerWriter
{
    private static readonly ConditionalWeakTable<SqliteConnection, SqliteLedgerStatements> Prepared = [];

    /// <exception cref="SqliteException">The store refuses; the caller's transaction rolls back as a whole.</exception>
    public static void Write(SqliteConnection connection, LedgerChanges changes) => changes.Visit(Prepared.GetValue(connection, Prepare));

    private static SqliteLedgerStatements Prepare(SqliteConnection connection)
    {
        var statements = new SqliteLedgerStatements(connection, static sql => sql);
        connection.StateChange += Forget;
        return statements;
    }

    /// <summary>A statement left open would keep the closed connection's file open.</summary>
    private static void Forget(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState != ConnectionState.Closed || sender is not SqliteConnection closed)
            return;
        closed.StateChange -= Forget;
        if (Prepared.TryGetValue(closed, out var statements))
            statements.Dispose();
        Prepared.Remove(closed);
    }
}
