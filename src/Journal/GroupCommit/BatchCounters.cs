using System.Collections.Immutable;
using System.Numerics;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>Counts committed batches by size. One writer counts, anybody reads.</summary>
internal sealed class BatchCounters
{
    private const int Sizes = 14;

    private readonly long[] _sizes = new long[Sizes];
    private long _batches;
    private long _events;

    public void Committed(int events)
    {
        Interlocked.Increment(ref _batches);
        Interlocked.Add(ref _events, events);
        Interlocked.Increment(ref _sizes[Math.Min(BitOperations.Log2((uint)events * 2 - 1), Sizes - 1)]);
    }

    public JournalFigures Read(JournalState state, int waiting) =>
        new(state, waiting, Volatile.Read(ref _batches), Volatile.Read(ref _events), ImmutableArray.Create(_sizes));
}
