using System.Collections.Concurrent;

namespace PetitionMesh.Journal.Papers;

/// <summary>For tests: gone with the process, as the memory journal is.</summary>
internal sealed class MemoryPapers : IPaperStore
{
    private readonly ConcurrentDictionary<Guid, byte[]> _papers = new();

    public Task PutAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        _papers.TryAdd(id, content.ToArray());
        return Task.CompletedTask;
    }

    public Task<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(_papers.GetValueOrDefault(id));
}
