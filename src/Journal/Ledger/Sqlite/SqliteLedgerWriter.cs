using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>
/// Writes the ledger's changes inside the transaction that is open on the journal's one read-write connection. Statements are
/// prepared once per connection and live as long as it does.
/// </summary>
internal static class SqliteLedgerWriter
{
    private static readonly ConditionalWeakTable<SqliteConnection, SqliteLedgerStatements> Prepared = [];

    /// <exception cref="SqliteException">The store refuses; the caller's transaction rolls back as a whole.</exception>
    public static void Write(SqliteConnection connection, LedgerChanges changes) =>
        changes.Visit(Prepared.GetValue(connection, static c => new SqliteLedgerStatements(c, static sql => sql)));
}
