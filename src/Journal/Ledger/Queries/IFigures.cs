using System.Collections.Immutable;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// What reports are made of. Nothing here holds personal data of petitioners. Ranges of days include both ends. Ask through
/// <see cref="IFigureDesk"/>, so that all answers of one report are of one moment.
/// </summary>
public interface IFigures
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
    Task<ImmutableArray<AlertLine>> AlertsAsync(DateOnly from, DateOnly to, bool open, CourtId? court, int limit);

    Task<AlertLine?> FindAlertAsync(AlertId id);

    /// <summary>J11: receptions that must have been told at once and were not.</summary>
    Task<ImmutableArray<MissingAlertLine>> MissingAlertsAsync(DateOnly from, DateOnly to);

    Task<ImmutableArray<ContactLine>> ContactsAsync();

    /// <summary>Published products, the latest first.</summary>
    Task<ImmutableArray<PublicationLine>> PublicationsAsync(string? product, string? scope, long before, int limit);

    Task<LeaderReceptions> LeaderAsync(LeaderId leader, DateOnly from, DateOnly to);

    /// <summary>W9: what a leader received, in order; at most <paramref name="limit"/> lines.</summary>
    Task<ImmutableArray<LeaderReceptionLine>> LeaderReceptionsAsync(LeaderId leader, DateOnly from, DateOnly to, int limit);

    /// <summary>W6, W15: resolutions by owner and ground.</summary>
    Task<ImmutableArray<OwnerResolutions>> OwnerResolutionsAsync(LeaderId? owner, DateOnly from, DateOnly to);

    /// <summary>How many cases the leaders of each court own now. Reads every case once: for reports, not for screens.</summary>
    Task<ImmutableArray<OwnedByCourt>> OwnedAsync();

    /// <summary>S10: matters opened in a range, with the day of an ending that still holds. Reads every case once.</summary>
    Task<ImmutableArray<OpenedCases>> OpenedAsync(DateOnly from, DateOnly to);

    /// <summary>S2: running matters with at least this many receptions, the most first. Reads every case once.</summary>
    Task<ImmutableArray<ScreenedCase>> ScreenedAsync(CourtId? court, int leastReceptions, int limit);

    /// <inheritdoc cref="ILedger.CountOwnedAsync"/>
    Task<OwnedCases> OwnedByAsync(LeaderId owner);
}

/// <summary>Opens the ledger for one report.</summary>
public interface IFigureDesk
{
    /// <summary>Everything <paramref name="compose"/> asks is answered as of one event of the journal.</summary>
    /// <exception cref="Grains.Journaling.JournalUnavailableException">The store does not answer; ask again later.</exception>
    Task<T> ReadAsync<T>(Func<IFigures, Task<T>> compose, CancellationToken cancellationToken);
}
