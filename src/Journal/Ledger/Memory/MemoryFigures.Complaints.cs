using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>Stuck-errand desks and the complaints there (Y6).</content>
internal sealed partial class MemoryFigures
{
    public Task<ImmutableArray<ErrandDeskLine>> ErrandDesksAsync(CourtId? court) =>
        AskAsync<ImmutableArray<ErrandDeskLine>>(rows =>
            [.. rows.ErrandDesks.Rows.Where(d => court is null || d.Court == court.Value.Value).OrderBy(d => d.Position).Select(ComplaintReading.Desk)]);

    public Task<ImmutableArray<ComplaintLine>> ComplaintsAsync(ComplaintFilter filter) =>
        AskAsync<ImmutableArray<ComplaintLine>>(rows =>
        [
            .. Complaints(rows, filter.From, filter.To, filter.Court)
                .Where(l => (filter.Desk is null || l.Desk == filter.Desk) && (filter.Status is null || l.Status == filter.Status))
                .Where(l => (filter.Due is null || l.DueState(filter.Today) == filter.Due) && l.Position < filter.Before)
                .OrderByDescending(l => l.Position).Take(filter.Limit),
        ]);

    public Task<ImmutableArray<ComplaintCount>> CountComplaintsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AskAsync<ImmutableArray<ComplaintCount>>(rows =>
        [
            .. Complaints(rows, from, to, court)
                .GroupBy(l => (l.Court, l.Desk, l.DeskName))
                .OrderBy(g => g.Key.Court.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Desk.Value, StringComparer.Ordinal)
                .Select(g => new ComplaintCount(
                    g.Key.Court, g.Key.Desk, g.Key.DeskName, g.LongCount(), g.LongCount(l => l.Division is not null), g.LongCount(l => l.CheckedOn is not null),
                    g.LongCount(l => l.Outcome == CheckOutcome.Founded), g.LongCount(l => l.Outcome == CheckOutcome.PartlyFounded), g.LongCount(l => l.Outcome == CheckOutcome.Unfounded),
                    g.LongCount(l => l.AnsweredOn is not null), g.LongCount(l => l.CheckedOn is null && l.DueOn < today),
                    [.. Enum.GetValues<ForbiddenConduct>().Select(conduct => g.LongCount(l => l.Found.Contains(conduct)))])),
        ]);

    private static IEnumerable<ComplaintLine> Complaints(LedgerChanges rows, DateOnly from, DateOnly to, CourtId? court) =>
        rows.Complaints.Rows.Where(r => from <= r.Day && r.Day <= to && (court is null || r.Court == court.Value.Value)).Select(ComplaintReading.Line);
}
