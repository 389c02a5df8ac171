using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Integrity;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Snapshots;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// Decides a batch in memory while the head is locked: who conflicts, who repeats, who is written at which position. Pure but for
/// the answer it notes on each append, which nobody is told before the commit.
/// </summary>
internal sealed class BatchPlan
{
    private readonly Dictionary<StreamId, int> _versions;
    private readonly Dictionary<CommandName, CommandRecord> _commands;
    private readonly List<RecordedEvent> _events = [];
    private readonly ImmutableArray<CommandWrite>.Builder _commandWrites = ImmutableArray.CreateBuilder<CommandWrite>();
    private readonly ImmutableArray<WrappedKey>.Builder _keys = ImmutableArray.CreateBuilder<WrappedKey>();
    private readonly ImmutableArray<string>.Builder _erased = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<AccessRow>.Builder _accesses = ImmutableArray.CreateBuilder<AccessRow>();
    private readonly Dictionary<StreamId, SnapshotRow> _snapshots = [];
    private readonly JournalHead _head;
    private ForgetCommands? _forget;

    private BatchPlan(JournalHead head, Dictionary<StreamId, int> versions, Dictionary<CommandName, CommandRecord> commands)
    {
        _head = head;
        _versions = versions;
        _commands = commands;
    }

    /// <summary>What the database must be asked before this batch can be decided.</summary>
    public static BatchQuestion Ask(IReadOnlyList<QueuedWrite> batch)
    {
        var streams = new HashSet<StreamId>();
        var commands = new HashSet<CommandName>();
        foreach (var append in batch.OfType<QueuedAppend>().Select(q => q.Append))
        {
            foreach (var slice in append.Slices)
                streams.Add(slice.Stream);
            if (append.Command is { } command)
                commands.Add(CommandName.Of(command));
        }

        return new BatchQuestion([.. streams], [.. commands]);
    }

    /// <summary>Decides every write of the batch and returns what the transaction has to write.</summary>
    public static BatchWrites Decide(Guid id, DateTimeOffset now, BatchOpening opening, IReadOnlyList<QueuedWrite> batch)
    {
        var plan = new BatchPlan(opening.Head, new(opening.Versions), new(opening.Commands));
        foreach (var write in batch)
            plan.Add(write);
        return plan.ToWrites(id, now);
    }

    /// <summary>
    /// Decides a batch before anything was asked: each stream is taken to stand where the first append to it expects it, and no
    /// command to have been answered. Who is wrong about that makes the store refuse all of it, and it is decided anew.
    /// </summary>
    public static GuessedBatch Guess(Guid id, DateTimeOffset now, JournalHead head, IReadOnlyList<QueuedWrite> batch)
    {
        var versions = new Dictionary<StreamId, int>(batch.Count);
        foreach (var write in batch)
        {
            if (write is not QueuedAppend { Append.Slices: var slices })
                continue;
            foreach (var slice in slices)
                versions.TryAdd(slice.Stream, slice.ExpectedVersion);
        }

        var expected = ImmutableArray.CreateBuilder<StreamVersion>(versions.Count);
        foreach (var (stream, version) in versions)
            expected.Add(new StreamVersion(stream, version));
        var plan = new BatchPlan(head, versions, []);
        foreach (var write in batch)
            plan.Add(write);
        return new GuessedBatch(plan.ToWrites(id, now), expected.MoveToImmutable());
    }

    private void Add(QueuedWrite write)
    {
        switch (write)
        {
            case QueuedAppend queued:
                queued.Decided = Decide(queued.Append);
                break;
            case QueuedRows rows:
                _accesses.AddRange(rows.Accesses);
                _forget = rows.Forget ?? _forget;
                if (rows.Snapshot is { } snapshot)
                    _snapshots[snapshot.Stream] = snapshot;
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to write a {write.GetType().Name}.");
        }
    }

    private AppendResult Decide(Append append)
    {
        if (append.Command is { } command && _commands.TryGetValue(CommandName.Of(command), out var first))
            return first.BodyHash.AsSpan().SequenceEqual(command.BodyHash.AsSpan()) ? new AppendResult.Repeated(first) : new AppendResult.KeyReused();

        foreach (var slice in append.Slices)
        {
            var actual = _versions.GetValueOrDefault(slice.Stream);
            if (actual != slice.ExpectedVersion)
                return new AppendResult.Conflict(slice.Stream, actual);
        }

        return Accept(append);
    }

    private AppendResult.Appended Accept(Append append)
    {
        var at = append.At.ToStored();
        foreach (var slice in append.Slices)
        {
            var version = slice.ExpectedVersion;
            foreach (var stored in slice.Events)
            {
                var position = _head.Position + _events.Count + 1;
                _events.Add(new RecordedEvent(position, slice.Stream, ++version, stored.Kind, at, append.Actor, append.Court, stored.Payload)
                {
                    Event = stored.Event,
                });
            }

            _versions[slice.Stream] = version;
        }

        Erase(append.Erased);
        _keys.AddRange(append.Keys);
        if (append.Command is { } command)
        {
            _commands.Add(CommandName.Of(command), command);
            _commandWrites.Add(new CommandWrite(command, at));
        }

        return new AppendResult.Appended(_head.Position + _events.Count);
    }

    /// <summary>Stored keys are deleted before new ones are written; one that this very batch was to write before is not written at all.</summary>
    private void Erase(ImmutableArray<string> subjects)
    {
        if (subjects.IsEmpty)
            return;
        _erased.AddRange(subjects);
        _keys.RemoveAll(key => subjects.Contains(key.Subject));
    }

    private BatchWrites ToWrites(Guid id, DateTimeOffset now) => new(
        id,
        _head,
        Chain.After(_head, _events),
        now.ToStored(),
        [.. _events],
        _commandWrites.ToImmutable(),
        _keys.ToImmutable(),
        _accesses.ToImmutable(),
        _forget)
    {
        Erased = _erased.ToImmutable(),
        Snapshots = [.. _snapshots.Values],
        Ledger = Projection.Project(CollectionsMarshal.AsSpan(_events)),
    };
}
