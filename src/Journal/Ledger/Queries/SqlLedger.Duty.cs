using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <content>What the leaders' desks and the sweepers ask.</content>
internal sealed partial class SqlLedger
{
    public async Task<LedgerStand> StandAsync(CancellationToken cancellationToken)
    {
        var rows = await AllAsync("read_ledger_head", [], Stand, cancellationToken);
        return rows.IsEmpty ? new LedgerStand(0, null) : rows[0];
    }

    public async Task<DeskLines> ReadDeskAsync(LeaderId leader, DeskQuestion question, CancellationToken cancellationToken)
    {
        var (stand, year) = (new LedgerStand(0, null), new LeaderYear(0, 0, 0, 0));
        var (cases, summonses) = (ImmutableArray.CreateBuilder<DeskCaseLine>(), ImmutableArray.CreateBuilder<SummonsLine>());
        var (notices, due) = (ImmutableArray.CreateBuilder<NoticeLine>(), ImmutableArray.CreateBuilder<DueLine>());
        var awaited = ImmutableArray.CreateBuilder<AwaitedLine>();
        var who = Parameter.Text(leader.Value);
        await reader.ReadAllAsync(
            [
                new("read_ledger_head", [], row => stand = Stand(row)),
                new("list_desk", [who, Parameter.Int(OwnedLine.MostListed)], row => cases.Add(OnDesk(row))),
                new("list_summonses", [who, Limit(question.MostSummonses)], row => summonses.Add(Summons(row))),
                new("list_notices", [who, Limit(question.MostNotices)], row => notices.Add(LineReading.Notice(row))),
                new("list_due_of_owner", [who, Parameter.Day(question.DueUntil), Limit(question.MostDue)], row => due.Add(WorkLineReading.Due(row))),
                new("list_awaited", AwaitedParameters(question.Awaited, 0, question.MostAwaited), row => awaited.Add(WorkLineReading.Awaited(row))),
                new("count_leader", [who, Parameter.Int(question.Year)], row => year = Year(row)),
            ],
            cancellationToken);
        return new DeskLines(
            stand, cases.DrainToImmutable(), summonses.DrainToImmutable(), notices.DrainToImmutable(), due.DrainToImmutable(), awaited.DrainToImmutable(), year);
    }

    public Task<ImmutableArray<SummonsLine>> ListSummonsesAsync(LeaderId leader, int limit, CancellationToken cancellationToken) =>
        AllAsync("list_summonses", [Parameter.Text(leader.Value), Limit(limit)], Summons, cancellationToken);

    public async Task<SummonsLine?> FindSummonsAsync(SummonsId id, CancellationToken cancellationToken) =>
        (await AllAsync("find_summons", [Parameter.Id(id.Guid)], Summons, cancellationToken)).FirstOrDefault();

    public Task<ImmutableArray<SummonsLine>> DueSummonsesAsync(
        CourtId court, SummonsStatus status, DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        AllAsync(
            "due_summonses",
            [Parameter.Text(DutyProjection.Watch(court, status)), Parameter.Instant(until), Limit(limit)],
            Summons,
            cancellationToken);

    public Task<ImmutableArray<OwnedLine>> ListOwnedAsync(LeaderId owner, int limit, CancellationToken cancellationToken) =>
        AllAsync(
            "list_owned",
            [Parameter.Text(owner.Value), Parameter.Int(Math.Clamp(limit, 1, OwnedLine.MostListed))],
            Owned,
            cancellationToken);

    public Task<ImmutableArray<OwnedLine>> ListVacantAsync(VacancyGround ground, int limit, CancellationToken cancellationToken) =>
        AllAsync(
            "list_vacant",
            [Parameter.Text(Word<VacancyGround>.Of(ground)), Parameter.Int(Math.Clamp(limit, 1, OwnedLine.MostListed))],
            Owned,
            cancellationToken);

    public Task<ImmutableArray<LeaderLine>> ListLeaderStandingsAsync(CancellationToken cancellationToken) =>
        AllAsync(
            "list_leader_standings",
            [],
            static row => new LeaderLine(
                new LeaderId(row.GetString(0)), LineReading.Instant(row, 1), LeaveOf(LineReading.Day(row, 2), LineReading.Day(row, 3))),
            cancellationToken);

    public Task<ImmutableArray<ReceptionLine>> ListReceivedAsync(LeaderId receiver, DateOnly day, CancellationToken cancellationToken) =>
        AllAsync(
            "list_received",
            [Parameter.Text(receiver.Value), Parameter.Day(day)],
            static row => new ReceptionLine(
                new ReceptionId(row.GetFieldValue<Guid>(0)),
                new CaseId(row.GetFieldValue<Guid>(1)),
                LineReading.Text(row, 2) is { } number ? CaseNumber.OfStored(number) : null,
                new CourtId(row.GetString(3)),
                Word<Channel>.Parse(row.GetString(4)),
                row.GetInt32(5),
                row.GetBoolean(6),
                row.GetInt32(7),
                row.GetBoolean(8),
                row.InstantAt(9),
                Word<CaseStatus>.Parse(row.GetString(10))),
            cancellationToken);

    public async Task<CourtId?> CourtOfReceptionAsync(ReceptionId id, CancellationToken cancellationToken)
    {
        var courts = await AllAsync("court_of_reception", [Parameter.Id(id.Guid)], static row => new CourtId(row.GetString(0)), cancellationToken);
        return courts.IsEmpty ? null : courts[0];
    }

    public async Task<LeaderYear> CountLeaderAsync(LeaderId leader, int year, CancellationToken cancellationToken)
    {
        var rows = await AllAsync(
            "count_leader",
            [Parameter.Text(leader.Value), Parameter.Int(year)],
            Year,
            cancellationToken);
        return rows.IsEmpty ? new LeaderYear(0, 0, 0, 0) : rows[0];
    }

    internal static LongLeave? LeaveOf(DateOnly? from, DateOnly? until) =>
        from is { } first ? new LongLeave(first, until == LeaderProjection.Open ? null : until) : null;

    private static LedgerStand Stand(DbDataReader row) => new(row.GetInt64(0), row.InstantAt(1));

    private static LeaderYear Year(DbDataReader row) => new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));

    private static DeskCaseLine OnDesk(DbDataReader row) => new(
        new CaseId(row.GetFieldValue<Guid>(0)),
        LineReading.Text(row, 1) is { } number ? CaseNumber.OfStored(number) : null,
        new CourtId(row.GetString(2)),
        Word<CaseStatus>.Parse(row.GetString(3)),
        Word<OwnerOrigin>.Parse(row.GetString(4)),
        row.GetInt32(5),
        row.DayAt(6),
        LineReading.Day(row, 7),
        row.GetBoolean(8),
        row.InstantAt(9),
        LineReading.Text(row, 10) is { } first ? new LeaderId(first) : null,
        LineReading.Day(row, 11),
        !row.IsDBNull(12) && row.GetBoolean(12));

    private static OwnedLine Owned(DbDataReader row) => new(
        LineReading.Case(row),
        LineReading.Instant(row, 18),
        LineReading.Text(row, 19) is { } first ? new LeaderId(first) : null,
        LineReading.Day(row, 20),
        LineReading.Text(row, 21) is { Length: > 0 } vacant ? Word<VacancyGround>.Parse(vacant) : null,
        LineReading.Instant(row, 22),
        LineReading.Instant(row, 23));

    private static SummonsLine Summons(DbDataReader row) => new(
        new SummonsId(row.GetFieldValue<Guid>(0)),
        new CaseId(row.GetFieldValue<Guid>(1)),
        new LeaderId(row.GetString(2)),
        new ReceptionId(row.GetFieldValue<Guid>(3)),
        new CourtId(row.GetString(4)),
        Word<SummonsStatus>.Parse(row.GetString(5)),
        row.InstantAt(6),
        LineReading.Instant(row, 7),
        LineReading.Text(row, 8) is { } mode
            ? new MeetingArrangement(Word<MeetingMode>.Parse(mode), row.InstantAt(9), row.GetString(10) is { Length: > 0 } place ? place : null)
            : null,
        LineReading.Instant(row, 11),
        LineReading.Instant(row, 12),
        row.GetInt64(13));
}
