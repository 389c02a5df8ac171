using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Memory;

/// <summary>
/// The journal in memory, for tests, demonstrations and the simulation: the same contract as a database, deterministic, and it
/// survives the "process" that uses it. Two writers may share it, as two silos share a database.
/// </summary>
public sealed class MemoryStore : IJournalStore
{
    private readonly HeadLock _head = new();
    private volatile MemoryTables _tables;

    public MemoryStore()
        : this(new MemoryTables())
    {
    }

    private MemoryStore(MemoryTables tables) => _tables = tables;

    /// <summary>Everything committed so far.</summary>
    internal MemoryTables Tables => _tables;

    /// <summary>A store with the same content that goes its own way.</summary>
    public MemoryStore Clone()
    {
        lock (_head)
            return new MemoryStore(_tables.Clone());
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken)
    {
        var turn = await _head.TakeAsync();
        lock (_head)
            return new MemoryBatch(this, turn, _tables.Open(question));
    }

    /// <summary>For the sake of what guesses: asking costs nothing here.</summary>
    public bool TakesGuesses => true;

    public async Task<bool> WasCommittedAsync(Guid batch, CancellationToken cancellationToken)
    {
        var turn = await _head.TakeAsync();
        try
        {
            lock (_head)
                return _tables.Batches.ContainsKey(batch);
        }
        finally
        {
            _head.Release(turn);
        }
    }

    public Task<ImmutableArray<RecordedEvent>> ReadStreamAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken)
    {
        lock (_head)
            return Task.FromResult(_tables.ReadStream(stream, afterVersion, limit));
    }

    public Task<ImmutableArray<RecordedEvent>> ReadForwardAsync(long afterPosition, int limit, CancellationToken cancellationToken)
    {
        lock (_head)
            return Task.FromResult(_tables.Events.Skip((int)afterPosition).Take(limit).ToImmutableArray());
    }

    public Task<ImmutableArray<StoredBatch>> ReadBatchesAsync(long afterPosition, int limit, CancellationToken cancellationToken)
    {
        lock (_head)
            return Task.FromResult(_tables.ReadBatches(afterPosition, limit));
    }

    public Task<JournalHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        lock (_head)
            return Task.FromResult(_tables.Head);
    }

    public Task<CommandRecord?> FindCommandAsync(CommandName name, CancellationToken cancellationToken)
    {
        lock (_head)
            return Task.FromResult(_tables.Commands.GetValueOrDefault(name)?.Command);
    }

    public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken)
    {
        lock (_head)
            return Task.FromResult(_tables.Keys.GetValueOrDefault(id));
    }

    public Task<Snapshot?> FindSnapshotAsync(StreamId stream, CancellationToken cancellationToken)
    {
        lock (_head)
            return Task.FromResult(_tables.Snapshots.GetValueOrDefault(stream)?.Snapshot);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Holds the head lock until it is disposed or severed.</summary>
    private sealed class MemoryBatch(MemoryStore store, object turn, BatchOpening opening) : IStoreBatch
    {
        public BatchOpening Opening => opening;

        public Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
        {
            lock (store._head)
            {
                if (!store._head.IsHeldBy(turn))
                    throw new StoreUnreachableException("The transaction was severed.");
                store._tables.Write(writes);
            }

            store._head.Release(turn);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            store._head.Release(turn);
            return ValueTask.CompletedTask;
        }
    }
}
