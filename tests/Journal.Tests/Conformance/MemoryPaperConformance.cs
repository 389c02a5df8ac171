using PetitionMesh.Journal.Papers;

namespace PetitionMesh.Journal.Tests.Conformance;

public sealed class MemoryPaperConformance : PaperConformance
{
    private readonly MemoryPapers _papers = new();

    private protected override Task<IPaperStore> OpenAsync() => Task.FromResult<IPaperStore>(_papers);

    private protected override IPaperStore? OpenBroken() => null;
}
