using System.Diagnostics;
using System.Numerics;

namespace PetitionMesh.Bench.Load;

/// <summary>Counts per bucket, 64 buckets to each power of two of nanoseconds: under 1.6 % error, no allocation per request.</summary>
internal sealed class LatencyHistogram
{
    private const int SubBits = 6;
    private const int Sub = 1 << SubBits;
    private readonly long[] _counts = new long[(64 - SubBits) * Sub];
    private long _total;
    private double _sum;
    private double _max;

    public void Record(long stopwatchTicks)
    {
        var nanoseconds = (ulong)(stopwatchTicks * (1_000_000_000.0 / Stopwatch.Frequency));
        _counts[Bucket(nanoseconds)]++;
        _total++;
        _sum += nanoseconds;
        _max = Math.Max(_max, nanoseconds);
    }

    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        _total += other._total;
        _sum += other._sum;
        _max = Math.Max(_max, other._max);
    }

    public Latency Summarise() => new(
        _total == 0 ? 0 : _sum / _total / 1000, Quantile(0.50), Quantile(0.95), Quantile(0.99), _max / 1000);

    private double Quantile(double q)
    {
        var rank = (long)Math.Ceiling(q * _total);
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank && seen > 0)
                return Middle(i) / 1000;
        }

        return 0;
    }

    private static int Bucket(ulong value)
    {
        if (value < Sub)
            return (int)value;
        var shift = BitOperations.Log2(value) - SubBits;
        return ((shift + 1) << SubBits) + (int)(value >> shift) - Sub;
    }

    private static double Middle(int bucket)
    {
        if (bucket < Sub)
            return bucket;
        var shift = (bucket >> SubBits) - 1;
        return (double)(((ulong)(bucket & (Sub - 1)) + Sub) << shift) + (((1UL << shift) - 1) / 2.0);
    }
}
