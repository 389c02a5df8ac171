using System.Diagnostics;
using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Bench.Journal;

/// <summary>
/// Peer (d): the floor under any journal on this database. The same bytes go into one table, many rows to a statement with
/// <c>unnest</c>, one prepared statement and one commit per batch, on one connection. It decides nothing and checks nothing.
/// </summary>
internal sealed class RawInsert : IAsyncDisposable
{
    private const string Insert =
        "INSERT INTO raw_event (position, stream, version, kind, at, actor, court, payload) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)";

    private readonly NpgsqlConnection _connection;
    private long _position;

    private RawInsert(NpgsqlConnection connection) => _connection = connection;

    private sealed record Row(string Stream, int Version, string Kind, DateTime At, string Actor, string Court, byte[] Payload);

    public static async Task<RawInsert> OpenAsync(PrivatePostgres postgres)
    {
        const string Database = "peer_raw";
        await postgres.CreateDatabaseAsync(Database).ConfigureAwait(false);
        var connection = new NpgsqlConnection(postgres.ConnectionString(Database) + ";Pooling=false");
        await connection.OpenAsync().ConfigureAwait(false);
        await using var create = new NpgsqlCommand(
            """
            CREATE TABLE raw_event (
                position bigint PRIMARY KEY, stream text NOT NULL, version int NOT NULL, kind text NOT NULL,
                at timestamptz NOT NULL, actor text NOT NULL, court text NOT NULL, payload bytea NOT NULL)
            """, connection);
        await create.ExecuteNonQueryAsync().ConfigureAwait(false);
        return new RawInsert(connection);
    }

    /// <summary>Inserts the events of all appends, so many appends to a commit.</summary>
    /// <returns>Appends per second.</returns>
    public async Task<double> RunAsync(IReadOnlyList<Append> appends, int batch)
    {
        // Laid out beforehand: the floor is the database's, not that of taking records apart.
        var batches = appends.Chunk(batch).Select(c => c.SelectMany(RowsOf).ToArray()).ToArray();
        await using var command = new NpgsqlCommand(Insert, _connection);
        foreach (var element in (NpgsqlDbType[])
            [NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Integer, NpgsqlDbType.Text, NpgsqlDbType.TimestampTz, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bytea])
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | element });
        await command.PrepareAsync().ConfigureAwait(false);

        var start = Stopwatch.GetTimestamp();
        foreach (var rows in batches)
        {
            command.Parameters[0].Value = rows.Select(_ => ++_position).ToArray();
            command.Parameters[1].Value = rows.Select(r => r.Stream).ToArray();
            command.Parameters[2].Value = rows.Select(r => r.Version).ToArray();
            command.Parameters[3].Value = rows.Select(r => r.Kind).ToArray();
            command.Parameters[4].Value = rows.Select(r => r.At).ToArray();
            command.Parameters[5].Value = rows.Select(r => r.Actor).ToArray();
            command.Parameters[6].Value = rows.Select(r => r.Court).ToArray();
            command.Parameters[7].Value = rows.Select(r => r.Payload).ToArray();
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }

        return appends.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static IEnumerable<Row> RowsOf(Append append) =>
        append.Slices.SelectMany(s => s.Events.Select((e, i) => new Row(
            s.Stream.Value, s.ExpectedVersion + i + 1, e.Kind, append.At.UtcDateTime, append.Actor, append.Court,
            ImmutableCollectionsMarshal.AsArray(e.Payload)!)));
}
