using System.Collections.Immutable;
using PetitionMesh.Gateway.Ownership;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Gateway.Routings;

/// <summary>The register of routing slips, the latest first; nothing personal.</summary>
internal sealed record RoutingListView(ImmutableArray<RoutingLineView> Items, string? Next);

/// <summary>A line of the register of routing slips (Y2, Y3).</summary>
/// <param name="ReceivedOn">收到材料日期; null of an enforcement.</param>
/// <param name="SearchedOn">Day of the search after the first measures; null of a trial.</param>
/// <param name="DueOn">Last day to route it, until 24:00 (Y2, Y3).</param>
/// <param name="Due">How the limit to route stands; never paused, null once the slip was withdrawn.</param>
/// <param name="RelatedCaseNumber">关联案号; null where no related matter was found.</param>
/// <param name="Receiver">首审（首执）负责人, or the ordinary receiver where no related matter was found.</param>
/// <param name="ObjectUntil">Last day of an objection, until 24:00 (Y2, Y3).</param>
/// <param name="Objections">How many there have been.</param>
/// <param name="EnforcedAmount">Yuan (Y3).</param>
internal sealed record RoutingLineView(
    RoutingId RoutingId,
    RoutingKind Kind,
    RoutingStatus Status,
    string Court,
    string CaseNumber,
    RoutingGround? Ground,
    DateOnly? ReceivedOn,
    DateOnly? SearchedOn,
    DateOnly DueOn,
    ClockState? Due,
    DateOnly? RoutedOn,
    string? RelatedCaseNumber,
    Official? Receiver,
    DateOnly? ObjectUntil,
    int Objections,
    decimal? EnforcedAmount,
    DateOnly? EnforcedOn);

/// <summary>A routing slip with what was written on it (Y2–Y4).</summary>
/// <param name="RegisteredBy">By name.</param>
/// <param name="ReceivedOn">收到材料日期; null of an enforcement.</param>
/// <param name="SearchedOn">Day of the search after the first measures; null of a trial.</param>
/// <param name="DueOn">Last day to route it, until 24:00 (Y2, Y3).</param>
/// <param name="Due">How the limit to route stands; never paused, null once the slip was withdrawn.</param>
/// <param name="RelatedCaseNumber">关联案号; null where no related matter was found.</param>
/// <param name="Receiver">首审（首执）负责人, or the ordinary receiver where no related matter was found.</param>
/// <param name="ObjectUntil">Last day of an objection, until 24:00 (Y2, Y3).</param>
/// <param name="Objections">In order; at most the last one is open (Y4).</param>
/// <param name="EnforcedAmount">Yuan (Y3).</param>
/// <param name="Steps">Registration, routing, objections, decisions and what was enforced, in order.</param>
/// <param name="Erased">Texts of it were deleted.</param>
internal sealed record RoutingView(
    RoutingId RoutingId,
    RoutingKind Kind,
    RoutingStatus Status,
    string Court,
    string CaseNumber,
    RoutingGround? Ground,
    string RegisteredBy,
    string? Note,
    DateOnly? ReceivedOn,
    DateOnly? SearchedOn,
    DateOnly DueOn,
    ClockState? Due,
    DateOnly? RoutedOn,
    string? RelatedCaseNumber,
    Official? Receiver,
    DateOnly? ObjectUntil,
    ImmutableArray<RoutingObjectionView> Objections,
    decimal? EnforcedAmount,
    DateOnly? EnforcedOn,
    ImmutableArray<RoutingStepView> Steps,
    bool Erased);

/// <summary>An objection and what became of it (Y4).</summary>
/// <param name="RecordedBy">By name.</param>
/// <param name="Reason">异议理由; null where it was erased, as are opinion and reasons.</param>
/// <param name="RelatedCaseNumber">The number that the search missed; null of a mismatch.</param>
/// <param name="FirstReceiver">Who had it first; null of a mismatch.</param>
/// <param name="Outcome">Null while it is open, as is the rest.</param>
/// <param name="Receiver">Who has the matter since; null where it stays.</param>
/// <param name="Opinion">复核意见.</param>
/// <param name="Reasons">Why it was decided so.</param>
internal sealed record RoutingObjectionView(
    int Number,
    ObjectionKind Kind,
    string Objector,
    DateOnly On,
    string RecordedBy,
    string? Reason,
    string? RelatedCaseNumber,
    Official? FirstReceiver,
    ObjectionOutcome? Outcome,
    Official? Receiver,
    string? DecidedBy,
    DateOnly? DecidedOn,
    string? Opinion,
    string? Reasons);

/// <summary>What happened to a routing slip.</summary>
/// <param name="By">By name.</param>
/// <param name="Step">登记, 撤销, 分流, 异议, 复核决定, 执行到位 or 删除文字内容.</param>
/// <param name="About">In a few words, for example to whom it went.</param>
internal sealed record RoutingStepView(DateTimeOffset At, string By, string Step, string About);

/// <summary>What the court and the city know of a lawsuit; nothing personal.</summary>
/// <param name="Slips">Routing slips of the court that are of this number, or related to it; the latest first, at most 50.</param>
/// <param name="Cases">Petitions about it, open or ended.</param>
internal sealed record RoutingLookupView(ImmutableArray<RoutingLineView> Slips, ImmutableArray<StandingView> Cases);

/// <summary>Routing slips by court and kind, of one moment (Y2, Y3).</summary>
internal sealed record RoutingCountsView(AsOfView AsOf, ImmutableArray<RoutingCountView> Rows);

/// <summary>Of the slips whose receipt (Y2) or search (Y3) was in the period.</summary>
/// <param name="Court">Null where it was not asked for.</param>
/// <param name="Kind">Null where it was not asked for.</param>
/// <param name="InTime">Routed by their last day (Y2, Y3).</param>
/// <param name="Late">Routed after their last day.</param>
/// <param name="Overdue">Not routed, and the last day has passed.</param>
/// <param name="MissedMatches">Those of the objections that name a first judge or officer whom the search missed.</param>
/// <param name="EnforcedCases">Matters with their first officer of which something was enforced (Y3).</param>
/// <param name="EnforcedSum">Yuan (Y3).</param>
internal sealed record RoutingCountView(
    string? Court,
    RoutingKind? Kind,
    long Registered,
    long Routed,
    long InTime,
    long Late,
    long Overdue,
    long Objections,
    long Granted,
    long Refused,
    long Settled,
    long MissedMatches,
    long EnforcedCases,
    decimal EnforcedSum);
