using System.Collections.Immutable;

namespace PetitionMesh.Embedded.Figures;

/// <summary>What one grain method did since the host began, or between two snapshots.</summary>
/// <param name="Grain">The kind of grain.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Failures">Calls answered with an exception.</param>
/// <param name="Timeouts">Calls that got no answer in time; not among <see cref="Calls"/>.</param>
/// <param name="Microseconds">The sum of all latencies.</param>
/// <param name="Latencies">Answered calls by latency bucket.</param>
public sealed record MethodFigures(
    string Grain, string Method, long Failures, long Timeouts, long Microseconds, ImmutableArray<long> Latencies)
{
    /// <summary>Calls answered, with a result or an exception.</summary>
    public long Calls => Latencies.Sum();

    /// <summary>In microseconds, as the caller saw it; 0 without calls.</summary>
    public double MeanLatency => Calls == 0 ? 0 : (double)Microseconds / Calls;

    /// <summary>The latency in microseconds that this share of the calls did not exceed, at most a fifth too high; 0 without calls.</summary>
    /// <param name="share">0.99 for the 99th percentile.</param>
    public double LatencyAt(double share)
    {
        var left = Calls * (1 - share);
        for (var bucket = Latencies.Length - 1; bucket >= 0; bucket--)
        {
            left -= Latencies[bucket];
            if (left < 0) return MethodCounters.UpperEnd(bucket);
        }
        return 0;
    }

    internal MethodFigures Minus(MethodFigures earlier) => this with
    {
        Failures = Failures - earlier.Failures,
        Timeouts = Timeouts - earlier.Timeouts,
        Microseconds = Microseconds - earlier.Microseconds,
        Latencies = [.. Latencies.Zip(earlier.Latencies, (now, then) => now - then)],
    };
}
