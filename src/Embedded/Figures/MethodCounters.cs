using System.Collections.Immutable;
using System.Numerics;

namespace PetitionMesh.Embedded.Figures;

/// <summary>Counts a method's calls without locks. Latencies fall into buckets a quarter of a doubling wide, from 1 µs to minutes.</summary>
internal sealed class MethodCounters
{
    private const int Buckets = 128;

    private readonly long[] _latencies = new long[Buckets];
    private long _failures;
    private long _timeouts;
    private long _microseconds;

    /// <summary>An answer was given, the time measured from the caller's side.</summary>
    public void Ended(TimeSpan latency, bool failed)
    {
        var microseconds = (long)latency.TotalMicroseconds;
        Interlocked.Increment(ref _latencies[BucketOf(microseconds)]);
        Interlocked.Add(ref _microseconds, microseconds);
        if (failed) Interlocked.Increment(ref _failures);
    }

    /// <summary>No answer was given in time.</summary>
    public void TimedOut() => Interlocked.Increment(ref _timeouts);

    public MethodFigures Read(string grain, string method) => new(
        grain, method, Volatile.Read(ref _failures), Volatile.Read(ref _timeouts), Volatile.Read(ref _microseconds),
        ImmutableArray.Create(_latencies));

    /// <summary>The upper end of a bucket, in microseconds.</summary>
    public static double UpperEnd(int bucket)
    {
        var next = bucket + 1;
        return next < 4 ? next : (4 + next % 4) * Math.Pow(2, next / 4 - 1);
    }

    private static int BucketOf(long microseconds)
    {
        if (microseconds < 4) return (int)Math.Max(microseconds, 0);
        var power = BitOperations.Log2((ulong)microseconds);
        return Math.Min((power - 1) * 4 + (int)(microseconds >> (power - 2) & 3), Buckets - 1);
    }
}
