using System.Collections.Immutable;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>The campaigns of the city, the latest first.</summary>
internal sealed record CampaignListView(ImmutableArray<CampaignView> Items, string? Next);

/// <summary>A campaign, and how it came to its days (L7).</summary>
/// <param name="Steps">In order.</param>
internal sealed record CampaignFileView(CampaignView Campaign, ImmutableArray<CampaignStepView> Steps);

/// <summary>A campaign (L7).</summary>
/// <param name="Courts">That take part; empty for all courts of the city.</param>
/// <param name="Running">Today is one of its days.</param>
internal sealed record CampaignView(CampaignId CampaignId, string Title, DateOnly FirstDay, DateOnly LastDay, ImmutableArray<string> Courts, bool Running);

/// <summary>A page of a campaign's ledger, in the order in which cases were gathered; nothing personal.</summary>
internal sealed record CampaignCasesView(ImmutableArray<CampaignCaseView> Items, string? Next);

/// <summary>A line of a campaign's ledger (L1). Number, state, owner and plan are the case's own.</summary>
/// <param name="CaseId">That was gathered first, where cases of the ledger have been joined since.</param>
/// <param name="JoinedInto">The older case that it has been joined into, and that goes on; null for itself.</param>
/// <param name="AlsoGathered">Other cases of the ledger that have been joined with it; what was done under them stands here.</param>
/// <param name="Unit">责任单位.</param>
/// <param name="UnitName">In Chinese.</param>
/// <param name="Judge">承办法官.</param>
/// <param name="Owner">包案领导; null while the case has none.</param>
/// <param name="ResponsibleLeader">责任领导 besides the owner; null where none is named.</param>
/// <param name="LimitOn">Last day by which it is to be done; the campaign's last unless it has one of its own.</param>
/// <param name="Overdue">Not struck off, and that day has passed.</param>
/// <param name="Key">重点案件 (L3).</param>
/// <param name="Team">专班 of a key case.</param>
/// <param name="HasPlan">The case has a plan (S5); each key case needs one (L3).</param>
/// <param name="Level">接访层级: the highest that has received it; null before the first (L2).</param>
/// <param name="Hearings">Within the campaign's days, as recorded in the case (L5).</param>
/// <param name="Batches">处理批次, each with its first day; <c>resolved</c> and <c>terminated</c> while the case stands so (L6, W14).</param>
/// <param name="SharedWith">Courts that work along (L4).</param>
/// <param name="StruckOffOn">销号日期; null while it is open.</param>
internal sealed record CampaignCaseView(
    CaseId CaseId,
    CaseId? JoinedInto,
    ImmutableArray<CaseId> AlsoGathered,
    string? CaseNumber,
    CaseStatus Status,
    string Unit,
    string UnitName,
    string Judge,
    DutyLeaderView? Owner,
    DutyLeaderView? ResponsibleLeader,
    DateOnly GatheredOn,
    DateOnly LimitOn,
    bool Overdue,
    CampaignProgress Progress,
    bool Key,
    ImmutableArray<string> Team,
    bool HasPlan,
    CampaignLevel? Level,
    DateOnly? LevelOn,
    int Hearings,
    ImmutableArray<HandledBatch> Batches,
    ImmutableArray<string> SharedWith,
    DateOnly? StruckOffOn);

/// <summary>A case of a campaign and what was done about it there.</summary>
/// <param name="Steps">In order.</param>
internal sealed record CampaignEntryView(CampaignCaseView Case, ImmutableArray<CampaignStepView> Steps);

/// <summary>What happened to a campaign, or to a case of it.</summary>
/// <param name="By">By name.</param>
/// <param name="Step">开展 or 调整日期; of a case 列入台账, 更换, 重点案件, 接访, 处理批次, 共同办理, 销号, 恢复办理 or 移出台账.</param>
/// <param name="About">What was recorded, in Chinese.</param>
internal sealed record CampaignStepView(DateTimeOffset At, string By, string Step, string About);

/// <summary>The statistics of a campaign, of one moment (L7). A matter is counted once, also when cases were joined.</summary>
internal sealed record CampaignCountsView(AsOfView AsOf, CampaignView Campaign, ImmutableArray<CampaignCountView> Rows);

/// <summary>Matters on the ledger of a campaign. What came of them counts up to its last day; once that is over, so do level and key case (L7).</summary>
/// <param name="Court">Of the unit; null where it was not asked for.</param>
/// <param name="Unit">Null where it was not asked for.</param>
/// <param name="KeyWithPlan">Those of <paramref name="Key"/> whose case has a plan (L3).</param>
/// <param name="NotReceived">Not received at any level yet (L2); levels are as they stand now.</param>
/// <param name="PetitionStaff">Received by 信访人员, and no higher; the next four say the same of theirs.</param>
/// <param name="Hearings">Held in its days (L5).</param>
/// <param name="Reviewed">评查 (L6), as the next four; a matter may be in several.</param>
/// <param name="StruckOff">Up to its last day; still struck off.</param>
/// <param name="StruckOffLater">After its last day.</param>
/// <param name="Reopened">Struck off, and taken up again since; they count as open.</param>
/// <param name="Overdue">Those of <paramref name="Open"/> whose last day has passed.</param>
internal sealed record CampaignCountView(
    string? Court,
    string? Unit,
    long Gathered,
    long Key,
    long KeyWithPlan,
    long NotReceived,
    long PetitionStaff,
    long HandlingJudge,
    long Division,
    long LeaderInCharge,
    long President,
    long Hearings,
    long Reviewed,
    long Entered,
    long Resolved,
    long Assisted,
    long Terminated,
    long StruckOff,
    long StruckOffLater,
    long Open,
    long Reopened,
    long Overdue);
