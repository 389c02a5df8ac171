using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>Figures from the day cells alone: what the SQL stores must get from their roll-ups.</summary>
internal static class MemoryCounts
{
    public static Counts Receptions(LedgerChanges rows, DateOnly from, DateOnly to, CountsBy by, CourtId? court)
    {
        var head = rows.Head.Find(1);
        return new Counts(head?.Position ?? 0, head?.At,
        [
            .. rows.ReceptionTally.Rows
                .Where(c => c.Span == Spans.Day && from <= c.Starts && c.Starts <= to)
                .Where(c => court is null || c.Court == court.Value.Value)
                .GroupBy(c => (
                    Court: by.HasFlag(CountsBy.Court) ? c.Court : null,
                    Channel: by.HasFlag(CountsBy.Channel) ? c.Channel : null,
                    Day: by.HasFlag(CountsBy.Day) ? c.Starts : (DateOnly?)null))
                .OrderBy(g => g.Key.Day)
                .ThenBy(g => g.Key.Court, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Channel, StringComparer.Ordinal)
                .Select(g => new CountRow(
                    g.Key.Court is { } c ? new CourtId(c) : null,
                    g.Key.Channel is { } channel ? Word<Channel>.Parse(channel) : null,
                    g.Key.Day,
                    g.Sum(c => (long)c.Receptions),
                    g.Sum(c => (long)c.First),
                    g.Sum(c => (long)c.Collective),
                    g.Sum(c => (long)c.SkipLevel),
                    g.Sum(c => (long)c.Persons),
                    g.Sum(c => (long)c.ToCity),
                    g.Sum(c => (long)c.ToProvince),
                    g.Sum(c => (long)c.ToCapital),
                    g.Sum(c => (long)c.Late),
                    g.Sum(c => (long)c.Imported),
                    g.Sum(c => (long)c.Civil),
                    g.Sum(c => (long)c.Criminal),
                    g.Sum(c => (long)c.Administrative),
                    g.Sum(c => (long)c.Enforcement)))
                .Where(r => r.Receptions != 0),
        ]);
    }

    public static ImmutableArray<ResolutionCount> Resolutions(LedgerChanges rows, DateOnly from, DateOnly to, CourtId? court) =>
    [
        .. rows.ResolutionTally.Rows
            .Where(c => c.Span == Spans.Day && from <= c.Starts && c.Starts <= to)
            .Where(c => court is null || c.Court == court.Value.Value)
            .GroupBy(c => (c.Court, c.Ground))
            .OrderBy(g => g.Key.Court, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Ground, StringComparer.Ordinal)
            .Select(g => new ResolutionCount(
                new CourtId(g.Key.Court),
                Word<EndingGround>.Parse(g.Key.Ground),
                g.Sum(c => (long)c.Resolved),
                g.Sum(c => (long)c.Provisional)))
            .Where(r => r.Resolved != 0),
    ];
}
