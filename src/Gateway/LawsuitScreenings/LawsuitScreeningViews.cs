using System.Collections.Immutable;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Gateway.LawsuitScreenings;

/// <summary>Every unit's screening of a month (S2), also of those that have told nothing.</summary>
/// <param name="Month">For example <c>2026-11</c>.</param>
/// <param name="DueOn">Last day to report in time, until 24:00.</param>
internal sealed record LawsuitScreeningBoardView(string Month, DateOnly DueOn, ImmutableArray<UnitScreeningView> Units);

/// <summary>A unit's screening of the month in figures.</summary>
/// <param name="ReportedOn">Null before it was.</param>
/// <param name="Corrected">Whether it was told anew since.</param>
/// <param name="Found">Lawsuits that may be petitioned about.</param>
/// <param name="Left">Those of them that are not settled.</param>
internal sealed record UnitScreeningView(
    string Unit, string Name, LawsuitScreeningStatus Status, DateOnly? ReportedOn, bool Corrected, int OpenLawsuits, int ClosedLawsuits, int Found, int Left);

/// <summary>A unit's screening of a month with its lawsuits (S2).</summary>
/// <param name="DueOn">Last day to report in time, until 24:00.</param>
/// <param name="Steps">Report, corrections and what was settled, in order.</param>
internal sealed record LawsuitScreeningView(
    string Unit,
    string Name,
    string Month,
    LawsuitScreeningStatus Status,
    DateOnly DueOn,
    int OpenLawsuits,
    int ClosedLawsuits,
    ImmutableArray<ScreenedLawsuitView> Lawsuits,
    ImmutableArray<ScreeningStepView> Steps);

/// <summary>A lawsuit that may be petitioned about, and what is done before it is.</summary>
/// <param name="CaseNumber">In its normal form.</param>
/// <param name="DueOn">Last day of the measures, until 24:00; null where none was set.</param>
/// <param name="Overdue">Not settled, and the last day has passed.</param>
/// <param name="SettledOn">Null while the measures are not done, as is <paramref name="Outcome"/>.</param>
internal sealed record ScreenedLawsuitView(
    string CaseNumber,
    LawsuitStage Stage,
    RiskGround Ground,
    string Risk,
    string Measures,
    string Responsible,
    DateOnly? DueOn,
    bool Overdue,
    DateOnly? SettledOn,
    string? Outcome);

/// <summary>What happened to a screening.</summary>
/// <param name="By">By name.</param>
/// <param name="Step">报送, 更正 or 落实.</param>
internal sealed record ScreeningStepView(DateTimeOffset At, string By, string Step, string About);

/// <summary>Screenings of the months of a period, of one moment (S2).</summary>
internal sealed record LawsuitScreeningCountsView(AsOfView AsOf, ImmutableArray<LawsuitScreeningCountView> Rows);

/// <summary>Of the screenings of these months.</summary>
/// <param name="Court">Null where it was not asked for, as is <paramref name="Unit"/>.</param>
/// <param name="Screenings">That were told.</param>
/// <param name="InTime">Told by the last day.</param>
/// <param name="Nil">Those that found nothing.</param>
/// <param name="Found">Lawsuits that may be petitioned about.</param>
/// <param name="Left">Those of them that are not settled.</param>
internal sealed record LawsuitScreeningCountView(
    string? Court, string? Unit, long Screenings, long InTime, long Late, long Nil, long OpenLawsuits, long ClosedLawsuits, long Found, long Left);
