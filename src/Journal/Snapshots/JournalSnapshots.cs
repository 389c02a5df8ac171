using Microsoft.Extensions.Logging;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Snapshots;

/// <summary>Snapshots in the journal's own store: written with the next batch, by the only writer there is.</summary>
internal sealed class JournalSnapshots(IJournalStore store, GroupCommitJournal journal, ILogger logger) : ISnapshots
{
    public async Task<Snapshot?> FindAsync(StreamId stream, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindSnapshotAsync(stream, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever stands in the row, or keeps it from being read: a cache that cannot be read is none.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            JournalLog.SnapshotNotRead(logger, failure);
            return null;
        }
    }

    public async Task KeepAsync(StreamId stream, Snapshot snapshot)
    {
        try
        {
            await journal.WriteAsync(new SnapshotRow(stream, snapshot));
        }
        catch (JournalException failure)
        {
            JournalLog.SnapshotNotKept(logger, failure);
        }
    }
}
