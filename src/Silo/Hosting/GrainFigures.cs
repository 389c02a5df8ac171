using System.Collections.Immutable;

namespace PetitionMesh.Silo.Hosting;

/// <summary>What the grains of this process have done, for the gateway's own dashboard. Counters run from the start of the process.</summary>
public sealed record GrainFigures(
    DateTimeOffset At,
    ImmutableArray<GrainKindFigures> Kinds,
    ImmutableArray<GrainMethodFigures> Methods,
    ImmutableArray<SlowGrainCall> Slowest,
    ImmutableArray<GrainReminderFigures> Reminders);

public sealed record GrainKindFigures(string Grain, int Activations);

/// <summary>Times in milliseconds.</summary>
public sealed record GrainMethodFigures(string Grain, string Method, long Calls, long Failures, long Timeouts, double Mean, double P50, double P99);

/// <summary>One of the slowest calls of the last minutes; took milliseconds.</summary>
public sealed record SlowGrainCall(string Grain, string Method, double Took, bool Failed, DateTimeOffset At);

public sealed record GrainReminderFigures(string Grain, string Name, int Count, DateTimeOffset Next);
