using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Clocks;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>Assigned cases and their limits, by plain scans.</summary>
internal static class MemoryAssigned
{
    private static readonly string[] Running = ["pending", "open", "reopened"];
    private static readonly string[] Limits = ["enter", "meet", "progress", "close"];

    public static ImmutableArray<AssignedByUnit> Count(LedgerChanges rows, DateOnly from, DateOnly to)
    {
        var latest = rows.Assignments.Rows.GroupBy(a => a.Case).ToDictionary(g => g.Key, g => g.Max(a => a.Number));
        var overdue = rows.Clocks.Rows.Where(c => c.State == "overdue" && Limits.Contains(c.Kind)).Select(c => c.Case).ToHashSet();
        return
        [
            .. rows.Assignments.Rows.GroupBy(a => a.Unit!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var held = g.Where(a => a.Number == latest[a.Case]).Select(a => rows.CaseFiles.Find(a.Case)!).Where(c => c.JoinedInto is null).ToArray();
                var received = g.Where(a => from <= a.ReceivedOn && a.ReceivedOn <= to).ToArray();
                return new AssignedByUnit(
                    new(g.Key), held.Length, held.Count(c => Running.Contains(c.Status)), held.Count(c => overdue.Contains(c.Case)),
                    received.Length, received.Count(a => a.Urgent == true));
            }),
        ];
    }

    public static ImmutableArray<DayClocks> Missed(LedgerChanges rows, DateOnly from, DateOnly to, Grains.City.CourtId? court) =>
    [
        .. rows.ClockTally.Rows
            .Where(c => c.Span == Spans.Day && from <= c.Starts && c.Starts <= to && c.Missed != 0 && (court is null || c.Court == court.Value.Value))
            .OrderBy(c => c.Starts).ThenBy(c => c.Court, StringComparer.Ordinal).ThenBy(c => c.Kind, StringComparer.Ordinal)
            .Select(c => new DayClocks(c.Starts, new(c.Court), Word<ClockKind>.Parse(c.Kind), c.Missed, c.Late)),
    ];
}
