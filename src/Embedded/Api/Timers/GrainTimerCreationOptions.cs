using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a timer ticks, and how its ticks stand to calls.</summary>
public readonly record struct GrainTimerCreationOptions()
{
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    public required TimeSpan DueTime { get; init; }

    public required TimeSpan Period { get; init; }

    /// <summary>Ticks run at the awaits of running calls instead of waiting for their end. Default false.</summary>
    public bool Interleave { get; init; }

    /// <summary>Ticks count as use and keep the activation from idle collection. Default false.</summary>
    public bool KeepAlive { get; init; }
}
