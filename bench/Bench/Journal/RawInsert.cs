using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Bench.Postgres;

namespace PetitionMesh.Bench.Journal;

/// <summary>
/// Peer (d): the floor under any journal on this database. The same bytes go into one table, many rows to a statement with
/// <c>unnest</c>, one prepared statement and one commit per batch, on one connection. It decides nothing and checks nothing.
/// </summary>
internal sealed class RawInsert : IAsyncDisposable
{
    private const string Insert =
        "INSERT INTO raw_event (position, stream, version, kind, at, actor, payload) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)";

    private readonly NpgsqlConnection _connection;
    private long _position;

    private RawInsert(NpgsqlConnection connection) => _connection = connection;

    public static async Task<RawInsert> OpenAsync(PrivatePostgres postgres)
    {
        const string Database = "peer_raw";
        await postgres.CreateDatabaseAsync(Database).ConfigureAwait(false);
        var connection = new NpgsqlConnection(postgres.ConnectionString(Database) + ";Pooling=false");
        await connection.OpenAsync().ConfigureAwait(false);
        await using var create = new NpgsqlCommand(
            """
            CREATE TABLE raw_event (
                position bigint PRIMARY KEY, stream text NOT NULL, version bigint NOT NULL, kind text NOT NULL,
                at timestamptz NOT NULL, actor text NOT NULL, payload bytea NOT NULL)
            """, connection);
        await create.ExecuteNonQueryAsync().ConfigureAwait(false);
        return new RawInsert(connection);
    }

    /// <summary>Inserts batches for the given time and returns rows per second.</summary>
    public async Task<double> RunAsync(IReadOnlyList<RawRow> rows, int batch, double seconds)
    {
        await using var command = new NpgsqlCommand(Insert, _connection);
        Add(command, NpgsqlDbType.Bigint);
        Add(command, NpgsqlDbType.Text);
        Add(command, NpgsqlDbType.Bigint);
        Add(command, NpgsqlDbType.Text);
        Add(command, NpgsqlDbType.TimestampTz);
        Add(command, NpgsqlDbType.Text);
        Add(command, NpgsqlDbType.Bytea);
        await command.PrepareAsync().ConfigureAwait(false);

        var start = Stopwatch.GetTimestamp();
        long written = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            var slice = Enumerable.Range(0, batch).Select(i => rows[(int)((written + i) % rows.Count)]).ToArray();
            command.Parameters[0].Value = slice.Select(_ => ++_position).ToArray();
            command.Parameters[1].Value = slice.Select(r => r.Stream).ToArray();
            command.Parameters[2].Value = slice.Select(r => r.Version).ToArray();
            command.Parameters[3].Value = slice.Select(r => r.Kind).ToArray();
            command.Parameters[4].Value = slice.Select(r => r.At).ToArray();
            command.Parameters[5].Value = slice.Select(r => r.Actor).ToArray();
            command.Parameters[6].Value = slice.Select(r => r.Payload).ToArray();
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            written += batch;
        }

        return written / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static void Add(NpgsqlCommand command, NpgsqlDbType element) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | element });
}

/// <summary>One stored event, as bytes and columns.</summary>
internal sealed record RawRow(string Stream, long Version, string Kind, DateTime At, string Actor, byte[] Payload);
