using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>What the SQL stores answer to reports, by plain scans.</summary>
internal sealed partial class MemoryFigures(MemoryLedger ledger) : IFigures
{
    private static readonly string[] Running = ["pending", "open", "reopened"];

    public Task<LedgerPoint> PointAsync() => AskAsync(rows => rows.Head.Find(1) is { } head ? new LedgerPoint(head.Position, head.At) : new LedgerPoint(0, null));

    public Task<Counts> ReceptionsAsync(DateOnly from, DateOnly to, CountsBy by, CourtId? court) =>
        AskAsync(rows => MemoryCounts.Receptions(rows, from, to, by, court));

    public Task<ImmutableArray<ResolutionCount>> ResolutionsAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AskAsync(rows => MemoryCounts.Resolutions(rows, from, to, court));

    public Task<ImmutableArray<DayResolutions>> ResolutionsByDayAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AskAsync<ImmutableArray<DayResolutions>>(rows =>
        [
            .. rows.ResolutionTally.Rows
                .Where(c => c.Span == Spans.Day && from <= c.Starts && c.Starts <= to && c.Resolved != 0 && (court is null || c.Court == court.Value.Value))
                .OrderBy(c => c.Starts).ThenBy(c => c.Court, StringComparer.Ordinal).ThenBy(c => c.Ground, StringComparer.Ordinal)
                .Select(c => new DayResolutions(c.Starts, new(c.Court), Word<EndingGround>.Parse(c.Ground), c.Resolved, c.Provisional)),
        ]);

    public Task<ImmutableArray<UnitDay>> UnitsAsync(DateOnly day) => AskAsync(rows =>
    {
        var units = new UnitDays();
        foreach (var c in rows.ReceptionTally.Rows
            .Where(c => c.Starts == day && (c.Span is Spans.Day or Spans.UnitDay)))
        {
            int[] figures = [c.Receptions, c.First, c.Collective, c.SkipLevel, c.Persons, c.ToCity, c.ToProvince, c.ToCapital];
            units.Add("r", c.Court, c.Channel, i => figures[i]);
        }
        foreach (var c in rows.ResolutionTally.Rows.Where(c => c.Span == Spans.Day && c.Starts == day))
            units.Add("c", c.Court, c.Ground, _ => c.Resolved);
        foreach (var a in rows.Alerts.Rows.Where(a => a.Day == day))
            units.Add("a", a.Unit, a.Kind!, _ => 1);
        return units.ToLines();
    });

    public Task<ImmutableArray<DailyReportLine>> DailyReportsAsync(DateOnly from, DateOnly to) =>
        AskAsync<ImmutableArray<DailyReportLine>>(rows =>
        [
            .. rows.DailyReports.Rows.Where(r => from <= r.Day && r.Day <= to)
                .OrderBy(r => r.Day).ThenBy(r => r.Unit, StringComparer.Ordinal)
                .Select(r => new DailyReportLine(
                    UnitId.Parse(r.Unit), r.Day, r.Corrections, r.Nil, FigureReading.Figures(r.Figures), FigureReading.Figures(r.Registered),
                    r.RegisteredAt, r.Remarks, r.Signer!, r.SubmittedAt!.Value, r.Late!.Value)),
        ]);

    public Task<ImmutableArray<AlertLine>> AlertsAsync(DateOnly from, DateOnly to, bool open, CourtId? court, long before, int limit) =>
        AskAsync<ImmutableArray<AlertLine>>(rows =>
        [
            .. rows.Alerts.Rows
                .Where(a => from <= a.Day && a.Day <= to && (!open || a.AcknowledgedAt is null) && IsOf(a, court) && a.Raised < before)
                .OrderByDescending(a => a.Raised).Take(limit).Select(Alert),
        ]);

    public Task<int> OpenAlertsAsync(CourtId? court) => AskAsync(rows => rows.Alerts.Rows.Count(a => a.AcknowledgedAt is null && IsOf(a, court)));

    public Task<AlertLine?> FindAlertAsync(AlertId id) => AskAsync(rows => rows.Alerts.Find(id.Guid) is { } found ? Alert(found) : null);

    public Task<ImmutableArray<MissingAlertLine>> MissingAlertsAsync(DateOnly from, DateOnly to) =>
        AskAsync<ImmutableArray<MissingAlertLine>>(rows =>
        [
            .. rows.AlertsDue.Rows
                .Where(d => from <= d.Day && d.Day <= to)
                .Where(d => !rows.Alerts.Rows.Any(a =>
                    a.Kind == d.Kind && (a.Reception == d.Reception || (a.Case == d.Case && a.Day == d.Day))
                    && (a.Unit == d.Court || a.Unit.StartsWith(d.Court + ":", StringComparison.Ordinal))))
                .OrderBy(d => d.Position)
                .Select(d => new MissingAlertLine(
                    new(d.Reception), new(d.Case), new(d.Court), d.Unit is null ? null : UnitId.Parse(d.Unit), d.Day, Word<AlertKind>.Parse(d.Kind))),
        ]);

    public Task<ImmutableArray<ContactLine>> ContactsAsync() => AskAsync<ImmutableArray<ContactLine>>(rows =>
    [
        .. rows.DutyContacts.Rows.OrderBy(c => c.Unit, StringComparer.Ordinal).Select(c => new ContactLine(UnitId.Parse(c.Unit), c.Name, c.Post, c.Phone, c.Since)),
    ]);

    public Task<ImmutableArray<PublicationLine>> PublicationsAsync(string? product, string? scope, long before, int limit) =>
        AskAsync<ImmutableArray<PublicationLine>>(rows =>
        [
            .. rows.Publications.Rows
                .Where(p => (product is null || p.Product == product) && (scope is null || p.Scope == scope) && p.Updated < before)
                .OrderByDescending(p => p.Updated).Take(limit)
                .Select(p => new PublicationLine(p.Publication, p.Product, p.Scope, p.From, p.To, p.Hash, p.Position, p.Corrections, p.By, p.At, p.Updated)),
        ]);

    public Task<ImmutableArray<FirstRequestLine>> FirstRequestsAsync(DateOnly from, DateOnly to, CourtId? court, RequestStatus? status, long before, int limit) =>
        AskAsync<ImmutableArray<FirstRequestLine>>(rows =>
        [
            .. FirstRequests(rows, from, to, court)
                .Where(r => (status is null || r.Status == Word<RequestStatus>.Of(status.Value)) && r.Position < before)
                .OrderByDescending(r => r.Position).Take(limit).Select(FirstRequestReading.Line),
        ]);

    public Task<ImmutableArray<FirstRequestCount>> CountFirstRequestsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AskAsync<ImmutableArray<FirstRequestCount>>(rows =>
        [
            .. FirstRequests(rows, from, to, court)
                .GroupBy(r => (Court: r.Court!, Channel: r.Channel!, Handling: r.Handling!))
                .OrderBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Channel, StringComparer.Ordinal).ThenBy(g => g.Key.Handling, StringComparer.Ordinal)
                .Select(g => new FirstRequestCount(
                    new(g.Key.Court), Word<Channel>.Parse(g.Key.Channel), FirstRequestReading.Handling(g.Key.Handling), g.LongCount(),
                    g.LongCount(r => r.Status == "open"), g.LongCount(r => r.Status == "open" && r.DueOn < today), g.LongCount(r => r.DoneOn > r.DueOn),
                    g.LongCount(r => r.Status == "entered"))),
        ]);

    private static IEnumerable<FirstRequestRow> FirstRequests(LedgerChanges rows, DateOnly from, DateOnly to, CourtId? court) =>
        rows.FirstRequests.Rows.Where(r => from <= r.Day && r.Day <= to && (court is null || r.Court == court.Value.Value));

    public Task<LeaderReceptions> LeaderAsync(LeaderId leader, DateOnly from, DateOnly to) => AskAsync(rows =>
    {
        var received = Of(rows, leader, from, to).ToArray();
        return new LeaderReceptions(
            received.Length, received.Count(r => r.First), received.Count(r => r.Channel == "visit"), received.Count(r => r.Late), received.Sum(r => r.Headcount));
    });

    public Task<ImmutableArray<LeaderReceptionLine>> LeaderReceptionsAsync(LeaderId leader, DateOnly from, DateOnly to, int limit) =>
        AskAsync<ImmutableArray<LeaderReceptionLine>>(rows =>
        [
            .. Of(rows, leader, from, to).OrderBy(r => r.Day).ThenBy(r => r.Position).Take(limit)
                .Select(r => (Reception: r, Case: rows.CaseFiles.Find(r.Case)!))
                .Select(l => new LeaderReceptionLine(
                    new(l.Reception.Reception), new(l.Reception.Case), l.Reception.Number, l.Reception.First, new(l.Reception.Court),
                    Word<Channel>.Parse(l.Reception.Channel), l.Reception.Day, l.Reception.Headcount,
                    l.Case.Number is { } number ? CaseNumber.Parse(number) : null, Word<CaseStatus>.Parse(l.Case.Status!),
                    l.Case.EndingGround is { } ground ? Word<EndingGround>.Parse(ground) : null, l.Case.OpenedOn!.Value, l.Case.EndedOn,
                    l.Case.Owner is { } owner ? new LeaderId(owner) : null)),
        ]);

    public Task<ImmutableArray<OwnerResolutions>> OwnerResolutionsAsync(LeaderId? owner, DateOnly from, DateOnly to) =>
        AskAsync<ImmutableArray<OwnerResolutions>>(rows =>
        [
            .. rows.OwnerTally.Rows
                .Where(c => from <= c.Starts && c.Starts <= to && (owner is null || c.Owner == owner.Value.Value))
                .GroupBy(c => (c.Owner, c.Ground))
                .OrderBy(g => g.Key.Owner, StringComparer.Ordinal).ThenBy(g => g.Key.Ground, StringComparer.Ordinal)
                .Select(g => new OwnerResolutions(new(g.Key.Owner), Word<EndingGround>.Parse(g.Key.Ground), g.Sum(c => (long)c.Resolved), g.Sum(c => (long)c.Provisional)))
                .Where(r => r.Resolved != 0),
        ]);

    public Task<ImmutableArray<OwnedByLeader>> OwnedAsync() => AskAsync<ImmutableArray<OwnedByLeader>>(rows =>
    [
        .. rows.CaseFiles.Rows.Where(c => c.Owner is not null && c.JoinedInto is null)
            .GroupBy(c => c.Owner!).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new OwnedByLeader(new(g.Key), g.LongCount(), g.LongCount(IsRunning))),
    ]);

    public Task<ImmutableArray<FirstMatters>> FirstMattersAsync(DateOnly from, DateOnly to, int within) =>
        AskAsync<ImmutableArray<FirstMatters>>(rows =>
        [
            .. rows.Receptions.Rows.Where(r => r.First && from <= r.Day && r.Day <= to)
                .Select(r => (Reception: r, Case: rows.CaseFiles.Find(r.Case)!))
                .Where(r => r.Case.JoinedInto is null)
                .GroupBy(r => r.Reception.Court)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new FirstMatters(
                    new(g.Key),
                    g.LongCount(),
                    g.LongCount(r => !IsRunning(r.Case) && r.Case.EndedOn >= from && r.Case.EndedOn.Value.DayNumber - r.Reception.Day.DayNumber <= within))),
        ]);

    public Task<ImmutableArray<ScreenedCase>> ScreenedAsync(CourtId? court, int limit) => AskAsync<ImmutableArray<ScreenedCase>>(rows =>
    [
        .. rows.CaseFiles.Rows
            .Where(c => IsRunning(c) && c.JoinedInto is null && c.Receptions >= ScreenedCase.LeastReceptions && (court is null || c.Court == court.Value.Value))
            .OrderByDescending(c => c.Receptions).ThenBy(c => c.Opened).Take(limit)
            .Select(c => new ScreenedCase(
                new(c.Case), c.Number is { } number ? CaseNumber.Parse(number) : null, new(c.Court!), Word<CaseStatus>.Parse(c.Status!),
                c.Owner is { } owner ? new LeaderId(owner) : null, c.Receptions ?? 0, c.OpenedOn!.Value, c.LastReceptionOn, c.Imported is not null, c.LongStanding == true)),
    ]);

    public Task<ImmutableArray<AssignedByUnit>> AssignedAsync(DateOnly from, DateOnly to) => AskAsync(rows => MemoryAssigned.Count(rows, from, to));

    public Task<ImmutableArray<ClockCount>> ClocksAsync(DateOnly from, DateOnly to, CourtId? court) => ledger.CountClocksAsync(from, to, court, CancellationToken.None);

    public Task<ImmutableArray<DayClocks>> MissedByDayAsync(DateOnly from, DateOnly to, CourtId? court) => AskAsync(rows => MemoryAssigned.Missed(rows, from, to, court));

    public Task<ImmutableArray<RatingCount>> RatingsAsync(DateOnly from, DateOnly to, CourtId? court) => ledger.CountRatingsAsync(from, to, court, CancellationToken.None);

    public Task EachCaseAsync(CaseFilter filter, Action<CaseLine> take) => AskAsync(rows =>
    {
        foreach (var (file, _) in MemoryCases.All(rows, filter with { After = null }))
            take(MemoryCases.Line(file));
        return true;
    });

    private static bool IsRunning(CaseFileRow c) => Running.Contains(c.Status);

    private static IEnumerable<ReceptionRow> Of(LedgerChanges rows, LeaderId leader, DateOnly from, DateOnly to) =>
        rows.Receptions.Rows.Where(r => r.Receiver == leader.Value && from <= r.Day && r.Day <= to);

    private static bool IsOf(AlertRow alert, CourtId? court) => court is null || UnitId.Parse(alert.Unit).Court == court;

    private static AlertLine Alert(AlertRow a) => new(
        new(a.Alert), UnitId.Parse(a.Unit), a.Day, a.Raised!.Value, Word<AlertKind>.Parse(a.Kind!), a.Case is { } c ? new CaseId(c) : null,
        a.Reception is { } r ? new ReceptionId(r) : null, a.Place, a.Headcount!.Value, a.Words!, a.OccurredAt!.Value, a.RaisedBy!, a.RaisedAt!.Value,
        a.AcknowledgedBy, a.AcknowledgedAt);

    private Task<T> AskAsync<T>(Func<LedgerChanges, T> answer) => Task.FromResult(ledger.Read(answer));
}
