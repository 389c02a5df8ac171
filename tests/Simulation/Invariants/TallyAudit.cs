using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>Counts every cell of the tallies again, by going over all receptions once per cell.</summary>
internal static class TallyAudit
{
    public static void Check(CaseHistory history, LedgerChanges ledger, Findings findings)
    {
        var all = history.Receptions.Select(r => r.Event).ToArray();
        var cells = 0;
        foreach (var span in new[] { 'd', 'm' })
        {
            foreach (var group in all.GroupBy(r => (Starts: Start(span, r.Day), Court: r.Court.Value, Channel: Words.Of(r.Channel))))
            {
                cells++;
                CheckCell(span, group.Key.Starts, group.Key.Court, group.Key.Channel, [.. group], ledger, findings);
            }
        }

        foreach (var day in all.Where(r => r.Unit is { Division: not null }).GroupBy(r => (r.Day, Unit: r.Unit!.Value.Value, Channel: Words.Of(r.Channel))))
        {
            cells++;
            CheckCell('u', day.Key.Day, day.Key.Unit, day.Key.Channel, [.. day], ledger, findings);
        }

        CheckHands(history, ledger, findings);
        findings.Require(ledger.ReceptionTally.Count == cells, $"The tally has {ledger.ReceptionTally.Count} cells where a recount has {cells}.");
    }

    /// <summary>What leaders own, over all their years: each case that was not joined into another, in the hands that were fixed last; and what of it has not ended.</summary>
    private static void CheckHands(CaseHistory history, LedgerChanges ledger, Findings findings)
    {
        var owners = history.Cases.Values.Select(c => c.Select(e => e.Event).ToArray())
            .Where(c => !c.OfType<CaseEvent.JoinedInto>().Any())
            .Where(c => c.OfType<CaseEvent.OwnerFixed>().Any())
            .ToLookup(c => c.OfType<CaseEvent.OwnerFixed>().Last().Owner.Value, c => Array.FindLast(c, e => e is CaseEvent.Ended or CaseEvent.Reopened) is not CaseEvent.Ended);
        foreach (var leader in ledger.LeaderTally.Rows.GroupBy(r => r.Leader))
        {
            var told = (Owned: leader.Sum(r => r.Owned), Running: leader.Sum(r => r.Running));
            var expected = (owners[leader.Key].Count(), owners[leader.Key].Count(running => running));
            findings.Require(told == expected, $"The tally gives {leader.Key} {told} cases, owned and running, where a recount has {expected}.");
        }
    }

    private static void CheckCell(
        char span, DateOnly starts, string court, string channel, IReadOnlyList<CaseEvent.Received> receptions, LedgerChanges ledger, Findings findings)
    {
        var cell = ledger.ReceptionTally.Find((span, starts, court, channel));
        var expected = new ReceptionTallyRow(
            span,
            starts,
            court,
            channel,
            receptions.Count,
            receptions.Count(r => r.First),
            receptions.Count(r => r.Headcount >= 5),
            receptions.Count(r => r.SkipsLevel),
            receptions.Sum(r => r.Headcount),
            receptions.Count(r => r.Level == Level.City),
            receptions.Count(r => r.Level == Level.Province),
            receptions.Count(r => r.Level == Level.Capital),
            receptions.Count(r => r.Late),
            receptions.Count(r => r.FromImport == true),
            receptions.Count(r => r.Kind == MatterKind.Civil),
            receptions.Count(r => r.Kind == MatterKind.Criminal),
            receptions.Count(r => r.Kind == MatterKind.Administrative),
            receptions.Count(r => r.Kind == MatterKind.Enforcement));
        findings.Require(cell == expected, $"The tally says {cell} where a recount says {expected}.");
    }

    private static DateOnly Start(char span, DateOnly day) => span == 'd' ? day : day.AddDays(1 - day.Day);
}
