using System.Collections.Immutable;

namespace PetitionMesh.Embedded.Figures;

/// <summary>A host's figures at a moment, for a dashboard: take one now and then, and look at the difference.</summary>
/// <param name="At">When they were read.</param>
/// <param name="Span">What they cover: since the host began, or between two snapshots.</param>
/// <param name="Classes">Activations now, by kind.</param>
/// <param name="Methods">Calls within the span, by kind and method.</param>
public sealed record HostFigures(
    DateTimeOffset At, TimeSpan Span, ImmutableArray<ClassFigures> Classes, ImmutableArray<MethodFigures> Methods)
{
    /// <summary>The slowest calls of the last minutes, the slowest first.</summary>
    public ImmutableArray<SlowCall> Slowest { get; init; } = [];

    public ImmutableArray<ReminderFigures> Reminders { get; init; } = [];

    public double CallsPerSecond => Span > TimeSpan.Zero ? Methods.Sum(method => method.Calls) / Span.TotalSeconds : 0;

    /// <summary>What happened after <paramref name="earlier"/>, a snapshot of the same host.</summary>
    public HostFigures Since(HostFigures earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var then = earlier.Methods.ToDictionary(method => (method.Grain, method.Method));
        return this with
        {
            Span = At - earlier.At,
            Methods = [.. Methods.Select(method =>
                then.TryGetValue((method.Grain, method.Method), out var before) ? method.Minus(before) : method)],
        };
    }
}
