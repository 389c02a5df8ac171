using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger.Sqlite;
using SQLitePCL;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>A transaction on the writer's connection. There is one writer, so its turn is the head lock.</summary>
internal sealed class SqliteBatch(SqliteWriterThread writer, HeadLock head, object turn, BatchOpening opening) : IStoreBatch
{
    private bool _finished;

    public BatchOpening Opening => opening;

    public static BatchOpening Open(SqliteSession session, BatchQuestion question)
    {
        SqliteSession.Run(session, "begin immediate;");
        var versions = new Dictionary<StreamId, int>(question.Streams.Length);
        foreach (var stream in question.Streams)
        {
            if (session.Prepared("find_version", ("$stream", stream.Value)).ExecuteScalar() is long version)
                versions.Add(stream, (int)version);
        }

        var commands = new Dictionary<CommandName, CommandRecord>();
        foreach (var name in question.Commands)
        {
            if (SqliteRows.FindCommand(session, name) is { } command)
                commands.Add(name, command);
        }

        return new BatchOpening(SqliteRows.ReadHead(session), versions, commands);
    }

    public async Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
    {
        await writer.RunAsync(session => Write(session, writes));
        await writer.RunAsync(Commit, committing: true);
        _finished = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_finished)
        {
            try
            {
                await writer.RunAsync(RollBack);
            }
            catch (StoreException)
            {
                // A connection that cannot roll back was closed, which does.
            }

            _finished = true;
        }

        head.Release(turn);
    }

    public static bool RollBack(SqliteSession session)
    {
        if (raw.sqlite3_get_autocommit(session.Connection.Handle) == 0)
            SqliteSession.Run(session, "rollback;");
        return true;
    }

    private static bool Commit(SqliteSession session)
    {
        SqliteSession.Run(session, "commit;");
        return true;
    }

    private static bool Write(SqliteSession session, BatchWrites writes)
    {
        foreach (var e in writes.Events)
        {
            session.Prepared(
                "insert_event",
                ("$position", e.Position),
                ("$stream", e.Stream.Value),
                ("$version", e.Version),
                ("$kind", e.Kind),
                ("$at", e.At.ToMicroseconds()),
                ("$actor", e.Actor),
                ("$court", e.Court),
                ("$payload", Bytes(e.Payload))).ExecuteNonQuery();
        }

        SqliteLedgerWriter.Write(session.Connection, writes.Ledger);
        foreach (var (command, at) in writes.Commands)
        {
            session.Prepared(
                "insert_command",
                ("$caller", command.Caller),
                ("$key", command.Key),
                ("$body_hash", Bytes(command.BodyHash)),
                ("$status", command.Status),
                ("$answer", Bytes(command.Answer)),
                ("$at", at.ToMicroseconds())).ExecuteNonQuery();
        }

        foreach (var subject in writes.Erased)
            session.Prepared("erase_keys", ("$subject", subject)).ExecuteNonQuery();
        foreach (var key in writes.Keys)
            session.Prepared("insert_key", ("$id", key.Id.Value), ("$subject", key.Subject), ("$city_key", key.CityKey), ("$bytes", Bytes(key.Bytes))).ExecuteNonQuery();
        WriteAccesses(session, writes);
        foreach (var (stream, snapshot) in writes.Snapshots)
        {
            session.Prepared(
                "keep_snapshot",
                ("$stream", stream.Value),
                ("$version", snapshot.Version),
                ("$state", Bytes(snapshot.State)),
                ("$seal", Bytes(snapshot.Seal))).ExecuteNonQuery();
        }

        if (writes.Forget is { } forget)
            session.Prepared("forget_commands", ("$before", forget.Before.ToMicroseconds()), ("$limit", forget.Limit)).ExecuteNonQuery();
        WriteHead(session, writes);
        return true;
    }

    private static void WriteAccesses(SqliteSession session, BatchWrites writes)
    {
        foreach (var access in writes.Accesses)
        {
            session.Prepared(
                "insert_access",
                ("$first_at", access.First.ToMicroseconds()),
                ("$last_at", access.Last.ToMicroseconds()),
                ("$actor", access.Actor),
                ("$court", access.Court),
                ("$what", access.What),
                ("$subject", access.Subject),
                ("$count", access.Count),
                ("$packed", Bytes(access.Packed))).ExecuteNonQuery();
        }
    }

    private static void WriteHead(SqliteSession session, BatchWrites writes)
    {
        session.Prepared(
            "insert_batch",
            ("$id", writes.Id.ToByteArray(bigEndian: true)),
            ("$first", writes.Before.Position + 1),
            ("$last", writes.Head.Position),
            ("$hash", Bytes(writes.Head.Hash)),
            ("$at", writes.At.ToMicroseconds())).ExecuteNonQuery();
        var moved = session.Prepared(
            "update_head",
            ("$position", writes.Head.Position),
            ("$hash", Bytes(writes.Head.Hash)),
            ("$before", writes.Before.Position)).ExecuteNonQuery();
        if (moved != 1)
            throw new StoreRefusedException("The batch was numbered from another head.");
    }

    private static byte[] Bytes(ImmutableArray<byte> bytes) => ImmutableCollectionsMarshal.AsArray(bytes) ?? [];
}
