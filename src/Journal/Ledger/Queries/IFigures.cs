using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// What reports are made of. Nothing here holds personal data of petitioners. Ranges of days include both ends. Ask through
/// <see cref="IFigureDesk"/>, so that all answers of one report are of one moment.
/// </summary>
public partial interface IFigures
{
    Task<LedgerPoint> PointAsync();

    /// <inheritdoc cref="ILedger.CountReceptionsAsync"/>
    Task<Counts> ReceptionsAsync(DateOnly from, DateOnly to, CountsBy by, CourtId? court);

    /// <inheritdoc cref="ILedger.CountResolutionsAsync"/>
    Task<ImmutableArray<ResolutionCount>> ResolutionsAsync(DateOnly from, DateOnly to, CourtId? court);

    /// <summary>The same by day; those taken back are not among them.</summary>
    Task<ImmutableArray<DayResolutions>> ResolutionsByDayAsync(DateOnly from, DateOnly to, CourtId? court);

    /// <summary>J11: what the register says of one day of every unit. Basic courts and divisions; also courts with divisions, as a whole.</summary>
    Task<ImmutableArray<UnitDay>> UnitsAsync(DateOnly day);

    /// <summary>Daily reports by day and unit.</summary>
    Task<ImmutableArray<DailyReportLine>> DailyReportsAsync(DateOnly from, DateOnly to);

    /// <summary>Alerts, newest first.</summary>
    /// <param name="open">Only those nobody has acknowledged.</param>
    /// <param name="court">Only this court and its divisions.</param>
    /// <param name="before">Only those raised before this position of the journal.</param>
    Task<ImmutableArray<AlertLine>> AlertsAsync(DateOnly from, DateOnly to, bool open, CourtId? court, long before, int limit);

    /// <summary>How many alerts of all days nobody has acknowledged.</summary>
    Task<int> OpenAlertsAsync(CourtId? court);

    Task<AlertLine?> FindAlertAsync(AlertId id);

    /// <summary>J11: receptions that must have been told at once and were not, or not as what they were: an alert of another kind tells of something else.</summary>
    Task<ImmutableArray<MissingAlertLine>> MissingAlertsAsync(DateOnly from, DateOnly to);

    Task<ImmutableArray<ContactLine>> ContactsAsync();

    /// <summary>Published products, the latest first.</summary>
    Task<ImmutableArray<PublicationLine>> PublicationsAsync(string? product, string? scope, long before, int limit);

    /// <summary>Y1: the register of first requests, the latest first.</summary>
    /// <param name="from">City day of receipt; included, as is <paramref name="to"/>.</param>
    /// <param name="before">Position.</param>
    Task<ImmutableArray<FirstRequestLine>> FirstRequestsAsync(DateOnly from, DateOnly to, CourtId? court, RequestStatus? status, long before, int limit);

    /// <summary>Y1: first requests by court, channel and handling.</summary>
    /// <param name="today">What was due before it is overdue.</param>
    Task<ImmutableArray<FirstRequestCount>> CountFirstRequestsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today);

    Task<LeaderReceptions> LeaderAsync(LeaderId leader, DateOnly from, DateOnly to);

    /// <summary>W9: what a leader received, in order; at most <paramref name="limit"/> lines.</summary>
    Task<ImmutableArray<LeaderReceptionLine>> LeaderReceptionsAsync(LeaderId leader, DateOnly from, DateOnly to, int limit);

    /// <summary>W6, W15: resolutions by owner and ground.</summary>
    Task<ImmutableArray<OwnerResolutions>> OwnerResolutionsAsync(LeaderId? owner, DateOnly from, DateOnly to);

    /// <summary>How many cases each leader owns now, from the tally.</summary>
    Task<ImmutableArray<OwnedByLeader>> OwnedAsync();

    /// <summary>S10: first-time matters by the court and day of their first reception, and how many of them ended within so many days and stayed so.</summary>
    /// <param name="within">Days from the first reception.</param>
    Task<ImmutableArray<FirstMatters>> FirstMattersAsync(DateOnly from, DateOnly to, int within);

    /// <summary>S2: running matters with at least <see cref="ScreenedCase.LeastReceptions"/> receptions, the most first.</summary>
    Task<ImmutableArray<ScreenedCase>> ScreenedAsync(CourtId? court, int limit);

    /// <summary>J5: cases sent down, by the unit they are with.</summary>
    /// <param name="from">First city day of those that are told apart as received in the range.</param>
    Task<ImmutableArray<AssignedByUnit>> AssignedAsync(DateOnly from, DateOnly to);

    /// <inheritdoc cref="ILedger.CountClocksAsync"/>
    Task<ImmutableArray<ClockCount>> ClocksAsync(DateOnly from, DateOnly to, CourtId? court);

    /// <summary>Limits that were missed, by the day on which they ran out.</summary>
    Task<ImmutableArray<DayClocks>> MissedByDayAsync(DateOnly from, DateOnly to, CourtId? court);

    /// <inheritdoc cref="ILedger.CountRatingsAsync"/>
    Task<ImmutableArray<RatingCount>> RatingsAsync(DateOnly from, DateOnly to, CourtId? court);

    /// <summary>Every case of a ledger that fits, newest first, one after the other while the store reads them: for exports.</summary>
    /// <param name="filter">Its page and limit are of no matter.</param>
    Task EachCaseAsync(CaseFilter filter, Action<CaseLine> take);
}

/// <summary>Opens the ledger for one report.</summary>
public interface IFigureDesk
{
    /// <summary>Everything <paramref name="compose"/> asks is answered as of one event of the journal.</summary>
    /// <exception cref="Grains.Journaling.JournalUnavailableException">The store does not answer; ask again later.</exception>
    Task<T> ReadAsync<T>(Func<IFigures, Task<T>> compose, CancellationToken cancellationToken);
}
