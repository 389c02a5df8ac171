using Microsoft.Data.Sqlite;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>A connection and its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    private SqliteSession(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>
    /// The one connection that writes. WAL with <c>synchronous=FULL</c> syncs at every commit; both are read back, because a
    /// journal that only believes to be durable is none.
    /// </summary>
    /// <exception cref="InvalidOperationException">SQLite did not accept a setting.</exception>
    public static SqliteSession OpenWriter(string file)
    {
        var session = Open(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Set(session, "pragma journal_mode = wal;", "pragma journal_mode;", "wal");
            Set(session, "pragma synchronous = full;", "pragma synchronous;", "2");
            Set(session, "pragma mmap_size = 0;", "pragma mmap_size;", "0");
            Run(session, "pragma cache_size = -65536;");
            Run(session, "pragma wal_autocheckpoint = 4000;");
            Run(session, "pragma journal_size_limit = 67108864;");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A connection that cannot write, whatever it is asked.</summary>
    public static SqliteSession OpenReader(string file)
    {
        var session = Open(file, SqliteOpenMode.ReadOnly);
        Run(session, "pragma query_only = on;");
        Run(session, "pragma mmap_size = 0;");
        return session;
    }

    /// <param name="path">Name of the embedded statement below <c>Sqlite/statements</c>.</param>
    public SqliteCommand Prepared(string path, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_prepared.TryGetValue(path, out var command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // The text is an embedded statement, never input.
            command.CommandText = EmbeddedSql.Read($"Sqlite/statements/{path}");
#pragma warning restore CA2100
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value);
            _prepared.Add(path, command);
            return command;
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        Connection.Dispose();
    }

    public static void Run(SqliteSession session, string sql)
    {
        using var command = session.Connection.CreateCommand();
#pragma warning disable CA2100 // Constants and embedded statements only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteSession Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ConnectionString);
        connection.Open();
        return new SqliteSession(connection);
    }

    private static void Set(SqliteSession session, string set, string ask, string expected)
    {
        Run(session, set);
        using var command = session.Connection.CreateCommand();
#pragma warning disable CA2100 // Constants only.
        command.CommandText = ask;
#pragma warning restore CA2100
        var actual = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (actual is not null && actual != expected)
            throw new InvalidOperationException($"SQLite answers '{actual}' to '{ask}'; the journal needs '{expected}'.");
    }
}
