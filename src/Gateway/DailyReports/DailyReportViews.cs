using System.Collections.Immutable;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>The supervisor's day board (J11).</summary>
/// <param name="Unassigned">Receptions of courts with divisions that no division reports, such as those of the president: shown, so that the sums meet.</param>
/// <param name="Next">Always null: a day has one page.</param>
internal sealed record DayBoardView(
    DateOnly Date,
    AsOfView AsOf,
    ImmutableArray<UnitDayView> Items,
    ImmutableArray<UnassignedView> Unassigned,
    int OpenAlerts,
    string? Next);

/// <summary>One unit's day as it is told and as it is registered.</summary>
/// <param name="Status">One word, the gravest first: <c>missing</c>, <c>differs</c>, <c>late</c>, <c>nil</c>, <c>submitted</c>, <c>due</c> (not yet due).</param>
/// <param name="Concealed">Told less than was registered when it was signed, nil on a day with receptions, or an alert left out.</param>
/// <param name="Differences">Line by line.</param>
/// <param name="Figures">As reported and in force; null where nothing was reported.</param>
/// <param name="Registered">What the register says now.</param>
/// <param name="MissingAlerts">Receptions that must have been told at once and were not.</param>
internal sealed record UnitDayView(
    string Unit,
    string Name,
    string Status,
    bool Submitted,
    bool Nil,
    bool Missing,
    bool Late,
    bool Differs,
    bool Concealed,
    ImmutableArray<DifferenceView> Differences,
    DayFigures? Figures,
    DayFigures Registered,
    string? Signer,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset Due,
    string? Remarks,
    int Corrections,
    int Alerts,
    int MissingAlerts,
    ContactView Contact);

/// <param name="AtSigning">What the register said when the report was signed.</param>
/// <param name="Ground">
/// <c>concealed</c>: less was told than stood there. <c>nilOnBusyDay</c>. <c>registeredSince</c>: the register has grown since. <c>overstated</c>: more than is registered.
/// </param>
internal sealed record DifferenceView(string Figure, string Title, int Reported, int Registered, int AtSigning, string Ground);

/// <summary>What a court received through leaders for whom no unit reports.</summary>
/// <param name="MissingAlerts">J11: receptions among it that had to be told at once and were not.</param>
internal sealed record UnassignedView(string Court, string Name, DayFigures Registered, int MissingAlerts);

/// <param name="Provisional">Nobody was named: the unit's head stands in, without a number of his own.</param>
internal sealed record ContactView(string? Name, string? Post, string? Phone, bool Provisional);

/// <summary>One unit's day with everything that was said about it.</summary>
internal sealed record UnitReportView(
    string Unit,
    string Name,
    DateOnly Date,
    int Revision,
    AsOfView AsOf,
    UnitDayView Day,
    DayFigures? Submitted,
    ImmutableArray<CorrectionView> Corrections,
    ImmutableArray<AlertView> Alerts,
    ImmutableArray<DayWarningView> Warnings);

internal sealed record CorrectionView(DayFigures Figures, bool Nil, string Reason, string Signer, DateTimeOffset At);

internal sealed record DayWarningView(string Code, string Message);

internal sealed record AlertView(
    string AlertId,
    string Unit,
    DateOnly Date,
    AlertKind Kind,
    string KindName,
    string? CaseId,
    string? ReceptionId,
    string? Place,
    int Headcount,
    string Words,
    DateTimeOffset OccurredAt,
    string RaisedBy,
    DateTimeOffset RaisedAt,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt);

/// <param name="Open">How many nobody has acknowledged yet.</param>
internal sealed record AlertListView(ImmutableArray<AlertView> Items, int Open, string? Next);

internal sealed record UnitListView(ImmutableArray<UnitView> Items, string? Next);

internal sealed record UnitView(string Unit, string Name, string CutOff, ContactView Contact);

/// <summary>J2: who on duty has entered receptions and who has not.</summary>
internal sealed record EntriesView(DateOnly Date, AsOfView AsOf, ImmutableArray<CourtEntriesView> Items, string? Next);

/// <param name="CourtLeaderOnDuty">J2: president or vice-president leads a shift; null on a day without duty shifts.</param>
/// <param name="Receptions">Of the court that day, whoever received them.</param>
internal sealed record CourtEntriesView(string Court, string Name, bool WorkingDay, bool? CourtLeaderOnDuty, long Receptions, ImmutableArray<ShiftEntriesView> Shifts);

/// <param name="Entered">Receptions of that day with this leader as receiver, anywhere.</param>
/// <param name="EnteredLate">Those of them entered after the day itself.</param>
internal sealed record ShiftEntriesView(string Shift, string LeaderId, string Name, string Post, bool HasEntered, long Entered, long EnteredLate);
