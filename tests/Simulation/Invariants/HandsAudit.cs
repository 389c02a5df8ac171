using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>In whose hands each case is (W3) and what became of each summons (W8), told again from the events.</summary>
internal static class HandsAudit
{
    public static void Check(CaseHistory history, LedgerChanges ledger, Findings findings)
    {
        foreach (var (id, entries) in history.Cases)
        {
            var row = ledger.Ownerships.Find(id.Guid);
            var expected = OwnershipOf(id, entries);
            findings.Require(row is not null && row with { Updated = 0 } == expected, $"The ledger says {row} where a recount says {expected}.");
            CheckSummonses(entries, ledger, findings);
        }

        var sent = history.Cases.Values.SelectMany(c => c).Count(e => e.Event is CaseEvent.Summoned);
        findings.Require(ledger.Summonses.Count == sent, $"The ledger lists {ledger.Summonses.Count} summonses of {sent}.");
    }

    /// <summary>Whole microseconds, as databases keep them.</summary>
    public static DateTimeOffset? Cut(DateTimeOffset? instant) => instant is { } at ? new DateTimeOffset(at.UtcTicks / 10 * 10, TimeSpan.Zero) : null;

    private static OwnershipRow OwnershipOf(CaseId id, List<CaseEntry> entries) => entries.Aggregate(new OwnershipRow(id.Guid, 0), (row, entry) => entry.Event switch
    {
        CaseEvent.Opened => row with { Vacant = "pending", VacantSince = Cut(entry.Recorded.At) },
        CaseEvent.Received { Number: 1 } first => row with { FirstReceptionOn = first.Day },
        CaseEvent.OwnerFixed owner => row with
        {
            Since = Cut(owner.At),
            FirstReceiver = row.FirstReceiver ?? (owner.Origin == OwnerOrigin.FirstReceiver ? owner.Owner.Value : null),
            Vacant = "",
        },
        CaseEvent.OwnerRelieved relieved => row with { Vacant = "recused", VacantSince = Cut(relieved.At) },
        CaseEvent.JoinedInto => row with { Vacant = "" },
        _ => row,
    });

    private static void CheckSummonses(List<CaseEntry> entries, LedgerChanges ledger, Findings findings)
    {
        foreach (var sent in entries.Select(e => e.Event).OfType<CaseEvent.Summoned>())
        {
            var (leader, status) = entries.Select(e => e.Event).OfType<CaseEvent.OfSummons>().Aggregate((sent.Leader, "sent"), (now, @event) => @event switch
            {
                CaseEvent.SummonsPassed e when e.Summons == sent.Summons => (e.Leader, now.Item2),
                CaseEvent.SummonsAcknowledged e when e.Summons == sent.Summons => (now.Leader, "acknowledged"),
                CaseEvent.SummonsAttended e when e.Summons == sent.Summons => (now.Leader, "attended"),
                CaseEvent.SummonsArranged e when e.Summons == sent.Summons => (now.Leader, "arranged"),
                CaseEvent.SummonsKept e when e.Summons == sent.Summons => (now.Leader, "kept"),
                CaseEvent.SummonsMissed e when e.Summons == sent.Summons => (now.Leader, "missed"),
                CaseEvent.SummonsEscalated e when e.Summons == sent.Summons => (now.Leader, "escalated"),
                _ => now,
            });
            var row = ledger.Summonses.Find(sent.Summons.Guid);
            findings.Require(
                row is not null && row.Case == sent.Case.Guid && row.Reception == sent.Reception.Guid && row.Leader == leader.Value && row.Status == status,
                $"The ledger says {row} of summons {sent.Summons.Value[..8]}, which is {status} and {leader}'s.");
        }
    }
}
