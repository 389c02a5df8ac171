using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Tests.Conformance;

/// <summary>A store whose first transaction waits at a gate, and which can be told to fail at chosen points.</summary>
internal sealed class GatedStore(IJournalStore inner) : IJournalStore
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the writer stands at the gate.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Number of transactions begun.</summary>
    public int Begun { get; private set; }

    /// <summary>Called before each begin; throws what the store shall fail with.</summary>
    public Action OnBegin { get; set; } = () => { };

    /// <summary>Called around each commit.</summary>
    public Func<Func<Task>, Task> OnCommit { get; set; } = commit => commit();

    /// <summary>Called before each settling.</summary>
    public Action OnSettle { get; set; } = () => { };

    public void Open() => _open.TrySetResult();

    public Task StartAsync(CancellationToken cancellationToken) => inner.StartAsync(cancellationToken);

    public async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken)
    {
        Begun++;
        OnBegin();
        var batch = await inner.BeginAsync(question, cancellationToken);
        _reached.TrySetResult();
        await _open.Task.WaitAsync(cancellationToken);
        return new Batch(this, batch);
    }

    public Task<bool> WasCommittedAsync(Guid batch, CancellationToken cancellationToken)
    {
        OnSettle();
        return inner.WasCommittedAsync(batch, cancellationToken);
    }

    public Task<ImmutableArray<RecordedEvent>> ReadStreamAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
        inner.ReadStreamAsync(stream, afterVersion, limit, cancellationToken);

    public Task<ImmutableArray<RecordedEvent>> ReadForwardAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        inner.ReadForwardAsync(afterPosition, limit, cancellationToken);

    public Task<ImmutableArray<StoredBatch>> ReadBatchesAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        inner.ReadBatchesAsync(afterPosition, limit, cancellationToken);

    public Task<JournalHead> ReadHeadAsync(CancellationToken cancellationToken) => inner.ReadHeadAsync(cancellationToken);

    public Task<CommandRecord?> FindCommandAsync(CommandName name, CancellationToken cancellationToken) => inner.FindCommandAsync(name, cancellationToken);

    public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) => inner.FindKeyAsync(id, cancellationToken);

    public Task<Snapshot?> FindSnapshotAsync(StreamId stream, CancellationToken cancellationToken) => inner.FindSnapshotAsync(stream, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class Batch(GatedStore gate, IStoreBatch inner) : IStoreBatch
    {
        public BatchOpening Opening => inner.Opening;

        public Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken) =>
            gate.OnCommit(() => inner.CommitAsync(writes, cancellationToken));

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
