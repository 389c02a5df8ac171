using System.Net.Sockets;
using Npgsql;

namespace PetitionMesh.Tests;

/// <summary>
/// A real PostgreSQL for tests. Uses <c>PETITIONMESH_TEST_POSTGRES</c> (a connection string of a role that may create databases)
/// when it is set; else starts a private cluster of its own in a temporary directory on a loopback port; else
/// <see cref="Unavailable"/> says why not, and tests skip with that reason. Every test takes a database of its own.
/// </summary>
public class PostgresServer : IAsyncLifetime, IAsyncDisposable
{
    public const string Variable = "PETITIONMESH_TEST_POSTGRES";

    private PostgresCluster? _cluster;
    private string _connectionString = "";
    private int _databases;

    /// <summary>Why there is no PostgreSQL here; null when there is.</summary>
    public string? Unavailable { get; private set; }

    /// <summary>Whether commits wait for the disk. Only tests of that need it; the others would wait with them.</summary>
    protected virtual bool Syncs => false;

    /// <summary>True when the server is ours to stop, start and starve.</summary>
    public bool IsPrivate => _cluster is not null;

    /// <summary>The private cluster, for tests that restart it.</summary>
    public PostgresCluster Cluster => _cluster ?? throw new InvalidOperationException("This PostgreSQL is not ours to restart.");

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            _connectionString = given;
            return;
        }

        try
        {
            _cluster = await PostgresCluster.StartAsync(syncs: Syncs);
            _connectionString = _cluster.ConnectionString;
        }
        catch (Exception reason) when (reason is PostgresMissingException or NpgsqlException or IOException or SocketException)
        {
            Unavailable = $"No PostgreSQL for tests ({Variable} is not set): {reason.Message}";
        }
    }

    /// <summary>Skips the test by name when there is no PostgreSQL.</summary>
    public void SkipIfUnavailable() => Skip.If(Unavailable is not null, Unavailable);

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        SkipIfUnavailable();
        var name = $"pm_{Environment.ProcessId}_{Guid.NewGuid():N}_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here of hexadecimal digits.
        command.CommandText = $"create database {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }.ConnectionString;
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
