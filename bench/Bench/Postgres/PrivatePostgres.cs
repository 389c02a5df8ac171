using System.Globalization;
using Npgsql;

namespace PetitionMesh.Bench.Postgres;

/// <summary>
/// A PostgreSQL of the run's own: private directory, free loopback port, fsync on and every durability setting at its
/// default. All systems share it, each in a database of its own.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Times =
        """
        SELECT string_agg(format('%s %s ms in %s calls, %s rows, %s µs each: %s', datname, round(total_exec_time::numeric), calls, rows,
            round((total_exec_time * 1000 / calls)::numeric), left(regexp_replace(query, '\s+', ' ', 'g'), 90)), E'\n' ORDER BY datname, n)
        FROM (SELECT s.*, d.datname, row_number() OVER (PARTITION BY d.datname ORDER BY total_exec_time DESC) AS n
              FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid) t
        WHERE n <= 25
        """;

    private readonly string _directory;
    private readonly PostgresPrograms _programs;

    private PrivatePostgres(string directory, PostgresPrograms programs, int port)
    {
        _directory = directory;
        _programs = programs;
        Port = port;
    }

    public int Port { get; }

    /// <param name="timed">Let the server time every statement, see <see cref="TimesAsync"/>; costs it a few percent.</param>
    public static async Task<PrivatePostgres> StartAsync(string parent, bool timed = false)
    {
        var programs = PostgresPrograms.Find();
        var directory = Path.Combine(parent, "postgres");
        Directory.CreateDirectory(directory);
        await PostgresPrograms.GiveAsync(parent, directory).ConfigureAwait(false);
        var data = Path.Combine(directory, "data");
        await programs.RunAsync("initdb", "-D", data, "-U", "bench", "--auth=trust", "-E", "UTF8", "--locale=C").ConfigureAwait(false);

        var port = FreePort.Next();
        // Not durability: room for every system's connections, and no checkpoint forced into the middle of one's round.
        var options = string.Create(CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=600 -c shared_buffers=512MB -c max_wal_size=8GB{(timed ? " -c shared_preload_libraries=pg_stat_statements" : "")}");
        await programs.RunAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(directory, "log"), "-o", options, "start").ConfigureAwait(false);
        var postgres = new PrivatePostgres(directory, programs, port);
        if (timed)
            await postgres.ExecuteAsync("postgres", "CREATE EXTENSION pg_stat_statements").ConfigureAwait(false);
        return postgres;
    }

    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=bench;Database={database}");

    public Task CreateDatabaseAsync(string database) => ExecuteAsync("postgres", $"CREATE DATABASE {database}");

    /// <summary>Statistics and a checkpoint behind the preload, so that the first round pays for neither.</summary>
    public async Task SettleAsync(string database)
    {
        await ExecuteAsync(database, "VACUUM ANALYZE").ConfigureAwait(false);
        await ExecuteAsync(database, "CHECKPOINT").ConfigureAwait(false);
    }

    /// <summary>What statements took since the start, the costliest of each database first. Only where they are timed.</summary>
    public async Task<string> TimesAsync() => await AskAsync<string>("postgres", Times).ConfigureAwait(false) ?? "";

    public async Task<T?> AskAsync<T>(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false;Command Timeout=300");
        await connection.OpenAsync().ConfigureAwait(false);
        await using var command = new NpgsqlCommand(sql, connection);
        var value = await command.ExecuteScalarAsync().ConfigureAwait(false);
        return value is T t ? t : default;
    }

    /// <summary>Processor seconds of the postmaster and all it has started, those already gone included.</summary>
    public TimeSpan Cpu()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(_directory, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        return ProcessTimes.OfFamily(postmaster);
    }

    public async ValueTask DisposeAsync()
    {
        await _programs.RunAsync("pg_ctl", "-D", Path.Combine(_directory, "data"), "-w", "-m", "fast", "stop").ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false;Command Timeout=300");
        await connection.OpenAsync().ConfigureAwait(false);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
