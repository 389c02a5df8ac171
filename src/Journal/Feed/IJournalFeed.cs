using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Feed;

/// <summary>The journal as a stream of pages, for live pages, caches and the city snapshot.</summary>
public interface IJournalFeed
{
    /// <summary>
    /// Every event after <paramref name="afterPosition"/>, in order, none skipped and none twice; waits for more at the end.
    /// While the store does not answer it waits and goes on where it was. Ends only by cancellation.
    /// </summary>
    IAsyncEnumerable<ImmutableArray<RecordedEvent>> FollowAsync(long afterPosition, CancellationToken cancellationToken);

    /// <summary>Position of the last event at this moment.</summary>
    /// <exception cref="JournalUnavailableException">The store does not answer.</exception>
    Task<long> FindEndAsync(CancellationToken cancellationToken);
}
