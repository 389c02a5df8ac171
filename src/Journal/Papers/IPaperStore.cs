using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Papers;

/// <summary>
/// Keeps the sealed contents of papers beside the journal: durable before <see cref="PutAsync"/> returns, and reachable from every process that
/// shares the journal. What a paper is stands in the journal; a content without its event is nobody's paper.
/// </summary>
public interface IPaperStore
{
    /// <summary>Keeps a content. The same id again is the same paper again: the first content stays.</summary>
    /// <exception cref="JournalUnavailableException">Not kept; try again later.</exception>
    Task PutAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The content, or null when there is none of this id.</summary>
    /// <exception cref="JournalUnavailableException">The store does not answer; ask again later.</exception>
    Task<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken);
}
