using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>Joined cases: both sides say so, the younger one takes nothing more, and its owner is the older one's.</summary>
internal static class JoinAudit
{
    public static void Check(CaseHistory history, Findings findings)
    {
        foreach (var (id, entries) in history.Cases)
        {
            foreach (var joined in entries.Select(e => e.Event).OfType<CaseEvent.JoinedInto>())
                CheckJoin(id, joined.Older, entries, history, findings);
            foreach (var by in entries.Select(e => e.Event).OfType<CaseEvent.JoinedBy>())
            {
                findings.Require(
                    history.Cases.TryGetValue(by.Younger, out var younger) && younger.Exists(e => e.Event is CaseEvent.JoinedInto into && into.Older == id),
                    $"Case {id.Value[..8]} took up {by.Younger.Value[..8]}, which does not know it.");
            }
        }
    }

    private static void CheckJoin(CaseId id, CaseId older, List<CaseEntry> entries, CaseHistory history, Findings findings)
    {
        var name = $"Case {id.Value[..8]}";
        findings.Require(entries.Count(e => e.Event is CaseEvent.JoinedInto) == 1, $"{name} was joined twice.");
        var end = entries.FindIndex(e => e.Event is CaseEvent.JoinedInto);
        findings.Require(!entries.Skip(end).Any(e => e.Event is CaseEvent.Received), $"{name} was received after it had been joined.");
        findings.Require(
            history.Cases[older].Exists(e => e.Event is CaseEvent.JoinedBy by && by.Younger == id),
            $"{name} went into {older.Value[..8]}, which does not know it.");
        var at = entries[end].Recorded.Position;
        var ownerThen = history.Cases[older].Where(e => e.Recorded.Position < at).Select(e => e.Event).OfType<CaseEvent.OwnerFixed>().LastOrDefault()?.Owner;
        var owner = entries.Take(end + 2).Select(e => e.Event).OfType<CaseEvent.OwnerFixed>().LastOrDefault()?.Owner;
        findings.Require(ownerThen is null || owner == ownerThen, $"{name} is owned by {owner}, the case it went into by {ownerThen}.");
    }
}
