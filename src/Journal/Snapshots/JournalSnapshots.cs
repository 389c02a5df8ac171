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
        catch (StoreException failure)
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
