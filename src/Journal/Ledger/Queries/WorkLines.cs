using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Which clocks to look for: a state as it shows on a day.</summary>
public sealed record DueFilter(ClockState State, DateOnly Today)
{
    /// <summary>The standings and last days that show this state today, and whether first answers without a row of their own are among them.</summary>
    internal (ClockStanding One, ClockStanding Other, DateOnly From, DateOnly To, bool Folded) Range => State switch
    {
        ClockState.Overdue => (ClockStanding.Running, ClockStanding.Overdue, DateOnly.MinValue, Today.AddDays(-1), true),
        ClockState.Due => (ClockStanding.Running, ClockStanding.Running, Today, Today, true),
        ClockState.DueSoon => (ClockStanding.Running, ClockStanding.Running, Today.AddDays(1), Today.AddDays(WatchedClock.SoonDays), true),
        ClockState.Running => (ClockStanding.Running, ClockStanding.Running, Today.AddDays(WatchedClock.SoonDays + 1), DateOnly.MaxValue.AddDays(-1), true),
        ClockState.Met => (ClockStanding.Met, ClockStanding.Met, DateOnly.MinValue, DateOnly.MaxValue, false),
        ClockState.MetLate => (ClockStanding.MetLate, ClockStanding.MetLate, DateOnly.MinValue, DateOnly.MaxValue, false),
        ClockState.Paused => (ClockStanding.Paused, ClockStanding.Paused, DateOnly.MinValue, DateOnly.MaxValue, false),
        _ => throw new InvalidOperationException($"No clocks are looked for in state {State}."),
    };
}

/// <summary>One clock of a case, as its rows stand.</summary>
/// <param name="ChangedOn">City day of the last change of <paramref name="Standing"/>.</param>
public sealed record ClockLine(
    ClockId Clock, ClockKind Kind, string Rule, CourtId Court, DutyHolder Holder, ClockStanding Standing, DateOnly StartedOn, DateOnly DueOn, DateOnly ChangedOn);

/// <summary>A clock on its owner's desk: due by <paramref name="DueOn"/>, 24:00.</summary>
public sealed record DueLine(CaseId Case, ClockId Clock, ClockKind Kind, string Rule, DateOnly DueOn);

/// <summary>A case whose clocks ask to be swept, by its earliest day.</summary>
public sealed record DueCase(CaseId Case, DateOnly DueOn);

/// <summary>What became of the clocks of a court and kind that were due in a span of days. Missed and then met late counts in both.</summary>
public sealed record ClockCount(CourtId Court, ClockKind Kind, long Met, long Late, long Missed);

/// <param name="Satisfied">Of four stars or more.</param>
public sealed record RatingCount(CourtId Court, long Ratings, long Stars, long Satisfied);

/// <param name="Act">Word of <see cref="CaseAct"/>, or outsideVisit, reopeningAsked.</param>
/// <param name="Amount">Judicial assistance in fen.</param>
public sealed record ActCount(CourtId Court, string Act, string? Detail, long Acts, long Amount);

/// <summary>A line of the ledger of assigned cases (交办案件台账).</summary>
public sealed record AssignmentLine(
    CaseId Case,
    int Number,
    string Source,
    string DocumentNumber,
    CourtId Unit,
    string? Division,
    DateOnly ReceivedOn,
    bool Urgent,
    LeaderId? ResponsibleLeader,
    string? Handler,
    string? Contact,
    long Position,
    CaseNumber? CaseNumber,
    CaseStatus Status,
    LeaderId? Owner,
    DateOnly OpenedOn,
    DateOnly? EndedOn,
    DateTimeOffset? HeldSince);

/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record AssignmentPage(System.Collections.Immutable.ImmutableArray<AssignmentLine> Items, long? Next);
