namespace PetitionMesh.Grains.Journaling.Snapshots;

/// <summary>Keeps the last snapshot of each long stream, where every process finds it. Neither reading nor keeping ever fails: then there is none.</summary>
public interface ISnapshots
{
    Task<Snapshot?> FindAsync(StreamId stream, CancellationToken cancellationToken);

    /// <summary>In the place of an earlier one, away from whoever waits for an answer.</summary>
    Task KeepAsync(StreamId stream, Snapshot snapshot);
}
