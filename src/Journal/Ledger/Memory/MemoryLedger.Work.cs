using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>Clocks, assignments and what is counted of work, by plain scans.</content>
internal sealed partial class MemoryLedger
{
    public Task<ImmutableArray<ClockLine>> ListClocksAsync(CaseId id, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<ClockLine>>(
            rows =>
            [
                .. rows.Clocks.Rows.Where(c => c.Case == id.Guid).OrderBy(c => c.StartedOn).ThenBy(c => c.Clock, StringComparer.Ordinal)
                    .Select(c => new ClockLine(
                        new(c.Clock), Word<ClockKind>.Parse(c.Kind!), c.Rule!, new(c.Court!), Word<DutyHolder>.Parse(c.Holder!),
                        Word<ClockStanding>.Parse(c.State), c.StartedOn!.Value, c.DueOn!.Value, c.ChangedOn)),
            ],
            cancellationToken);

    public Task<ImmutableArray<DueLine>> ListDueAsync(LeaderId owner, DateOnly until, int limit, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<DueLine>>(
            rows =>
            [
                .. MemoryClocks.Open(rows).Where(c => c.DueOn <= until && c.Kind != "final")
                    .Where(c => rows.CaseFiles.Find(c.Case) is { JoinedInto: null } file && file.Owner == owner.Value)
                    .OrderBy(c => c.DueOn).ThenBy(c => c.Case).ThenBy(c => c.Clock, StringComparer.Ordinal)
                    .Take(Bound(limit))
                    .Select(c => new DueLine(new(c.Case), new(c.Clock), Word<ClockKind>.Parse(c.Kind!), c.Rule!, c.DueOn!.Value)),
            ],
            cancellationToken);

    public Task<ImmutableArray<DueCase>> FindDueCasesAsync(
        CourtId court, DateOnly today, DueCase? after, int limit, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<DueCase>>(
            rows =>
            [
                .. MemoryClocks.Open(rows).Where(c => c.State == "running" && c.DueOn < today && c.Court == court.Value)
                    .Where(c => rows.CaseFiles.Find(c.Case) is { JoinedInto: null })
                    .GroupBy(c => c.Case)
                    .Select(g => new DueCase(new(g.Key), g.Min(c => c.DueOn)!.Value))
                    .Where(d => after is null || d.DueOn > after.DueOn || (d.DueOn == after.DueOn && d.Case.Guid.CompareTo(after.Case.Guid) > 0))
                    .OrderBy(d => d.DueOn).ThenBy(d => d.Case.Guid)
                    .Take(Bound(limit)),
            ],
            cancellationToken);

    public Task<ImmutableArray<ClockCount>> CountClocksAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<ClockCount>>(
            rows =>
            [
                .. rows.ClockTally.Rows
                    .Where(c => c.Span == Spans.Day && from <= c.Starts && c.Starts <= to && (court is null || c.Court == court.Value.Value))
                    .GroupBy(c => (c.Court, c.Kind))
                    .OrderBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
                    .Select(g => new ClockCount(
                        new(g.Key.Court), Word<ClockKind>.Parse(g.Key.Kind), g.Sum(c => (long)c.Met), g.Sum(c => (long)c.Late), g.Sum(c => (long)c.Missed))),
            ],
            cancellationToken);

    public Task<ImmutableArray<RatingCount>> CountRatingsAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<RatingCount>>(
            rows =>
            [
                .. rows.RatingTally.Rows
                    .Where(c => c.Span == Spans.Day && from <= c.Starts && c.Starts <= to && (court is null || c.Court == court.Value.Value))
                    .GroupBy(c => c.Court)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new RatingCount(new(g.Key), g.Sum(c => (long)c.Ratings), g.Sum(c => (long)c.Stars), g.Sum(c => (long)c.Satisfied))),
            ],
            cancellationToken);

    public Task<ImmutableArray<ActCount>> CountActsAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<ActCount>>(
            rows =>
            [
                .. rows.Acts.Rows
                    .Where(a => from <= a.Day && a.Day <= to && (court is null || a.Court == court.Value.Value))
                    .GroupBy(a => (a.Court, a.Act, a.Detail))
                    .OrderBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Act, StringComparer.Ordinal).ThenBy(g => g.Key.Detail, StringComparer.Ordinal)
                    .Select(g => new ActCount(new(g.Key.Court), g.Key.Act, g.Key.Detail, g.LongCount(), g.Sum(a => a.Amount ?? 0))),
            ],
            cancellationToken);

    public Task<AssignmentPage> ListAssignmentsAsync(
        CourtId? unit, CourtId? visibleTo, long? after, int limit, CancellationToken cancellationToken) =>
        AnswerAsync(
            rows =>
            {
                var listed = rows.Assignments.Rows
                    .Where(a => a.Position < (after ?? long.MaxValue) && (unit is null || a.Unit == unit.Value.Value))
                    .Select(a => (Row: a, File: rows.CaseFiles.Find(a.Case)!))
                    .Where(a => a.File.JoinedInto is null && (visibleTo is null || rows.CaseCourts.Find((a.Row.Case, visibleTo.Value.Value)) is not null))
                    .OrderByDescending(a => a.Row.Position)
                    .Take(Bound(limit) + 1)
                    .Select(a => MemoryClocks.Line(a.Row, a.File))
                    .ToList();
                var page = listed.Take(Bound(limit)).ToList();
                return new AssignmentPage([.. page], listed.Count > page.Count ? page[^1].Position : null);
            },
            cancellationToken);

    public Task<ImmutableArray<AwaitedLine>> ListAwaitedAsync(AwaitedOf whose, long after, int limit, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<AwaitedLine>>(
            rows =>
            [
                .. rows.Awaited.Rows.Select(a => (Row: a, File: rows.CaseFiles.Find(a.Case)!))
                    .Where(a => a.File.JoinedInto is null && a.Row.Position > after && Is(whose, a.Row, a.File))
                    .OrderBy(a => a.Row.Position)
                    .Take(limit)
                    .Select(a => new AwaitedLine(
                        new CaseId(a.Row.Case), a.File.Number is { } number ? CaseNumber.Parse(number) : null, Word<CaseStatus>.Parse(a.File.Status!), a.Row.Kind,
                        a.Row.By!, a.Row.Court is { } court ? new CourtId(court) : null, a.Row.Since!.Value, a.Row.Position)),
            ],
            cancellationToken);

    private static bool Is(AwaitedOf whose, AwaitedRow row, CaseFileRow file) => row.By switch
    {
        "owner" or AwaitedRow.Revision => whose.Owner is { } owner && file.Owner == owner.Value,
        "president" => whose.PresidentOf is { } court && row.Court == court.Value,
        "intermediateHead" => whose.IntermediateHead,
        "office" => whose.Office,
        "leadingGroup" => whose.LeadingGroup,
        _ => false,
    };

    public Task<ImmutableArray<(CaseId Case, CourtId Unit)>> ListImportCasesAsync(string import, CancellationToken cancellationToken) =>
        AnswerAsync<ImmutableArray<(CaseId, CourtId)>>(
            rows =>
            [
                .. rows.ImportRows.Rows.Where(r => r.Import == import).Select(r => rows.CaseFiles.Find(r.Case)!).Where(f => f.JoinedInto is null)
                    .DistinctBy(f => f.Case).OrderBy(f => f.Case).Select(f => (new CaseId(f.Case), new CourtId(f.Imported!))),
            ],
            cancellationToken);
}
