using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Where the ledger stands.</summary>
/// <param name="At">When the last event was decided, UTC; null while there is none.</param>
public sealed record LedgerPoint(long Position, DateTimeOffset? At);

/// <summary>What the register says of a reporting unit's day (J11). Units that registered nothing have no line.</summary>
public sealed record UnitDay(string Unit, DayFigures Figures);

/// <param name="Figures">In force; see <see cref="ReportStanding"/>.</param>
/// <param name="Registered">What the register said when they were signed.</param>
public sealed record DailyReportLine(
    UnitId Unit,
    DateOnly Day,
    int Corrections,
    bool Nil,
    DayFigures Figures,
    DayFigures Registered,
    long RegisteredAt,
    string Remarks,
    string Signer,
    DateTimeOffset SubmittedAt,
    bool Late);

public sealed record AlertLine(
    AlertId Alert,
    UnitId Unit,
    DateOnly Day,
    long Raised,
    AlertKind Kind,
    CaseId? Case,
    ReceptionId? Reception,
    string? Place,
    int Headcount,
    string Words,
    DateTimeOffset OccurredAt,
    string RaisedBy,
    DateTimeOffset RaisedAt,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt);

/// <summary>A reception that must have been told at once and was not.</summary>
/// <param name="Unit">Null where no unit reports for its receiver.</param>
public sealed record MissingAlertLine(ReceptionId Reception, CaseId Case, CourtId Court, UnitId? Unit, DateOnly Day, AlertKind Kind);

public sealed record ContactLine(UnitId Unit, string Name, string Post, string Phone, DateTimeOffset Since)
{
    public NamedContact Named => new(Name, Post, Phone);
}

public sealed record PublicationLine(
    string Publication, string Product, string Scope, DateOnly From, DateOnly To, string Hash, long Position, int Corrections, string By, DateTimeOffset At, long Updated);

/// <param name="Late">Entered after the day itself (W3).</param>
public sealed record LeaderReceptions(long Receptions, long First, long Visits, long Late, long Persons);

public sealed record OwnerResolutions(LeaderId Owner, EndingGround Ground, long Resolved, long Provisional);

public sealed record DayResolutions(DateOnly Day, CourtId Court, EndingGround Ground, long Resolved, long Provisional);

/// <summary>A line of the ledger per duty leader (W9), without the petitioner.</summary>
public sealed record LeaderReceptionLine(
    ReceptionId Reception,
    CaseId Case,
    int Number,
    bool First,
    CourtId Court,
    Channel Channel,
    DateOnly Day,
    int Headcount,
    CaseNumber? CaseNumber,
    CaseStatus Status,
    EndingGround? Ground,
    DateOnly OpenedOn,
    DateOnly? EndedOn,
    LeaderId? Owner);

/// <param name="Running">Those of <paramref name="Owned"/> that have not ended.</param>
public sealed record OwnedByLeader(LeaderId Leader, long Owned, long Running);

/// <summary>S10: matters that began with a first reception at a court; imported ones and those joined into others are not among them.</summary>
/// <param name="Ended">Ended in time, and the ending still holds.</param>
public sealed record FirstMatters(CourtId Court, long Matters, long Ended);

/// <summary>J5: the assigned cases of a unit.</summary>
/// <param name="Assigned">Cases that are with the unit: its assignment is their latest.</param>
/// <param name="Running">Those that have not ended.</param>
/// <param name="Overdue">Those with a limit that ran out and is still to be met.</param>
/// <param name="Received">Assignments received in the range, also such as have gone on to another unit since.</param>
/// <param name="Urgent">Those of <paramref name="Received"/> that were marked urgent.</param>
public sealed record AssignedByUnit(CourtId Unit, long Assigned, long Running, long Overdue, long Received, long Urgent);

/// <param name="Late">Those of <paramref name="Missed"/> that were met after all.</param>
public sealed record DayClocks(DateOnly DueOn, CourtId Court, ClockKind Kind, long Missed, long Late);

/// <summary>S2: a running matter people came back for.</summary>
public sealed record ScreenedCase(
    CaseId Case,
    CaseNumber? Number,
    CourtId Court,
    CaseStatus Status,
    LeaderId? Owner,
    int Receptions,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn,
    bool Imported,
    bool LongStanding)
{
    /// <summary>From this many receptions on a matter is looked at. The statement and its index say the same number.</summary>
    public const int LeastReceptions = 3;
}

/// <summary>Y1: a line of the register of first requests.</summary>
/// <param name="Position">Of its receipt.</param>
/// <param name="Responsible">Null where a sheet names nobody.</param>
/// <param name="PassedTo">The body it was passed on to last.</param>
/// <param name="Case">The case that it became.</param>
public sealed record FirstRequestLine(
    FirstRequestId Request,
    RequestStatus Status,
    long Position,
    CourtId Court,
    Channel Channel,
    RequestKind? Kind,
    RequestHandling? Handling,
    DateOnly Day,
    string? Responsible,
    string? Register,
    DateOnly? DueOn,
    DateOnly? DoneOn,
    string? PassedTo,
    CaseId? Case,
    bool Filed);

/// <summary>First requests of one court, channel and handling.</summary>
/// <param name="Handling">Null where it is not said.</param>
/// <param name="Overdue">Open, and the day promised has passed.</param>
/// <param name="AnsweredLate">Done after the day promised.</param>
/// <param name="Entered">Went on as cases.</param>
public sealed record FirstRequestCount(
    CourtId Court, Channel Channel, RequestHandling? Handling, long Requests, long Open, long Overdue, long AnsweredLate, long Entered);
