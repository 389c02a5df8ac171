using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Silo.News;

/// <summary>Something that this process must know of what any process has written. Register an implementation as a singleton and it is told.</summary>
internal interface IJournalNews
{
    /// <summary>Takes up what concerns it; the next page waits until all have. Asked of every event, so it looks at kind or stream first.</summary>
    ValueTask TakeUpAsync(ImmutableArray<RecordedEvent> page, CancellationToken stopping);
}
