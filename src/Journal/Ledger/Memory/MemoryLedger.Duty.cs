using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>What the leaders' desks and the sweepers ask.</content>
internal sealed partial class MemoryLedger
{
    private static readonly string[] OnDesk = ["open", "reopened"];
    private static readonly string[] Running = ["pending", "open", "reopened"];

    public Task<LedgerStand> StandAsync(CancellationToken cancellationToken) =>
        AnswerAsync(rows => rows.Head.Find(1) is { } head ? new LedgerStand(head.Position, head.At) : new LedgerStand(0, null), cancellationToken);

    public async Task<DeskLines> ReadDeskAsync(LeaderId leader, DeskQuestion question, CancellationToken cancellationToken) => new(
        await StandAsync(cancellationToken),
        [.. (await ListOwnedAsync(leader, OwnedLine.MostListed, cancellationToken)).Select(DeskCaseLine.Of)],
        await ListSummonsesAsync(leader, question.MostSummonses, cancellationToken),
        await ListNoticesAsync(leader, question.MostNotices, cancellationToken),
        await ListDueAsync(leader, question.DueUntil, question.MostDue, cancellationToken),
        await ListAwaitedAsync(question.Awaited, 0, question.MostAwaited, cancellationToken),
        await CountLeaderAsync(leader, question.Year, cancellationToken));

    public Task<ImmutableArray<SummonsLine>> ListSummonsesAsync(LeaderId leader, int limit, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<SummonsLine>>(
            rows => [.. rows.Summonses.Rows.Where(s => s.Leader == leader.Value).OrderByDescending(s => s.Position).Take(Bound(limit)).Select(Line)],
            cancellationToken);

    public Task<SummonsLine?> FindSummonsAsync(SummonsId id, CancellationToken cancellationToken) =>
        AnswerAsync(rows => rows.Summonses.Find(id.Guid) is { } row ? Line(row) : null, cancellationToken);

    public Task<ImmutableArray<SummonsLine>> DueSummonsesAsync(
        CourtId court, SummonsStatus status, DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<SummonsLine>>(
            rows =>
            [
                .. rows.Summonses.Rows
                    .Where(s => s.Watched == DutyProjection.Watch(court, status) && s.WatchedAt <= until)
                    .OrderBy(s => s.WatchedAt)
                    .ThenBy(s => s.Summons.ToString(), StringComparer.Ordinal)
                    .Take(Bound(limit))
                    .Select(Line),
            ],
            cancellationToken);

    public Task<ImmutableArray<OwnedLine>> ListOwnedAsync(LeaderId owner, int limit, CancellationToken cancellationToken) =>
        AnswerAsync(
            rows => Hands(rows, rows.CaseFiles.Rows.Where(c => c.Owner == owner.Value && OnDesk.Contains(c.Status)), o => o.Since, limit),
            cancellationToken);

    public Task<ImmutableArray<OwnedLine>> ListVacantAsync(VacancyGround ground, int limit, CancellationToken cancellationToken) =>
        AnswerAsync(
            rows => Hands(
                rows,
                rows.CaseFiles.Rows.Where(c => Running.Contains(c.Status) && rows.Ownerships.Find(c.Case)?.Vacant == Word<VacancyGround>.Of(ground)),
                o => o.VacantSince,
                limit),
            cancellationToken);

    public Task<ImmutableArray<LeaderLine>> ListLeaderStandingsAsync(CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<LeaderLine>>(
            rows =>
            [
                .. rows.LeaderStandings.Rows.OrderBy(l => l.Leader, StringComparer.Ordinal)
                    .Select(l => new LeaderLine(new LeaderId(l.Leader), l.LeftAt, SqlLedger.LeaveOf(l.AwayFrom, l.AwayUntil))),
            ],
            cancellationToken);

    public Task<ImmutableArray<ReceptionLine>> ListReceivedAsync(LeaderId receiver, DateOnly day, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<ReceptionLine>>(
            rows =>
            [
                .. rows.Receptions.Rows.Where(r => r.Receiver == receiver.Value && r.Day == day).OrderBy(r => r.Position)
                    .Select(r => (Row: r, Case: rows.CaseFiles.Find(r.Case)!))
                    .Select(r => new ReceptionLine(
                        new ReceptionId(r.Row.Reception),
                        new CaseId(r.Row.Case),
                        r.Case.Number is { } number ? CaseNumber.Parse(number) : null,
                        new CourtId(r.Row.Court),
                        Word<Channel>.Parse(r.Row.Channel),
                        r.Row.Number,
                        r.Row.First,
                        r.Row.Headcount,
                        r.Row.Collective,
                        r.Row.OccurredAt,
                        Word<CaseStatus>.Parse(r.Case.Status!))),
            ],
            cancellationToken);

    public Task<CourtId?> CourtOfReceptionAsync(ReceptionId id, CancellationToken cancellationToken) =>
        AnswerAsync<CourtId?>(
            rows => rows.Receptions.Rows.FirstOrDefault(r => r.Reception == id.Guid) is { } row ? new CourtId(row.Court) : null, cancellationToken);

    public Task<LeaderYear> CountLeaderAsync(LeaderId leader, int year, CancellationToken cancellationToken) =>
        AnswerAsync(
            rows => rows.LeaderTally.Find((leader.Value, year)) is { } row
                ? new LeaderYear(row.Receptions, row.First, row.Resolved, row.Provisional)
                : new LeaderYear(0, 0, 0, 0),
            cancellationToken);

    private static ImmutableArray<OwnedLine> Hands(
        LedgerChanges rows, IEnumerable<CaseFileRow> cases, Func<OwnershipRow, DateTimeOffset?> order, int limit) =>
    [
        .. cases.Where(c => c.JoinedInto is null)
            .Select(c => (Case: c, Hands: rows.Ownerships.Find(c.Case)!))
            .OrderBy(c => order(c.Hands))
            .ThenBy(c => c.Case.Opened)
            .Take(Math.Clamp(limit, 1, OwnedLine.MostListed))
            .Select(c => new OwnedLine(
                MemoryCases.Line(c.Case),
                c.Hands.Since,
                c.Hands.FirstReceiver is { } first ? new LeaderId(first) : null,
                c.Hands.FirstReceptionOn,
                c.Hands.Vacant is { Length: > 0 } vacant ? Word<VacancyGround>.Parse(vacant) : null,
                c.Hands.VacantSince,
                c.Hands.RemindedAt)),
    ];

    private static SummonsLine Line(SummonsRow row) => new(
        new SummonsId(row.Summons),
        new CaseId(row.Case!.Value),
        new LeaderId(row.Leader!),
        new ReceptionId(row.Reception!.Value),
        new CourtId(row.Court!),
        Word<SummonsStatus>.Parse(row.Status!),
        row.SentAt!.Value,
        row.AnsweredAt,
        row.Mode is { } mode ? new MeetingArrangement(Word<MeetingMode>.Parse(mode), row.MeetingAt!.Value, row.Place is { Length: > 0 } place ? place : null) : null,
        row.SettledAt,
        row.EscalatedAt,
        row.Position!.Value);
}
