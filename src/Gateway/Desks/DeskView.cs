using System.Collections.Immutable;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Desks;

/// <summary>What lies on a leader's desk (包案领导工作台). Nothing personal in it: case numbers, days and states.</summary>
/// <param name="Position">Of the journal that this is at least as new as; a live stream opened with <c>after</c> this misses nothing.</param>
/// <param name="OpenCases">How many there are, also when more than are listed.</param>
/// <param name="Due">What has to be done by when, the soonest first.</param>
/// <param name="Awaiting">What waits for his signature or decision, the longest first.</param>
internal sealed record DeskView(
    DutyLeaderView Leader,
    bool Active,
    bool QuotaJudge,
    DateOnly Today,
    long Position,
    int OpenCases,
    ImmutableArray<OwnedCaseView> Cases,
    ImmutableArray<SummonsStanding> Summonses,
    ImmutableArray<NoticeView> Notices,
    ImmutableArray<DueView> Due,
    ImmutableArray<AwaitedView> Awaiting,
    LeaderYearView Year,
    ImmutableArray<DutyAheadView> Duty);

/// <summary>An open case in the leader's hands, with its two counters.</summary>
/// <param name="DaysSinceFirst">City days since the first reception in the system; null while there was none.</param>
/// <param name="DaysInHands">City days since the present owner was fixed.</param>
/// <param name="FirstReceiver">W3: stays for ever.</param>
/// <param name="Relieved">He has stepped back; somebody else is still to be named.</param>
internal sealed record OwnedCaseView(
    CaseId CaseId,
    string? CaseNumber,
    string Court,
    CaseStatus Status,
    OwnerOrigin Origin,
    string? FirstReceiver,
    int Receptions,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn,
    DateOnly OwnedOn,
    int? DaysSinceFirst,
    int DaysInHands,
    bool LongStanding,
    bool Relieved);

/// <summary>W4: a repeat that was no visit.</summary>
internal sealed record NoticeView(CaseId CaseId, ReceptionId ReceptionId, Channel Channel, long Position);

/// <summary>Something that is due on a desk.</summary>
/// <param name="Kind">Stable camelCase word, for example <c>meeting</c>.</param>
/// <param name="What">In Chinese.</param>
/// <param name="State"><c>running</c>, <c>dueSoon</c>, <c>due</c>, <c>overdue</c> or <c>paused</c>.</param>
internal sealed record DueView(string Kind, string Rule, CaseId? CaseId, string What, DateTimeOffset DueAt, string State);

/// <summary>W6, W15: this year's workload against the yardstick.</summary>
/// <param name="Provisional">Of the resolutions those that are promises within their year.</param>
/// <param name="Target">As a rule at least this many; a yardstick, never a refusal.</param>
internal sealed record LeaderYearView(int Year, int Receptions, int FirstReceptions, int Resolved, int Provisional, int Target);

/// <summary>A shift ahead or running.</summary>
internal sealed record DutyAheadView(string Court, DateOnly Date, ShiftKind Shift, DateTimeOffset From, DateTimeOffset To, string? Topic);
