using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Feed;

/// <summary>Follows the store by position. Commits of this process wake it at once, those of other processes are found by a short poll.</summary>
internal sealed class JournalFeed(IJournalStore store, CommitNotice notice, JournalOptions options, TimeProvider time) : IJournalFeed
{
    public async IAsyncEnumerable<ImmutableArray<RecordedEvent>> FollowAsync(
        long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = afterPosition;
        while (true)
        {
            var grown = notice.Next;
            var page = await ReadAsync(position, cancellationToken);
            if (page.IsEmpty)
            {
                await WaitAsync(grown, cancellationToken);
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

    private async Task WaitAsync(Task grown, CancellationToken cancellationToken)
    {
        try
        {
            await grown.WaitAsync(options.FeedPoll, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nobody told us anything: look ourselves, another process may have written.
        }
    }
}
