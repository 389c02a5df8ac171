using System.Collections.Immutable;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>The register of complaints, the latest first; nothing personal.</summary>
internal sealed record ComplaintListView(ImmutableArray<ComplaintLineView> Items, string? Next);

/// <summary>A line of the register of complaints (Y6).</summary>
/// <param name="Officer">专人: of the desk, when it took the complaint.</param>
/// <param name="Division">That checks it, or has checked it; null before the circulation, as is <paramref name="DueOn"/>.</param>
/// <param name="DueOn">核查期限: the last day of the check, until 24:00 (Y6).</param>
/// <param name="Due">How the limit to check stands; null before the circulation, and never paused.</param>
/// <param name="Outcome">Null while it is not checked.</param>
/// <param name="Found">What the check found, of the list of forbidden conduct.</param>
/// <param name="AnsweredOn">答复日期; null while it is not answered, as is <paramref name="AnsweredBy"/>.</param>
internal sealed record ComplaintLineView(
    ComplaintId ComplaintId,
    ComplaintStatus Status,
    string Court,
    ErrandDeskId DeskId,
    string Desk,
    string Officer,
    Channel Channel,
    DateOnly ReceivedOn,
    string? Division,
    DateOnly? DueOn,
    ClockState? Due,
    DateOnly? CheckedOn,
    CheckOutcome? Outcome,
    ImmutableArray<ForbiddenConduct> Found,
    DateOnly? AnsweredOn,
    string? AnsweredBy);

/// <summary>A complaint with what was written of it (Y6).</summary>
/// <param name="Officer">专人: of the desk, when it took the complaint.</param>
/// <param name="RegisteredBy">By name.</param>
/// <param name="Content">What errand could not be done; null where it was erased, as are the other texts.</param>
/// <param name="Name">Of who complains; null where nobody said it, as with <paramref name="Phone"/>.</param>
/// <param name="Alleged">What is said to have been done, of the list of forbidden conduct.</param>
/// <param name="Division">That checks it, or has checked it; null before the circulation, as is <paramref name="DueOn"/>.</param>
/// <param name="DueOn">核查期限: the last day of the check, until 24:00 (Y6).</param>
/// <param name="Due">How the limit to check stands; null before the circulation, and never paused.</param>
/// <param name="Outcome">Null while it is not checked.</param>
/// <param name="CheckedBy">By name.</param>
/// <param name="Findings">核查情况.</param>
/// <param name="Found">What the check found, of the list of forbidden conduct.</param>
/// <param name="AnsweredOn">答复日期; null while it is not answered, as is <paramref name="AnsweredBy"/>.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Steps">Registration, circulations, check and answer, in order.</param>
/// <param name="Erased">Texts of it were deleted.</param>
internal sealed record ComplaintView(
    ComplaintId ComplaintId,
    ComplaintStatus Status,
    string Court,
    ErrandDeskId DeskId,
    string Desk,
    string Officer,
    Channel Channel,
    DateOnly ReceivedOn,
    string RegisteredBy,
    string? Content,
    string? Name,
    string? Phone,
    ImmutableArray<ForbiddenConduct> Alleged,
    string? Division,
    DateOnly? DueOn,
    ClockState? Due,
    DateOnly? CheckedOn,
    CheckOutcome? Outcome,
    string? CheckedBy,
    string? Findings,
    ImmutableArray<ForbiddenConduct> Found,
    DateOnly? AnsweredOn,
    string? AnsweredBy,
    AnswerMeans? Means,
    string? Answer,
    ImmutableArray<ComplaintStepView> Steps,
    bool Erased);

/// <summary>What happened to a complaint.</summary>
/// <param name="By">By name.</param>
/// <param name="Step">登记, 流转, 核查, 答复 or 删除文字内容.</param>
/// <param name="About">In a few words, for example to whom it went.</param>
internal sealed record ComplaintStepView(DateTimeOffset At, string By, string Step, string About);

/// <summary>Complaints by court and desk, of one moment (Y6): they measure the court, never who complains.</summary>
internal sealed record ComplaintCountsView(AsOfView AsOf, ImmutableArray<ComplaintCountView> Rows);

/// <summary>Of the complaints that were received in the period.</summary>
/// <param name="Court">Null where it was not asked for.</param>
/// <param name="DeskId">Null where it was not asked for, as is <paramref name="Desk"/>.</param>
/// <param name="Open">Not answered.</param>
/// <param name="Overdue">Not checked, and the last day of the check has passed.</param>
/// <param name="Found">How often each conduct of the list was found, in its order; what was not found is left out.</param>
internal sealed record ComplaintCountView(
    string? Court,
    ErrandDeskId? DeskId,
    string? Desk,
    long Received,
    long Circulated,
    long Checked,
    long Founded,
    long PartlyFounded,
    long Unfounded,
    long Answered,
    long Open,
    long Overdue,
    ImmutableArray<ConductCountView> Found);

/// <summary>How often the checks found a conduct of the list (Y6).</summary>
internal sealed record ConductCountView(ForbiddenConduct Conduct, long Count);
