using Microsoft.Data.Sqlite;
using Npgsql;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Postgres;
using PetitionMesh.Journal.Ledger.Sqlite;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Journal;

/// <summary>Opens the ledger that a store writes, for reading: on connections of its own, which never wait for the writer.</summary>
internal static class JournalLedgers
{
    public static ILedger Open(IJournalStore store, JournalOptions options) => options.Provider switch
    {
        JournalProvider.Memory => ((MemoryStore)store).Tables.Ledger,
        JournalProvider.Sqlite => new SqlLedger(new SqliteLedgerReader(() => OpenSqlite(Path.Combine(options.DataDirectory, "journal.db")))),
        JournalProvider.Postgres => new SqlLedger(new PostgresLedgerReader(NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(options.ConnectionString) { MaxPoolSize = options.Readers, ApplicationName = "petition-mesh-ledger" }))),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "No such provider of a journal."),
    };

    /// <summary>Read-only and pooled: a query takes a connection for its one statement.</summary>
    private static SqliteConnection OpenSqlite(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            DefaultTimeout = 5,
        }.ConnectionString);
        connection.Open();
        return connection;
    }
}
