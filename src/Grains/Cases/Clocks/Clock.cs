using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>One limit at work: what, by which rule, until the end of which day, whose duty. Stored in the event that starts it.</summary>
/// <param name="StartedOn">City day of the start; day 1 is the next one.</param>
/// <param name="Amount">Days or months, by <paramref name="Unit"/>.</param>
/// <param name="DueOn">Last city day; it ends at 24:00.</param>
/// <param name="Court">Where it counts.</param>
/// <param name="Provisional">The working calendar of that year was not known yet.</param>
public sealed record Clock(
    ClockId Id,
    ClockKind Kind,
    string Rule,
    DateOnly StartedOn,
    int Amount,
    LimitUnit Unit,
    DateOnly DueOn,
    DutyHolder Holder,
    CourtId Court,
    bool Provisional);

/// <summary>A clock and what has become of it.</summary>
/// <param name="Since">City day of the last change of <paramref name="Standing"/>.</param>
public sealed record WatchedClock(Clock Clock, ClockStanding Standing, DateOnly Since)
{
    /// <summary>Days ahead from which a clock is due soon.</summary>
    public const int SoonDays = 2;

    /// <summary>Still to be done.</summary>
    public bool IsOpen => Standing is ClockStanding.Running or ClockStanding.Overdue;

    /// <summary>Still to be done, now or after a pause.</summary>
    public bool IsAwaited => IsOpen || Standing == ClockStanding.Paused;

    /// <returns>Null when nothing is asked for any more.</returns>
    public ClockState? StateOn(DateOnly day) => Standing switch
    {
        ClockStanding.Met => ClockState.Met,
        ClockStanding.MetLate => ClockState.MetLate,
        ClockStanding.Paused => ClockState.Paused,
        ClockStanding.Stopped => null,
        _ => StateOn(Clock.DueOn, day),
    };

    /// <summary>What a clock that is still to be done shows.</summary>
    public static ClockState StateOn(DateOnly dueOn, DateOnly day) =>
        dueOn < day ? ClockState.Overdue
        : dueOn == day ? ClockState.Due
        : dueOn <= day.AddDays(SoonDays) ? ClockState.DueSoon
        : ClockState.Running;
}
