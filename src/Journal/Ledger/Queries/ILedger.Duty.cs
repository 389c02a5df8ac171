using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <content>What the leaders' desks and the sweepers ask.</content>
public partial interface ILedger
{
    /// <summary>The position and instant that the ledger counts up to; 0 and null before the first event.</summary>
    Task<LedgerStand> StandAsync(CancellationToken cancellationToken);

    /// <summary>W8: summonses of a leader, newest first, at most <paramref name="limit"/> (1–200).</summary>
    Task<ImmutableArray<SummonsLine>> ListSummonsesAsync(LeaderId leader, int limit, CancellationToken cancellationToken);

    Task<SummonsLine?> FindSummonsAsync(SummonsId id, CancellationToken cancellationToken);

    /// <summary>
    /// W8: summonses of a reception place that a sweeper waits for: unanswered ones sent, or meetings arranged, until <paramref name="until"/>,
    /// oldest first, at most <paramref name="limit"/> (1–200).
    /// </summary>
    /// <param name="status"><see cref="SummonsStatus.Sent"/> or <see cref="SummonsStatus.Arranged"/>.</param>
    Task<ImmutableArray<SummonsLine>> DueSummonsesAsync(
        CourtId court, SummonsStatus status, DateTimeOffset until, int limit, CancellationToken cancellationToken);

    /// <summary>All that lies on a leader's desk, in one question; the stand first, so that the rest is at least as new.</summary>
    Task<DeskLines> ReadDeskAsync(LeaderId leader, DeskQuestion question, CancellationToken cancellationToken);

    /// <summary>W2: what a leader received on a city day, in the order of registration, with where its case stands now.</summary>
    Task<ImmutableArray<ReceptionLine>> ListReceivedAsync(LeaderId receiver, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Where a reception took place; null when none of this id is among the newest 200,000.</summary>
    Task<CourtId?> CourtOfReceptionAsync(ReceptionId id, CancellationToken cancellationToken);

    /// <summary>W6, W15: receptions and resolutions of a leader in a calendar year.</summary>
    Task<LeaderYear> CountLeaderAsync(LeaderId leader, int year, CancellationToken cancellationToken);
}

/// <param name="At">When the last event was decided, UTC.</param>
public sealed record LedgerStand(long Position, DateTimeOffset? At);

/// <param name="DueUntil">Last city day of what is due.</param>
/// <param name="Awaited">Whose turn it is, in each capacity of the leader.</param>
/// <param name="MostSummonses">1–200, as are the other bounds; cases are bounded by <see cref="OwnedLine.MostListed"/>.</param>
public sealed record DeskQuestion(int Year, DateOnly DueUntil, AwaitedOf Awaited, int MostSummonses, int MostNotices, int MostDue, int MostAwaited);

/// <summary>An open case as its owner's desk shows it: a desk has hundreds, so nothing is read that it does not show.</summary>
/// <param name="Relieved">He has recused himself and nobody has been named yet.</param>
public sealed record DeskCaseLine(
    CaseId Case,
    CaseNumber? Number,
    CourtId Court,
    CaseStatus Status,
    OwnerOrigin Origin,
    int Receptions,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn,
    bool LongStanding,
    DateTimeOffset Since,
    LeaderId? FirstReceiver,
    DateOnly? FirstReceptionOn,
    bool Relieved)
{
    internal static DeskCaseLine Of(OwnedLine line) => new(
        line.Case.Case,
        line.Case.Number,
        line.Case.Court,
        line.Case.Status,
        line.Case.Owner!.Origin,
        line.Case.Receptions,
        line.Case.OpenedOn,
        line.Case.LastReceptionOn,
        line.Case.LongStanding,
        line.Since!.Value,
        line.FirstReceiver,
        line.FirstReceptionOn,
        line.Vacant == VacancyGround.Recused);
}

/// <summary>What lies on a desk.</summary>
public sealed record DeskLines(
    LedgerStand Stand,
    ImmutableArray<DeskCaseLine> Cases,
    ImmutableArray<SummonsLine> Summonses,
    ImmutableArray<NoticeLine> Notices,
    ImmutableArray<DueLine> Due,
    ImmutableArray<AwaitedLine> Awaited,
    LeaderYear Year);

/// <summary>W8: a summons and what became of it.</summary>
/// <param name="Court">The reception place that calls.</param>
/// <param name="AnsweredAt">First answer of any kind.</param>
/// <param name="Position">Of its sending.</param>
public sealed record SummonsLine(
    SummonsId Summons,
    CaseId Case,
    LeaderId Leader,
    ReceptionId Reception,
    CourtId Court,
    SummonsStatus Status,
    DateTimeOffset SentAt,
    DateTimeOffset? AnsweredAt,
    MeetingArrangement? Meeting,
    DateTimeOffset? SettledAt,
    DateTimeOffset? EscalatedAt,
    long Position);

/// <summary>An open case and the hands it is in.</summary>
/// <param name="Since">When it came into its owner's hands; null while it has none.</param>
/// <param name="FirstReceiver">Who first received it; null while nobody has, as with an imported case.</param>
/// <param name="Vacant">Why it has no owner who acts, as far as the case itself knows; null when it has one.</param>
/// <param name="VacantSince">Since when that is so, or was so last.</param>
/// <param name="RemindedAt">When its petition office was reminded last.</param>
public sealed record OwnedLine(
    CaseLine Case,
    DateTimeOffset? Since,
    LeaderId? FirstReceiver,
    DateOnly? FirstReceptionOn,
    VacancyGround? Vacant,
    DateTimeOffset? VacantSince,
    DateTimeOffset? RemindedAt)
{
    /// <summary>Most cases one desk shows.</summary>
    public const int MostListed = 2_000;
}

/// <summary>One line of the register.</summary>
/// <param name="Status">Of its case now.</param>
public sealed record ReceptionLine(
    ReceptionId Reception,
    CaseId Case,
    CaseNumber? CaseNumber,
    CourtId Court,
    Channel Channel,
    int Number,
    bool First,
    int Headcount,
    bool Collective,
    DateTimeOffset OccurredAt,
    CaseStatus Status);

/// <summary>Whether a leader can be there.</summary>
/// <param name="LeftAt">When he left his post last; the city document tells whether he is back.</param>
/// <param name="Leave">His latest long leave, or null.</param>
public sealed record LeaderLine(LeaderId Leader, DateTimeOffset? LeftAt, LongLeave? Leave);

/// <param name="First">Of first-time cases.</param>
/// <param name="Provisional">Resolutions that were promises when they were counted.</param>
public sealed record LeaderYear(int Receptions, int First, int Resolved, int Provisional);
