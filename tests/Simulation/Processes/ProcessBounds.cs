using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Journal;
using PetitionMesh.Simulation.Engine;

namespace PetitionMesh.Simulation.Processes;

/// <summary>The bounds of a run's processes: often so small that they are met all the time.</summary>
internal sealed record ProcessBounds(int MostQueuedAppends, int MostBatchedAppends, int PageSize, int MostQueuedCalls, TimeSpan IdleAfter, bool Guesses, SnapshotTerms Snapshots)
{
    public static ProcessBounds Draw(Chance chance, bool isCalm) => new(
        isCalm ? 8192 : chance.Pick([1, 2, 4, 8192]),
        chance.Pick([1, 2, 3, 512]),
        chance.Pick([1, 2, 5, 500]),
        isCalm ? 10_000 : chance.Pick([1, 3, 10_000]),
        chance.Pick([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15)]),
        chance.Odds(0.7),
        chance.Pick([new SnapshotTerms(3, 1), new SnapshotTerms(5, 3), SnapshotTerms.Ordinary]));

    public JournalOptions ToJournalOptions() => new()
    {
        Provider = JournalProvider.Memory,
        MaxQueuedAppends = MostQueuedAppends,
        MaxBatchAppends = MostBatchedAppends,
        PageSize = PageSize,
    };
}
