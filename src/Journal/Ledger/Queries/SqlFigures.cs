using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The figures of a SQL store: one statement for every question, all on one snapshot.</summary>
internal sealed partial class SqlFigures(ILedgerReader snapshot, CancellationToken cancellationToken) : IFigures
{
    private readonly SqlLedger _ledger = new(snapshot);

    public async Task<LedgerPoint> PointAsync() =>
        (await AllAsync("read_head", [], static r => new LedgerPoint(r.GetInt64(0), r.InstantAt(1)))).FirstOrDefault() ?? new LedgerPoint(0, null);

    public Task<Counts> ReceptionsAsync(DateOnly from, DateOnly to, CountsBy by, CourtId? court) =>
        _ledger.CountReceptionsAsync(from, to, by, court, cancellationToken);

    public Task<ImmutableArray<ResolutionCount>> ResolutionsAsync(DateOnly from, DateOnly to, CourtId? court) =>
        _ledger.CountResolutionsAsync(from, to, court, cancellationToken);

    public Task<ImmutableArray<DayResolutions>> ResolutionsByDayAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AllAsync(
            "count_resolutions_by_day",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to)],
            static r => new DayResolutions(
                r.DayAt(0), new CourtId(r.GetString(1)), Word<EndingGround>.Parse(r.GetString(2)), r.GetInt64(3), r.GetInt64(4)));

    public async Task<ImmutableArray<UnitDay>> UnitsAsync(DateOnly day)
    {
        var units = new UnitDays();
        await snapshot.ReadAsync(
            "count_units",
            [Parameter.Day(day)],
            r => units.Add(r.GetString(0), r.GetString(1), r.GetString(2), i => checked((int)r.GetInt64(3 + i))),
            cancellationToken);
        return units.ToLines();
    }

    public Task<ImmutableArray<DailyReportLine>> DailyReportsAsync(DateOnly from, DateOnly to) =>
        AllAsync("list_daily_reports", [Parameter.Day(from), Parameter.Day(to)], FigureReading.DailyReport);

    public Task<ImmutableArray<AlertLine>> AlertsAsync(DateOnly from, DateOnly to, bool open, CourtId? court, long before, int limit) =>
        AllAsync(
            "list_alerts",
            [Parameter.Day(from), Parameter.Day(to), Parameter.Flag(open), Parameter.Text(court?.Value), Parameter.Long(before), Parameter.Int(limit)],
            FigureReading.Alert);

    public async Task<int> OpenAlertsAsync(CourtId? court) =>
        (await AllAsync("count_open_alerts", [Parameter.Text(court?.Value)], static r => checked((int)r.GetInt64(0))))[0];

    public async Task<AlertLine?> FindAlertAsync(AlertId id) =>
        (await AllAsync("find_alert", [Parameter.Id(id.Guid)], FigureReading.Alert)).FirstOrDefault();

    public Task<ImmutableArray<MissingAlertLine>> MissingAlertsAsync(DateOnly from, DateOnly to) =>
        AllAsync("list_alerts_due", [Parameter.Day(from), Parameter.Day(to)], FigureReading.MissingAlert);

    public Task<ImmutableArray<ContactLine>> ContactsAsync() =>
        AllAsync("list_contacts", [], static r => new ContactLine(
            UnitId.Parse(r.GetString(0)), r.GetString(1), r.GetString(2), r.GetString(3), r.InstantAt(4)));

    public Task<ImmutableArray<PublicationLine>> PublicationsAsync(string? product, string? scope, long before, int limit) =>
        AllAsync(
            "list_publications",
            [Parameter.Text(product), Parameter.Text(scope), Parameter.Long(before), Parameter.Int(limit)],
            static r => new PublicationLine(
                r.GetString(0), r.GetString(1), r.GetString(2), r.DayAt(3), r.DayAt(4), r.GetString(5),
                r.GetInt64(6), r.GetInt32(7), r.GetString(8), r.InstantAt(9), r.GetInt64(10)));

    public Task<ImmutableArray<FirstRequestLine>> FirstRequestsAsync(DateOnly from, DateOnly to, CourtId? court, RequestStatus? status, long before, int limit) =>
        AllAsync(
            "list_first_requests",
            [
                Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Text(status is { } some ? Word<RequestStatus>.Of(some) : null),
                Parameter.Long(before), Parameter.Int(limit),
            ],
            FirstRequestReading.Line);

    public Task<ImmutableArray<FirstRequestCount>> CountFirstRequestsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AllAsync(
            "count_first_requests",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Day(today)],
            FirstRequestReading.Count);

    public async Task<LeaderReceptions> LeaderAsync(LeaderId leader, DateOnly from, DateOnly to) =>
        (await AllAsync(
            "count_received",
            [Parameter.Text(leader.Value), Parameter.Day(from), Parameter.Day(to)],
            static r => new LeaderReceptions(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4))))[0];

    public Task<ImmutableArray<LeaderReceptionLine>> LeaderReceptionsAsync(LeaderId leader, DateOnly from, DateOnly to, int limit) =>
        AllAsync(
            "list_leader_receptions",
            [Parameter.Text(leader.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Int(limit)],
            FigureReading.LeaderReception);

    public Task<ImmutableArray<OwnerResolutions>> OwnerResolutionsAsync(LeaderId? owner, DateOnly from, DateOnly to) =>
        AllAsync(
            "count_owner_resolutions",
            [Parameter.Text(owner?.Value), Parameter.Day(from), Parameter.Day(to)],
            static r => new OwnerResolutions(new LeaderId(r.GetString(0)), Word<EndingGround>.Parse(r.GetString(1)), r.GetInt64(2), r.GetInt64(3)));

    public Task<ImmutableArray<OwnedByLeader>> OwnedAsync() =>
        AllAsync("count_owned_by_leader", [], static r => new OwnedByLeader(new LeaderId(r.GetString(0)), r.GetInt64(1), r.GetInt64(2)));

    public async Task<ImmutableArray<FirstMatters>> FirstMattersAsync(DateOnly from, DateOnly to, int within)
    {
        var began = (await ReceptionsAsync(from, to, CountsBy.Court, null)).Rows;
        var joined = (await AllAsync(
            "count_first_joined",
            [Parameter.Day(from), Parameter.Day(to)],
            static r => (Court: new CourtId(r.GetString(0)), Matters: r.GetInt64(1)))).ToDictionary(j => j.Court, j => j.Matters);
        var ended = (await AllAsync(
            "list_first_ended",
            [Parameter.Day(from), Parameter.Day(to), Parameter.Day(to.AddDays(within))],
            static r => (Court: new CourtId(r.GetString(0)), Began: r.DayAt(1), Ended: r.DayAt(2), Matters: r.GetInt64(3))))
            .Where(e => e.Ended.DayNumber - e.Began.DayNumber <= within)
            .ToLookup(e => e.Court, e => e.Matters);
        return
        [
            .. began.Select(b => new FirstMatters(b.Court!.Value, b.First - joined.GetValueOrDefault(b.Court.Value), ended[b.Court.Value].Sum()))
                .Where(m => m.Matters != 0),
        ];
    }

    public Task<ImmutableArray<ScreenedCase>> ScreenedAsync(CourtId? court, int limit) =>
        AllAsync("list_screened", [Parameter.Text(court?.Value), Parameter.Int(limit)], FigureReading.Screened);

    public Task<ImmutableArray<AssignedByUnit>> AssignedAsync(DateOnly from, DateOnly to) =>
        AllAsync(
            "count_assigned",
            [Parameter.Day(from), Parameter.Day(to)],
            static r => new AssignedByUnit(new CourtId(r.GetString(0)), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5)));

    public Task<ImmutableArray<ClockCount>> ClocksAsync(DateOnly from, DateOnly to, CourtId? court) =>
        _ledger.CountClocksAsync(from, to, court, cancellationToken);

    public Task<ImmutableArray<DayClocks>> MissedByDayAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AllAsync(
            "list_missed_clocks",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to)],
            static r => new DayClocks(
                r.DayAt(0), new CourtId(r.GetString(1)), Word<ClockKind>.Parse(r.GetString(2)), r.GetInt64(3), r.GetInt64(4)));

    public Task<ImmutableArray<RatingCount>> RatingsAsync(DateOnly from, DateOnly to, CourtId? court) =>
        _ledger.CountRatingsAsync(from, to, court, cancellationToken);

    public Task EachCaseAsync(CaseFilter filter, Action<CaseLine> take) => _ledger.EachCaseAsync(filter, take, cancellationToken);

    private async Task<ImmutableArray<T>> AllAsync<T>(string statement, Parameter[] parameters, Func<DbDataReader, T> read)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        await snapshot.ReadAsync(statement, parameters, row => rows.Add(read(row)), cancellationToken);
        return rows.ToImmutable();
    }
}
