using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>Divides a history into batches as group commit might.</summary>
internal static class Batches
{
    public static IEnumerable<ImmutableArray<RecordedEvent>> Of(ImmutableArray<RecordedEvent> events, int seed, int largest)
    {
        var random = new Random(seed);
        for (var start = 0; start < events.Length;)
        {
            var length = Math.Min(random.Next(1, largest + 1), events.Length - start);
            yield return events.Slice(start, length);
            start += length;
        }
    }

    public static LedgerChanges Project(IEnumerable<ImmutableArray<RecordedEvent>> batches)
    {
        var ledger = new LedgerChanges();
        foreach (var batch in batches)
            ledger.Add(Projection.Project(batch.AsSpan()));
        return ledger;
    }

    /// <summary>Reads a history as a journal is read.</summary>
    public static ReadForward Source(ImmutableArray<RecordedEvent> events) =>
        (after, limit, _) => Task.FromResult(events.Slice((int)after, Math.Min(limit, events.Length - (int)after)));
}
