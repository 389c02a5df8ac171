using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Npgsql;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger.Postgres;
using static NpgsqlTypes.NpgsqlDbType;
using static PetitionMesh.Journal.Postgres.PostgresStatements;

namespace PetitionMesh.Journal.Postgres;

/// <summary>The commands of a batch: a few statements with whole columns as arrays, however many rows there are.</summary>
internal static class PostgresWrites
{
    /// <summary>The rest of a transaction that holds the head lock.</summary>
    public static NpgsqlBatch Of(NpgsqlConnection connection, BatchWrites writes)
    {
        var batch = connection.CreateBatch();
        AddRows(batch, writes);
        if (!writes.Events.IsEmpty)
            Add(batch, "update_head", Value(writes.Head.Position, Bigint), Value(Bytes(writes.Head.Hash), Bytea));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        return batch;
    }

    /// <summary>A whole transaction: the server takes a batch for one, and commits it at its end.</summary>
    /// <param name="doubted">Whether the database may hold less than this process has read from it.</param>
    public static NpgsqlBatch Of(NpgsqlConnection connection, GuessedBatch guess, bool doubted)
    {
        var batch = connection.CreateBatch();
        AddGuard(batch, guess, doubted);
        AddRows(batch, guess.Writes);
        // What deletes stands alone: it must see what the others of its batch have written.
        if (guess.Writes.Forget is null && guess.Writes.Erased.IsEmpty)
            FoldedStatements.Fold(batch, from: 1);
        return batch;
    }

    /// <summary>
    /// Takes the head lock and refuses the batch unless all is as it expects. That a stream has not grown is guarded by its next
    /// version, which is unique; so only those are probed that are not written, and all of them where the versions themselves are in doubt.
    /// </summary>
    private static void AddGuard(NpgsqlBatch batch, GuessedBatch guess, bool doubted)
    {
        var written = guess.Writes.Events.Select(e => e.Stream).ToHashSet();
        var probed = guess.Expected.Where(e => (doubted && e.Version > 0) || !written.Contains(e.Stream)).ToArray();
        Add(
            batch,
            "advance_head",
            Value(guess.Writes.Before.Position, Bigint),
            Value(Bytes(guess.Writes.Before.Hash), Bytea),
            Value(guess.Writes.Head.Position, Bigint),
            Value(Bytes(guess.Writes.Head.Hash), Bytea),
            Column(probed, Text, e => e.Stream.Value),
            Column(probed, Integer, e => e.Version));
    }

    private static void AddRows(NpgsqlBatch batch, BatchWrites writes)
    {
        AddEvents(batch, writes);
        PostgresLedgerWriter.AddTo(batch, writes.Ledger);
        AddCommands(batch, writes);
        AddErasures(batch, writes);
        AddKeys(batch, writes);
        AddAccesses(batch, writes);
        AddSnapshots(batch, writes);
        if (writes.Forget is { } forget)
            Add(batch, "forget_commands", Value(forget.Before.UtcDateTime, TimestampTz), Value(forget.Limit, Integer));
        AddLink(batch, writes);
    }

    private static void AddEvents(NpgsqlBatch batch, BatchWrites writes)
    {
        if (writes.Events.IsEmpty)
            return;
        Add(
            batch,
            "insert_events",
            Column(writes.Events, Bigint, e => e.Position),
            Column(writes.Events, Text, e => e.Stream.Value),
            Column(writes.Events, Integer, e => e.Version),
            Column(writes.Events, Text, e => e.Kind),
            Column(writes.Events, TimestampTz, e => e.At.UtcDateTime),
            Column(writes.Events, Text, e => e.Actor),
            Column(writes.Events, Text, e => e.Court),
            Column(writes.Events, Bytea, e => Bytes(e.Payload)));
    }

    private static void AddCommands(NpgsqlBatch batch, BatchWrites writes)
    {
        if (writes.Commands.IsEmpty)
            return;
        Add(
            batch,
            "insert_commands",
            Column(writes.Commands, Text, c => c.Command.Caller),
            Column(writes.Commands, Text, c => c.Command.Key),
            Column(writes.Commands, Bytea, c => Bytes(c.Command.BodyHash)),
            Column(writes.Commands, Integer, c => c.Command.Status),
            Column(writes.Commands, Bytea, c => Bytes(c.Command.Answer)),
            Column(writes.Commands, TimestampTz, c => c.At.UtcDateTime));
    }

    private static void AddErasures(NpgsqlBatch batch, BatchWrites writes)
    {
        if (!writes.Erased.IsEmpty)
            Add(batch, "erase_keys", Column(writes.Erased, Text, s => s));
    }

    private static void AddKeys(NpgsqlBatch batch, BatchWrites writes)
    {
        if (writes.Keys.IsEmpty)
            return;
        Add(
            batch,
            "insert_keys",
            Column(writes.Keys, Text, k => k.Id.Value),
            Column(writes.Keys, Text, k => k.Subject),
            Column(writes.Keys, Text, k => k.CityKey),
            Column(writes.Keys, Bytea, k => Bytes(k.Bytes)));
    }

    private static void AddAccesses(NpgsqlBatch batch, BatchWrites writes)
    {
        if (writes.Accesses.IsEmpty)
            return;
        Add(
            batch,
            "insert_accesses",
            Column(writes.Accesses, TimestampTz, a => a.First.UtcDateTime),
            Column(writes.Accesses, TimestampTz, a => a.Last.UtcDateTime),
            Column(writes.Accesses, Text, a => a.Actor),
            Column(writes.Accesses, Text, a => a.Court),
            Column(writes.Accesses, Text, a => a.What),
            Column(writes.Accesses, Text, a => a.Subject),
            Column(writes.Accesses, Integer, a => a.Count),
            Column(writes.Accesses, Bytea, a => Bytes(a.Packed)));
    }

    private static void AddSnapshots(NpgsqlBatch batch, BatchWrites writes)
    {
        if (writes.Snapshots.IsEmpty)
            return;
        Add(
            batch,
            "keep_snapshots",
            Column(writes.Snapshots, Text, s => s.Stream.Value),
            Column(writes.Snapshots, Integer, s => s.Snapshot.Version),
            Column(writes.Snapshots, Bytea, s => Bytes(s.Snapshot.State)),
            Column(writes.Snapshots, Bytea, s => Bytes(s.Snapshot.Seal)));
    }

    private static void AddLink(NpgsqlBatch batch, BatchWrites writes) =>
        Add(
            batch,
            "insert_batch",
            Value(writes.Id, Uuid),
            Value(writes.Before.Position + 1, Bigint),
            Value(writes.Head.Position, Bigint),
            Value(Bytes(writes.Head.Hash), Bytea),
            Value(writes.At.UtcDateTime, TimestampTz));

    private static byte[] Bytes(ImmutableArray<byte> bytes) => ImmutableCollectionsMarshal.AsArray(bytes) ?? [];
}
