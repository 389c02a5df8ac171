using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Feed;

/// <summary>Follows the store by position. Commits of this process come from memory at once, those of other processes are found by a short poll.</summary>
internal sealed class JournalFeed(IJournalStore store, CommitNotice notice, JournalOptions options, TimeProvider time) : IJournalFeed
{
    public async IAsyncEnumerable<ImmutableArray<RecordedEvent>> FollowAsync(
        long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = afterPosition;
        // The store may know more than this process: at the start, after a page of it, and when nobody has told anything for a while.
        var look = true;
        while (true)
        {
            var grown = notice.Next;
            var page = notice.Find(position, options.PageSize);
            if (page.IsEmpty && (look || notice.Position > position))
            {
                page = await ReadAsync(position, cancellationToken);
                look = !page.IsEmpty;
            }

            if (page.IsEmpty)
            {
                look = !await WaitAsync(grown, cancellationToken);
                continue;
            }

            position = page[^1].Position;
            yield return page;
        }
    }

    public async Task<long> FindEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await store.ReadHeadAsync(cancellationToken)).Position;
        }
        catch (StoreException failure)
        {
            throw new JournalUnavailableException("The journal does not answer.", failure);
        }
    }

    private async Task<ImmutableArray<RecordedEvent>> ReadAsync(long position, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadForwardAsync(position, options.PageSize, cancellationToken);
        }
        catch (StoreException)
        {
            // The writer reports the outage; a follower only waits until the next poll.
            return [];
        }
    }

    /// <returns>False when nobody told anything in time: another process may have written.</returns>
    private async Task<bool> WaitAsync(Task grown, CancellationToken cancellationToken)
    {
        try
        {
            await grown.WaitAsync(options.FeedPoll, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
