using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>Routing slips (Y2, Y3).</content>
internal sealed partial class MemoryFigures
{
    public Task<ImmutableArray<RoutingLine>> RoutingsAsync(RoutingFilter filter) =>
        AskAsync<ImmutableArray<RoutingLine>>(rows =>
        [
            .. Routings(rows, filter.From, filter.To, filter.Court)
                .Where(l => (filter.Kind is null || l.Kind == filter.Kind) && (filter.Status is null || l.Status == filter.Status))
                .Where(l => (filter.Due is null || l.DueState(filter.Today) == filter.Due) && l.Position < filter.Before)
                .OrderByDescending(l => l.Position).Take(filter.Limit),
        ]);

    public Task<ImmutableArray<RoutingLine>> RoutingsOfAsync(CourtId court, CaseNumber number, int limit) =>
        AskAsync<ImmutableArray<RoutingLine>>(rows =>
        [
            .. Routings(rows, DateOnly.MinValue, DateOnly.MaxValue, court)
                .Where(l => l.Number == number || l.Related == number)
                .OrderByDescending(l => l.Position).Take(limit),
        ]);

    public Task<ImmutableArray<RoutingCount>> CountRoutingsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AskAsync<ImmutableArray<RoutingCount>>(rows =>
        [
            .. Routings(rows, from, to, court)
                .Where(l => l.Status != RoutingStatus.Withdrawn)
                .GroupBy(l => (l.Court, l.Kind))
                .OrderBy(g => g.Key.Court.Value, StringComparer.Ordinal).ThenBy(g => Word<RoutingKind>.Of(g.Key.Kind), StringComparer.Ordinal)
                .Select(g => new RoutingCount(
                    g.Key.Court, g.Key.Kind, g.LongCount(), g.LongCount(l => l.RoutedOn is not null), g.LongCount(l => l.Late == false), g.LongCount(l => l.Late == true),
                    g.LongCount(l => l.RoutedOn is null && l.DueOn < today), g.Sum(l => (long)l.Tally.Raised), g.Sum(l => (long)l.Tally.Missed),
                    g.Sum(l => (long)l.Tally.Granted), g.Sum(l => (long)l.Tally.Refused), g.Sum(l => (long)l.Tally.Settled),
                    g.LongCount(l => l.Related is not null && l.EnforcedFen is not null), g.Sum(l => l.Related is null ? 0 : l.EnforcedFen ?? 0))),
        ]);

    private static IEnumerable<RoutingLine> Routings(LedgerChanges rows, DateOnly from, DateOnly to, CourtId? court) =>
        rows.Routings.Rows.Where(r => from <= r.Day && r.Day <= to && (court is null || r.Court == court.Value.Value)).Select(RoutingReading.Line);
}
