using System.Collections.Immutable;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Desks;

/// <summary>Composes a leader's desk from the ledger and the rosters in memory.</summary>
internal sealed class LeaderDesks(ILedger ledger, IDutyDirectory duties, ICityDirectory city, IEnumerable<IDeskDue> dues, TimeProvider time)
{
    /// <summary>W6: as a rule a leader resolves at least this many cases a year.</summary>
    public const int YearlyResolutions = 3;

    private const int MostSummonses = 200;
    private const int MostNotices = 50;
    private const int MostDue = 200;
    private const int MostAwaited = 200;

    /// <summary>Days of duty ahead that are shown.</summary>
    private const int DaysAhead = 31;

    /// <summary>How long a settled summons stays in sight.</summary>
    private static readonly TimeSpan Lingers = TimeSpan.FromDays(7);

    private readonly IDeskDue[] _dues = [.. dues];

    public async Task<DeskView> ReadAsync(Leader leader, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = city.Current.DayOf(now);
        var question = new DeskQuestion(today.Year, today.AddDays(WatchedClock.SoonDays), Awaiting.Of(leader, city.Current), MostSummonses, MostNotices, MostDue, MostAwaited);
        var lines = await ledger.ReadDeskAsync(leader.Id, question, cancellationToken);
        var (cases, summonses, year) = (lines.Cases, lines.Summonses, lines.Year);
        var all = cases.Length < OwnedLine.MostListed ? cases.Length : (await ledger.CountOwnedAsync(leader.Id, cancellationToken)).Running;
        return new DeskView(
            DutyLeaderView.Of(leader.Id, city.Current),
            leader.Active,
            leader.QuotaJudge,
            today,
            lines.Stand.Position,
            all,
            [.. cases.Select(c => Show(c, today, city.Current))],
            [.. summonses.Where(s => s.SettledAt is null || now - s.SettledAt < Lingers).Select(Show)],
            [.. lines.Notices.Select(n => new NoticeView(n.Case, n.Reception, n.Channel, n.Position))],
            Due(new DeskGround(now, today, lines)),
            [.. lines.Awaited.Select(AwaitedView.Of)],
            new LeaderYearView(today.Year, year.Receptions, year.First, year.Resolved, year.Provisional, YearlyResolutions),
            await DutyAsync(leader, now, today, cancellationToken));
    }

    public static SummonsStanding Show(SummonsLine line) => new(
        line.Summons, line.Case, line.Leader, line.Court, line.Status, line.SentAt, line.AnsweredAt, line.Meeting, line.SettledAt, line.EscalatedAt);

    private static OwnedCaseView Show(DeskCaseLine line, DateOnly today, CitySnapshot city)
    {
        var owned = city.DayOf(line.Since);
        return new OwnedCaseView(
            line.Case,
            line.Number?.Value,
            line.Court.Value,
            line.Status,
            line.Origin,
            line.FirstReceiver?.Value,
            line.Receptions,
            line.OpenedOn,
            line.LastReceptionOn,
            owned,
            line.FirstReceptionOn is { } first ? today.DayNumber - first.DayNumber : null,
            today.DayNumber - owned.DayNumber,
            line.LongStanding,
            line.Relieved);
    }

    private ImmutableArray<DueView> Due(DeskGround ground)
    {
        var due = _dues.SelectMany(kind => kind.Find(ground)).ToList();
        due.Sort(static (one, other) => one.DueAt.CompareTo(other.DueAt));
        return [.. due];
    }

    /// <summary>Shifts not yet over at his own court and at those where the roster may send him (W17), as published.</summary>
    private async ValueTask<ImmutableArray<DutyAheadView>> DutyAsync(Leader leader, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var last = today.AddDays(DaysAhead);
        var ahead = new List<(CourtId Court, Duty Duty)>();
        foreach (var court in leader.LinkedCourts.Prepend(leader.Court).Distinct())
        {
            await duties.KnowAsync(court, today, cancellationToken);
            await duties.KnowAsync(court, last, cancellationToken);
            ahead.AddRange(duties.Between(court, today, last).Where(d => d.Leader == leader.Id && d.To > now).Select(d => (court, d)));
        }
        return
        [
            .. ahead.OrderBy(a => a.Duty.From).Select(a => new DutyAheadView(
                a.Court.Value, a.Duty.Date, a.Duty.Kind, city.Current.InCity(a.Duty.From), city.Current.InCity(a.Duty.To), a.Duty.Topic)),
        ];
    }
}
