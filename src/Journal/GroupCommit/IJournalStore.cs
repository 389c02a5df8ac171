using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// What group commit needs of a database: one locked transaction per batch, an answer to "did that batch arrive?", and reads.
/// A store never retries and never decides; it reports what it knows as a <see cref="StoreException"/>.
/// </summary>
public interface IJournalStore : IAsyncDisposable
{
    /// <summary>Creates or upgrades the schema and makes sure that no second process writes the same journal.</summary>
    /// <exception cref="JournalInUseException">Another process serves this journal.</exception>
    /// <exception cref="StoreUnreachableException">The database does not answer.</exception>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Shows that this process lives. Only a store that ends whoever freezes needs it; a failure shows at the next write.</summary>
    Task StayAsync() => Task.CompletedTask;

    /// <summary>Begins a transaction, locks the head and reads what the batch must know. Reconnects when the connection was lost.</summary>
    /// <exception cref="StoreUnreachableException">No connection, or the lock was not granted in time. Nothing was written.</exception>
    /// <exception cref="StoreFullException">No room on the disk. Nothing was written.</exception>
    Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken);

    /// <summary>Whether <see cref="TryWriteAsync"/> costs less than a transaction that asks first.</summary>
    bool TakesGuesses => false;

    /// <summary>
    /// Writes a batch that was decided without asking, if the store is as the batch takes it to be; under the head lock, like any
    /// other. Returns only when it is durable, or with false when nothing of it was written.
    /// </summary>
    /// <exception cref="StoreUnreachableException">No connection, or the lock was not granted in time. Nothing was written.</exception>
    /// <inheritdoc cref="IStoreBatch.CommitAsync"/>
    async Task<bool> TryWriteAsync(GuessedBatch guess, CancellationToken cancellationToken)
    {
        await using var batch = await BeginAsync(guess.Question, cancellationToken);
        if (!guess.Fits(batch.Opening))
            return false;
        await batch.CommitAsync(guess.Writes, cancellationToken);
        return true;
    }

    /// <summary>Takes the head lock and says whether the batch is there. Once answered the answer never changes.</summary>
    /// <exception cref="StoreUnreachableException">Not answered; ask again.</exception>
    Task<bool> WasCommittedAsync(Guid batch, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> events of a stream after a version, oldest first.</summary>
    Task<ImmutableArray<RecordedEvent>> ReadStreamAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> events after a position, in the one order of all events.</summary>
    Task<ImmutableArray<RecordedEvent>> ReadForwardAsync(long afterPosition, int limit, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> batches with events whose last position lies after <paramref name="afterPosition"/>, in order.</summary>
    Task<ImmutableArray<StoredBatch>> ReadBatchesAsync(long afterPosition, int limit, CancellationToken cancellationToken);

    Task<JournalHead> ReadHeadAsync(CancellationToken cancellationToken);

    Task<CommandRecord?> FindCommandAsync(CommandName name, CancellationToken cancellationToken);

    Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken);

    /// <summary>The snapshot that was kept last of a stream, or null.</summary>
    Task<Snapshot?> FindSnapshotAsync(StreamId stream, CancellationToken cancellationToken);
}
