using Microsoft.Data.Sqlite;
using Npgsql;
using PetitionMesh.Journal;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Cluster.Running;

/// <summary>Where a gateway keeps its journal, and a way to look at it from outside.</summary>
internal abstract record StoreUnderTest(string Directory)
{
    /// <summary>SQLite in the data directory.</summary>
    public sealed record Sqlite(string Directory) : StoreUnderTest(Directory)
    {
        public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Journal__Provider"] = "Sqlite" };

        public override JournalOptions Options => new() { Provider = JournalProvider.Sqlite, DataDirectory = Directory };

        public override async Task<long> CountAsync(string statement)
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(Directory, "journal.db")};Mode=ReadOnly;Pooling=False;Default Timeout=5");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
            command.CommandText = statement;
#pragma warning restore CA2100
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>PostgreSQL; the data directory holds keys and exported heads.</summary>
    public sealed record Postgres(string Directory, string ConnectionString) : StoreUnderTest(Directory)
    {
        public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["Journal__Provider"] = "Postgres",
            ["Journal__ConnectionString"] = ConnectionString,
        };

        public override JournalOptions Options => new()
        {
            Provider = JournalProvider.Postgres,
            ConnectionString = ConnectionString,
            DataDirectory = Directory,
        };

        public override async Task<long> CountAsync(string statement)
        {
            await using var connection = await OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
            command.CommandText = statement;
#pragma warning restore CA2100
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }

        public async Task<NpgsqlConnection> OpenAsync()
        {
            var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, ApplicationName = "petitionmesh-test" }.ConnectionString);
            await connection.OpenAsync();
            return connection;
        }
    }

    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    public abstract JournalOptions Options { get; }

    /// <summary>Opens the journal for reading, beside the server.</summary>
    public IJournalStore Open() => JournalStores.Open(Options);

    /// <summary>One number from the database.</summary>
    public abstract Task<long> CountAsync(string statement);
}
