using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>On-site checks (Y5).</content>
internal sealed partial class MemoryFigures
{
    public Task<ImmutableArray<OnSiteCheckLine>> OnSiteChecksAsync(OnSiteCheckFilter filter) =>
        AskAsync<ImmutableArray<OnSiteCheckLine>>(rows =>
        [
            .. OnSiteChecks(rows, filter.From, filter.To, filter.Court)
                .Where(l => (filter.Seen is null || l.Court == filter.Seen || l.Inspecting == filter.Seen) && (filter.Status is null || l.Status == filter.Status))
                .Where(l => (!filter.Overdue || l.IsOverdue(filter.Today)) && l.Position < filter.Before)
                .OrderByDescending(l => l.Position).Take(filter.Limit),
        ]);

    public Task<ImmutableArray<OnSiteCheckCount>> CountOnSiteChecksAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AskAsync<ImmutableArray<OnSiteCheckCount>>(rows =>
        [
            .. OnSiteChecks(rows, from, to, court)
                .GroupBy(l => (l.Court, l.Register))
                .OrderBy(g => g.Key.Court.Value, StringComparer.Ordinal).ThenBy(g => Word<CheckedRegister>.Of(g.Key.Register), StringComparer.Ordinal)
                .Select(g => new OnSiteCheckCount(
                    g.Key.Court, g.Key.Register, g.LongCount(), g.Sum(l => (long)l.Sampled), g.Sum(l => (long)l.Agreeing),
                    [.. Enum.GetValues<FindingKind>().Select(kind => g.Sum(l => (long)l.Found[(int)kind]))], g.LongCount(l => l.Status == OnSiteCheckStatus.Clean),
                    g.LongCount(l => l.Late == false), g.LongCount(l => l.Late == true), g.LongCount(l => l.Status == OnSiteCheckStatus.Open), g.LongCount(l => l.IsOverdue(today)))),
        ]);

    private static IEnumerable<OnSiteCheckLine> OnSiteChecks(LedgerChanges rows, DateOnly from, DateOnly to, CourtId? court) =>
        rows.OnSiteChecks.Rows.Where(r => from <= r.Day && r.Day <= to && (court is null || r.Court == court.Value.Value)).Select(OnSiteCheckReading.Line);
}
