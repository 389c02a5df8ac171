using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <content>Clocks: each names its rule, its last day and whose duty it is. They end met, late or stopped, never silently.</content>
[JsonDerivedType(typeof(ClockStarted), "case.clock-started.v1")]
[JsonDerivedType(typeof(ClockMet), "case.clock-met.v1")]
[JsonDerivedType(typeof(ClockMissed), "case.clock-missed.v1")]
[JsonDerivedType(typeof(ClockPaused), "case.clock-paused.v1")]
[JsonDerivedType(typeof(ClockResumed), "case.clock-resumed.v1")]
[JsonDerivedType(typeof(ClockStopped), "case.clock-stopped.v1")]
public abstract partial record CaseEvent
{
    public sealed record ClockStarted(CaseId Case, Clock Clock) : CaseEvent;

    /// <param name="Clock">With the day it was due on: there the outcome counts.</param>
    public sealed record ClockMet(CaseId Case, Clock Clock, DateOnly On, bool Late) : CaseEvent;

    /// <summary>Ran out before it was met. Noted once, by the sweeper or by whatever came first.</summary>
    /// <param name="DueAt">The instant at which it ran out.</param>
    /// <param name="NotedOn">City day of <paramref name="NotedAt"/>.</param>
    /// <param name="Owner">Whose desk it lies on.</param>
    public sealed record ClockMissed(CaseId Case, Clock Clock, DateTimeOffset DueAt, DateTimeOffset NotedAt, DateOnly NotedOn, LeaderId? Owner) : CaseEvent;

    public sealed record ClockPaused(CaseId Case, ClockId Clock, DateOnly On, string Reason, LeaderId ApprovedBy) : CaseEvent;

    /// <param name="DueOn">The days that were left begin again.</param>
    public sealed record ClockResumed(CaseId Case, ClockId Clock, DateOnly On, DateOnly DueOn) : CaseEvent;

    /// <summary>Nobody asks for it any more.</summary>
    public sealed record ClockStopped(CaseId Case, ImmutableArray<ClockId> Clocks, DateOnly On) : CaseEvent;
}
