using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>
/// Everything sealed can be read again: the key's row was written with the first event that was sealed with it, and is there until the
/// data is erased. From then on it is not, and what is said later is sealed with another.
/// </summary>
internal static class SealingAudit
{
    public static void Check(MemoryTables tables, CaseHistory history, KeyFile keys, Findings findings)
    {
        var keyring = new Keyring(keys, _ => throw new InvalidOperationException("Reading needs nothing random."));
        foreach (var (recorded, received) in history.Receptions)
        {
            if (tables.Keys.GetValueOrDefault(received.Claim.Key) is not { } row)
                findings.Require(
                    IsErasedAfter(recorded.Position, received, history), $"Reception {received.Reception.Value[..8]} is sealed with a key that is not there.");
            else
                findings.Require(
                    keyring.Open(row).Open(received.Reception.Value, Sealing.ClaimField, received.Claim) == People.Requests.Claim,
                    $"Reception {received.Reception.Value[..8]} holds another claim than was made.");
        }

        CheckErased(tables, history, findings);
    }

    private static bool IsErasedAfter(long position, CaseEvent.Received received, CaseHistory history) =>
        history.Persons.Any(e => e.Recorded.Position > position && e.Event is PetitionerEvent.DataErased erased
            && (erased.Petitioner == received.Petitioner || received.Joining.Contains(erased.Petitioner) || erased.Cases.Contains(received.Case)))
        || history.Cases[received.Case].Exists(e => e.Recorded.Position > position && e.Event is CaseEvent.ContentErased);

    private static void CheckErased(MemoryTables tables, CaseHistory history, Findings findings)
    {
        foreach (var person in history.Persons.GroupBy(e => e.Recorded.Stream))
        {
            DataKeyId? key = null;
            foreach (var (_, @event) in person)
            {
                if (@event is PetitionerEvent.Registered registered)
                    key = registered.Key;
                else if (@event is PetitionerEvent.DataErased)
                {
                    findings.Require(key is { } gone && !tables.Keys.ContainsKey(gone), $"The key of {person.Key.Value} is there after it was erased.");
                    key = null;
                }
            }
        }

        foreach (var (id, entries) in history.Cases)
        {
            DataKeyId? key = null;
            foreach (var (_, @event) in entries)
            {
                switch (@event)
                {
                    case CaseEvent.Received received:
                        key ??= received.Person.Key;
                        break;
                    case CaseEvent.Imported imported:
                        key ??= imported.Person.Key;
                        break;
                    case CaseEvent.KeyRenewed renewed:
                        key = renewed.Key;
                        break;
                    case CaseEvent.ContentErased:
                        findings.Require(key is { } gone && !tables.Keys.ContainsKey(gone), $"The key of case {id.Value[..8]} is there after it was erased.");
                        key = null;
                        break;
                }
            }
        }
    }
}
