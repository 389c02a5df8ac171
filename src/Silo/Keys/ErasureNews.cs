using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Silo.News;

namespace PetitionMesh.Silo.Keys;

/// <summary>A data key erased in any process opens nothing in this one either.</summary>
internal sealed class ErasureNews(Vault vault) : IJournalNews
{
    private const string Erased = "-erased.v";

    public ValueTask TakeUpAsync(ImmutableArray<RecordedEvent> page, CancellationToken stopping)
    {
        if (page.Any(e => e.Kind.Contains(Erased, StringComparison.Ordinal)))
            vault.Forget();
        return ValueTask.CompletedTask;
    }
}
