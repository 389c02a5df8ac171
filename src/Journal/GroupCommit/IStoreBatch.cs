namespace PetitionMesh.Journal.GroupCommit;

/// <summary>An open transaction that holds the head lock. Disposed without a commit it leaves nothing behind.</summary>
public interface IStoreBatch : IAsyncDisposable
{
    BatchOpening Opening { get; }

    /// <summary>Writes everything and commits; returns only when it is durable.</summary>
    /// <exception cref="StoreRefusedException">The database rejects these rows; certainly nothing was written.</exception>
    /// <exception cref="StoreFullException">No room on the disk; certainly nothing was written.</exception>
    /// <exception cref="StoreInDoubtException">The answer was lost: written or not, ask <see cref="IJournalStore.WasCommittedAsync"/>.</exception>
    Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken);
}
