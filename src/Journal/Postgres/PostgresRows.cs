using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Npgsql;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Postgres;

/// <summary>Rows of the journal's statements as values.</summary>
internal static class PostgresRows
{
    public static JournalHead Head(NpgsqlDataReader row) => new(row.GetInt64(0), Bytes(row, 1));

    public static CommandRecord Command(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), Bytes(row, 2), row.GetInt32(3), Bytes(row, 4));

    /// <summary>A row of <c>read_streams</c>, behind the number of the question that it answers.</summary>
    public static RecordedEvent EventOf(StreamId stream, NpgsqlDataReader row) =>
        new(row.GetInt64(1), stream, row.GetInt32(2), row.GetString(3), Instant(row, 4), row.GetString(5), row.GetString(6), Bytes(row, 7));

    public static RecordedEvent Event(NpgsqlDataReader row) =>
        new(row.GetInt64(0), new StreamId(row.GetString(1)), row.GetInt32(2), row.GetString(3), Instant(row, 4), row.GetString(5), row.GetString(6), Bytes(row, 7));

    public static StoredBatch Batch(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2), Bytes(row, 3), Instant(row, 4));

    public static ImmutableArray<byte> Bytes(NpgsqlDataReader row, int column) =>
        ImmutableCollectionsMarshal.AsImmutableArray(row.GetFieldValue<byte[]>(column));

    private static DateTimeOffset Instant(NpgsqlDataReader row, int column) => new(row.GetDateTime(column), TimeSpan.Zero);
}
