using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>The journal's reads, one short statement each.</summary>
internal static class SqliteRows
{
    public static JournalHead ReadHead(SqliteSession session)
    {
        using var row = session.Prepared("read_head").ExecuteReader();
        row.Read();
        return new JournalHead(row.GetInt64(0), Bytes(row, 1));
    }

    public static ImmutableArray<RecordedEvent> ReadStream(SqliteSession session, StreamId stream, int afterVersion, int limit)
    {
        using var row = session.Prepared("read_stream", ("$stream", stream.Value), ("$after", afterVersion), ("$limit", limit)).ExecuteReader();
        var events = ImmutableArray.CreateBuilder<RecordedEvent>();
        while (row.Read())
        {
            events.Add(new RecordedEvent(
                row.GetInt64(0), stream, row.GetInt32(1), row.GetString(2), Instants.FromMicroseconds(row.GetInt64(3)), row.GetString(4), row.GetString(5), Bytes(row, 6)));
        }

        return events.DrainToImmutable();
    }

    public static ImmutableArray<RecordedEvent> ReadForward(SqliteSession session, long afterPosition, int limit)
    {
        using var row = session.Prepared("read_forward", ("$after", afterPosition), ("$limit", limit)).ExecuteReader();
        var events = ImmutableArray.CreateBuilder<RecordedEvent>();
        while (row.Read())
        {
            events.Add(new RecordedEvent(
                row.GetInt64(0), new StreamId(row.GetString(1)), row.GetInt32(2), row.GetString(3), Instants.FromMicroseconds(row.GetInt64(4)), row.GetString(5), row.GetString(6), Bytes(row, 7)));
        }

        return events.DrainToImmutable();
    }

    public static ImmutableArray<StoredBatch> ReadBatches(SqliteSession session, long afterPosition, int limit)
    {
        using var row = session.Prepared("read_batches", ("$after", afterPosition), ("$limit", limit)).ExecuteReader();
        var batches = ImmutableArray.CreateBuilder<StoredBatch>();
        while (row.Read())
        {
            batches.Add(new StoredBatch(
                new Guid(Bytes(row, 0).AsSpan(), bigEndian: true), row.GetInt64(1), row.GetInt64(2), Bytes(row, 3), Instants.FromMicroseconds(row.GetInt64(4))));
        }

        return batches.DrainToImmutable();
    }

    public static CommandRecord? FindCommand(SqliteSession session, CommandName name)
    {
        using var row = session.Prepared("find_command", ("$caller", name.Caller), ("$key", name.Key)).ExecuteReader();
        return row.Read() ? new CommandRecord(name.Caller, name.Key, Bytes(row, 0), row.GetInt32(1), Bytes(row, 2)) : null;
    }

    public static WrappedKey? FindKey(SqliteSession session, DataKeyId id)
    {
        using var row = session.Prepared("find_key", ("$id", id.Value)).ExecuteReader();
        return row.Read() ? new WrappedKey(id, row.GetString(0), row.GetString(1), Bytes(row, 2)) : null;
    }

    public static Snapshot? FindSnapshot(SqliteSession session, StreamId stream)
    {
        using var row = session.Prepared("find_snapshot", ("$stream", stream.Value)).ExecuteReader();
        return row.Read() ? new Snapshot(row.GetInt32(0), Bytes(row, 1), Bytes(row, 2)) : null;
    }

    private static ImmutableArray<byte> Bytes(SqliteDataReader row, int column) =>
        ImmutableCollectionsMarshal.AsImmutableArray((byte[])row.GetValue(column));
}
