using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Journal.Tests.Conformance;

public sealed class MemoryConformance : JournalConformance
{
    private readonly MemoryStore _store = new();

    private protected override Task<IJournalStore> OpenAsync() => Task.FromResult<IJournalStore>(_store);
}
