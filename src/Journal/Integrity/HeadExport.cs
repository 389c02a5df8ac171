using Microsoft.Extensions.Logging;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Integrity;

/// <summary>
/// Writes the head of the journal to a file outside the database and to the log. Whoever rewrites the database, however
/// consistently, cannot make it agree with a head that was carried elsewhere.
/// </summary>
internal sealed class HeadExport(IJournalStore store, JournalOptions options, TimeProvider time, ILogger logger)
{
    private JournalHead? _last;

    /// <summary>Appends one line when the head has moved since the last one. Never throws: a failure is logged and the next minute tries again.</summary>
    public async Task ExportAsync()
    {
        try
        {
            var head = await store.ReadHeadAsync(CancellationToken.None);
            if (head == _last || head.Position == 0)
                return;
            await ExportedHeads.AppendAsync(ExportedHeads.PathIn(options.DataDirectory), head, time.GetUtcNow());
            JournalLog.Head(logger, head.Position, head.HashText);
            _last = head;
        }
        catch (Exception failure) when (failure is StoreException or IOException or UnauthorizedAccessException)
        {
            JournalLog.HeadNotExported(logger, failure);
        }
    }
}
