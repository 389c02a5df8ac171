using System.Text.Json.Serialization;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Duties;

/// <summary>What was written into a shift's log (W2). Names and fields are on disk: add to them, never change them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Written), "duty-log.written.v1")]
public abstract record DutyLogEvent
{
    /// <summary>The log as it stands from now on; what it said before stays in the journal.</summary>
    /// <param name="Leader">Who led the shift; who wrote it stands on the event.</param>
    /// <param name="Window">How it was at the window, sealed.</param>
    /// <param name="Matters">The day's major or difficult matters and what was done about them, sealed; null when there were none.</param>
    public sealed record Written(DutyLogId Log, LeaderId Leader, Sealed Window, Sealed? Matters, DateTimeOffset At) : DutyLogEvent
    {
        /// <summary>By whose hand, by name; null in logs of releases before 2026-11-23.</summary>
        public string? By { get; init; }
    }

    private DutyLogEvent()
    {
    }
}

/// <summary>A shift's log as it stands.</summary>
/// <param name="Latest">Null before anything was written.</param>
/// <param name="Times">How often it was written.</param>
public sealed record DutyLogState(DutyLogEvent.Written? Latest, int Times)
{
    public static DutyLogState Empty { get; } = new(null, 0);

    public static DutyLogState Evolve(DutyLogState state, DutyLogEvent @event) => @event switch
    {
        DutyLogEvent.Written written => new(written, state.Times + 1),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a duty log."),
    };
}
