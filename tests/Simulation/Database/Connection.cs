using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Simulation.Database;

/// <summary>The database as one process sees it. It ends with the process; what was already on its way may still arrive.</summary>
internal class Connection(SimulatedDatabase database) : IJournalStore
{
    /// <summary>How long the head lock is waited for; as in the real stores.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(5);

    private Transaction? _open;

    public bool IsDead { get; private set; }

    /// <summary>Whether the process writes without asking first; then what it asks still travels as often.</summary>
    public bool TakesGuesses { get; set; }

    protected SimulatedDatabase Database => database;

    /// <summary>The process is gone. The database notices at once or when the transaction has idled too long.</summary>
    public void Break()
    {
        IsDead = true;
        _open?.Abandon();
    }

    public Task StartAsync(CancellationToken cancellationToken) => database.Ask(this, () => Task.FromResult(true));

    public virtual async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken) =>
        await database.Ask(this, () => LockAsync(question));

    public Task<bool> WasCommittedAsync(Guid batch, CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.WasCommittedAsync(batch, CancellationToken.None));

    public Task<ImmutableArray<RecordedEvent>> ReadStreamAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.ReadStreamAsync(stream, afterVersion, limit, CancellationToken.None));

    public Task<ImmutableArray<RecordedEvent>> ReadForwardAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.ReadForwardAsync(afterPosition, limit, CancellationToken.None));

    public Task<ImmutableArray<StoredBatch>> ReadBatchesAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.ReadBatchesAsync(afterPosition, limit, CancellationToken.None));

    public Task<JournalHead> ReadHeadAsync(CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.ReadHeadAsync(CancellationToken.None));

    public virtual Task<CommandRecord?> FindCommandAsync(CommandName name, CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.FindCommandAsync(name, CancellationToken.None));

    public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.FindKeyAsync(id, CancellationToken.None));

    public Task<Snapshot?> FindSnapshotAsync(StreamId stream, CancellationToken cancellationToken) =>
        database.Ask(this, () => database.Store.FindSnapshotAsync(stream, CancellationToken.None));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Transaction> LockAsync(BatchQuestion question)
    {
        var locking = database.Store.BeginAsync(question, CancellationToken.None);
        if (await Task.WhenAny(locking, database.PauseAsync(LockTimeout)) != locking)
        {
            database.Start(async () => await (await locking).DisposeAsync());
            throw new StoreUnreachableException("Simulated: the head lock was not granted in time.");
        }

        var transaction = new Transaction(database, await locking);
        if (IsDead || database.Faults.Unreachable())
        {
            transaction.Abandon();
            throw new StoreUnreachableException("Simulated: the connection broke after the lock was granted.");
        }

        return _open = transaction;
    }
}
