using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PetitionMesh.Simulation.Runs;

/// <summary>Hands seeds to worker threads, each with a world of its own, and counts what came of them.</summary>
internal sealed class Tally(long from, long count, Stopwatch clock)
{
    private long _next = from - 1;
    private long _done;
    private long _steps;
    private long _events;
    private long _acknowledged;
    private long _traces;

    public ConcurrentBag<RunResult> Failures { get; } = [];

    /// <summary>Equal for two campaigns over the same seeds in one build, in whatever order they ran.</summary>
    public string Line
    {
        get
        {
            var seconds = Math.Max(clock.Elapsed.TotalSeconds, 0.001);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds,7:0.0} s  {_done} of {count} seeds, {_done / seconds:0} a second, {_events} events, {_acknowledged} acknowledged, {_steps / seconds / 1000:0}k steps a second, {Failures.Count} broken, traces {_traces:x16}");
        }
    }

    public void Work()
    {
        while (Interlocked.Increment(ref _next) is var seed && seed < from + count)
        {
            var result = Run.Of(seed);
            if (!result.Held)
            {
                // At once: whoever runs a hundred thousand wants to look at the first while the others go on.
                Console.WriteLine($"BROKEN {result}");
                Failures.Add(result);
            }

            Interlocked.Increment(ref _done);
            Interlocked.Add(ref _steps, result.Steps);
            Interlocked.Add(ref _events, result.Events);
            Interlocked.Add(ref _acknowledged, result.Acknowledged);
            Interlocked.Add(ref _traces, unchecked((long)(result.Trace * (ulong)((2 * seed) + 1))));
        }
    }
}
