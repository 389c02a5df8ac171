using System.Collections.Immutable;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Gateway.OnSiteChecks;

/// <summary>The register of on-site checks, the latest first.</summary>
internal sealed record OnSiteCheckListView(ImmutableArray<OnSiteCheckLineView> Items, string? Next);

/// <summary>A line of the register of on-site checks (Y5).</summary>
/// <param name="InspectingCourt">The court that checks.</param>
/// <param name="Division">Null where the whole court was checked.</param>
/// <param name="Shown">How many entries the ledger itself showed of the court and these days, at that moment.</param>
/// <param name="Findings">How many.</param>
/// <param name="DueOn">整改期限, until 24:00; null where there is nothing to put right.</param>
/// <param name="Overdue">Not put right, and the last day has passed.</param>
/// <param name="RectifiedOn">Null while it is not put right, and after it was sent back, as is <paramref name="Late"/>.</param>
internal sealed record OnSiteCheckLineView(
    OnSiteCheckId CheckId,
    OnSiteCheckStatus Status,
    string Court,
    string InspectingCourt,
    string? Division,
    DateOnly On,
    CheckedRegister Register,
    long Shown,
    int Sampled,
    int Agreeing,
    int Findings,
    DateOnly? DueOn,
    bool Overdue,
    DateOnly? RectifiedOn,
    bool? Late);

/// <summary>An on-site check with everything that was written of it (Y5).</summary>
/// <param name="InspectingCourt">The court that checks.</param>
/// <param name="Division">Null where the whole court was checked.</param>
/// <param name="From">Of the entries that were checked, as <paramref name="To"/>.</param>
/// <param name="Shown">How many entries the ledger itself showed of the court and these days, at that moment.</param>
/// <param name="DueOn">整改期限, until 24:00; null where there is nothing to put right.</param>
/// <param name="Overdue">Not put right, and the last day has passed.</param>
/// <param name="Steps">Check, what was put right, and what came of it, in order.</param>
internal sealed record OnSiteCheckView(
    OnSiteCheckId CheckId,
    OnSiteCheckStatus Status,
    string Court,
    string InspectingCourt,
    string? Division,
    DateOnly On,
    ImmutableArray<string> Inspectors,
    CheckedRegister Register,
    DateOnly From,
    DateOnly To,
    long Shown,
    int Sampled,
    int Agreeing,
    ImmutableArray<Finding> Findings,
    string? Opinion,
    DateOnly? DueOn,
    bool Overdue,
    ImmutableArray<OnSiteCheckStepView> Steps);

/// <summary>What happened to a check.</summary>
/// <param name="By">By name.</param>
/// <param name="Step">检查, 整改, 退回整改 or 复核合格.</param>
/// <param name="About">In a few words, for example what was put right.</param>
internal sealed record OnSiteCheckStepView(DateTimeOffset At, string By, string Step, string About);

/// <summary>Checks by court and register, of one moment (Y5).</summary>
internal sealed record OnSiteCheckCountsView(AsOfView AsOf, ImmutableArray<OnSiteCheckCountView> Rows);

/// <summary>Of the checks of the period.</summary>
/// <param name="Court">Null where it was not asked for, as is <paramref name="Register"/>.</param>
/// <param name="Clean">Those that found nothing.</param>
/// <param name="InTime">Put right by the last day.</param>
/// <param name="Open">Not put right.</param>
/// <param name="Overdue">Those of them whose last day has passed.</param>
/// <param name="Found">How many findings of each kind there were; what was not found is left out.</param>
internal sealed record OnSiteCheckCountView(
    string? Court,
    CheckedRegister? Register,
    long Checks,
    long Sampled,
    long Agreeing,
    long Clean,
    long InTime,
    long Late,
    long Open,
    long Overdue,
    ImmutableArray<FindingCountView> Found);

/// <summary>How many findings of a kind there were (Y5).</summary>
internal sealed record FindingCountView(FindingKind Kind, long Count);
