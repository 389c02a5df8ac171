using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Memory;
using PetitionMesh.Journal.Snapshots;

namespace PetitionMesh.Journal.Memory;

/// <summary>The rows of a <see cref="MemoryStore"/>, with the guards a database would have. Callers hold the store's lock.</summary>
internal sealed class MemoryTables
{
    public JournalHead Head { get; private set; } = JournalHead.Beginning;

    public List<RecordedEvent> Events { get; } = [];

    public Dictionary<StreamId, List<long>> Streams { get; } = [];

    public Dictionary<Guid, StoredBatch> Batches { get; } = [];

    public List<StoredBatch> Links { get; } = [];

    public Dictionary<CommandName, CommandWrite> Commands { get; } = [];

    public Dictionary<DataKeyId, WrappedKey> Keys { get; } = [];

    public List<AccessRow> Accesses { get; } = [];

    public Dictionary<StreamId, SnapshotRow> Snapshots { get; } = [];

    /// <summary>The same rows a database would hold.</summary>
    public MemoryLedger Ledger { get; } = new();

    public MemoryTables Clone()
    {
        var clone = new MemoryTables { Head = Head };
        clone.Events.AddRange(Events);
        clone.Links.AddRange(Links);
        clone.Accesses.AddRange(Accesses);
        foreach (var (stream, positions) in Streams)
            clone.Streams.Add(stream, [.. positions]);
        foreach (var (id, batch) in Batches)
            clone.Batches.Add(id, batch);
        foreach (var (name, command) in Commands)
            clone.Commands.Add(name, command);
        foreach (var (id, key) in Keys)
            clone.Keys.Add(id, key);
        foreach (var (stream, snapshot) in Snapshots)
            clone.Snapshots.Add(stream, snapshot);
        clone.Ledger.Apply(Projection.Project(CollectionsMarshal.AsSpan(Events)));
        return clone;
    }

    public BatchOpening Open(BatchQuestion question)
    {
        var versions = new Dictionary<StreamId, int>();
        foreach (var stream in question.Streams)
        {
            if (Streams.TryGetValue(stream, out var positions))
                versions.Add(stream, positions.Count);
        }

        var commands = new Dictionary<CommandName, CommandRecord>();
        foreach (var name in question.Commands)
        {
            if (Commands.TryGetValue(name, out var command))
                commands.Add(name, command.Command);
        }

        return new BatchOpening(Head, versions, commands);
    }

    public ImmutableArray<RecordedEvent> ReadStream(StreamId stream, int afterVersion, int limit) =>
        Streams.TryGetValue(stream, out var positions)
            ? [.. positions.Skip(afterVersion).Take(limit).Select(p => Events[(int)p - 1])]
            : [];

    public ImmutableArray<StoredBatch> ReadBatches(long afterPosition, int limit) =>
        [.. Links.SkipWhile(b => b.Last <= afterPosition).Take(limit)];

    /// <exception cref="StoreRefusedException">The rows break a rule that a database's keys would guard.</exception>
    public void Write(BatchWrites writes)
    {
        Guard(writes);
        foreach (var @event in writes.Events)
        {
            Events.Add(@event with { Event = null }); // As on a disk: only the bytes stay.
            if (!Streams.TryGetValue(@event.Stream, out var positions))
                Streams.Add(@event.Stream, positions = []);
            positions.Add(@event.Position);
        }

        Ledger.Apply(writes.Ledger);
        foreach (var erased in Keys.Values.Where(k => writes.Erased.Contains(k.Subject)).ToArray())
            Keys.Remove(erased.Id);
        foreach (var key in writes.Keys)
            Keys.Add(key.Id, key);
        foreach (var command in writes.Commands)
            Commands.Add(CommandName.Of(command.Command), command);
        Accesses.AddRange(writes.Accesses);
        foreach (var snapshot in writes.Snapshots)
            Snapshots[snapshot.Stream] = snapshot;
        Forget(writes.Forget);
        var batch = new StoredBatch(writes.Id, writes.Before.Position + 1, writes.Head.Position, writes.Head.Hash, writes.At);
        Batches.Add(writes.Id, batch);
        if (!writes.Events.IsEmpty)
            Links.Add(batch);
        Head = writes.Head;
    }

    private void Guard(BatchWrites writes)
    {
        if (writes.Before != Head || writes.Head.Position != Head.Position + writes.Events.Length)
            throw new StoreRefusedException("The batch was numbered from another head.");
        if (writes.Keys.Any(k => Keys.ContainsKey(k.Id)) || writes.Keys.DistinctBy(k => k.Id).Count() != writes.Keys.Length)
            throw new StoreRefusedException("A data key with this id is there already.");
        if (writes.Commands.Any(c => Commands.ContainsKey(CommandName.Of(c.Command))))
            throw new StoreRefusedException("A command with this name is there already.");
        var versions = new Dictionary<StreamId, int>();
        foreach (var @event in writes.Events)
        {
            var before = versions.TryGetValue(@event.Stream, out var version) ? version : Streams.GetValueOrDefault(@event.Stream)?.Count ?? 0;
            if (@event.Version != before + 1)
                throw new StoreRefusedException($"Stream {@event.Stream} is at version {before}; {@event.Version} cannot follow.");
            versions[@event.Stream] = @event.Version;
        }
    }

    private void Forget(ForgetCommands? forget)
    {
        if (forget is null)
            return;
        foreach (var name in Commands.Where(c => c.Value.At < forget.Before).OrderBy(c => c.Value.At).Take(forget.Limit).Select(c => c.Key).ToArray())
            Commands.Remove(name);
    }
}
