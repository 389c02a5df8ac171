using System.Collections.Concurrent;
using System.Reflection;
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
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_sealed = new();

    /// <returns>Where in the journal each erased key was erased.</returns>
    public static IReadOnlyDictionary<DataKeyId, long> Check(MemoryTables tables, CaseHistory history, KeyFile keys, Findings findings)
    {
        var erased = CheckErased(tables, history, findings);
        foreach (var (id, entries) in history.Cases)
        {
            foreach (var (recorded, @event) in entries)
            {
                foreach (var key in KeysOf(@event))
                    findings.Require(
                        tables.Keys.ContainsKey(key) || erased.GetValueOrDefault(key) > recorded.Position,
                        $"{@event.GetType().Name} of case {id.Value[..8]} is sealed with a key that is not there.");
            }
        }

        var keyring = new Keyring(keys, _ => throw new InvalidOperationException("Reading needs nothing random."));
        foreach (var (_, received) in history.Receptions)
        {
            if (tables.Keys.GetValueOrDefault(received.Claim.Key) is { } row)
                findings.Require(
                    keyring.Open(row).Open(received.Reception.Value, Sealing.ClaimField, received.Claim) == People.Requests.Claim,
                    $"Reception {received.Reception.Value[..8]} holds another claim than was made.");
        }

        return erased;
    }

    /// <summary>Every key that sealed something of the event; a paper's content stands elsewhere, its key is named.</summary>
    public static IEnumerable<DataKeyId> KeysOf(object @event)
    {
        foreach (var property in s_sealed.GetOrAdd(@event.GetType(), t => [.. t.GetProperties().Where(p => p.PropertyType == typeof(Sealed) || p.PropertyType == typeof(Sealed?))]))
        {
            if (property.GetValue(@event) is Sealed text)
                yield return text.Key;
        }

        if (@event is CaseEvent.PaperFiled { Key: { } named })
            yield return named;
    }

    /// <returns>Where in the journal each erased key was erased.</returns>
    private static Dictionary<DataKeyId, long> CheckErased(MemoryTables tables, CaseHistory history, Findings findings)
    {
        var erased = new Dictionary<DataKeyId, long>();
        foreach (var person in history.Persons.GroupBy(e => e.Recorded.Stream))
        {
            DataKeyId? key = null;
            foreach (var (recorded, @event) in person)
            {
                if (@event is PetitionerEvent.Registered registered)
                    key = registered.Key;
                else if (@event is PetitionerEvent.DataErased data)
                {
                    findings.Require(key is { } gone && !tables.Keys.ContainsKey(gone), $"The key of {person.Key.Value} is there after it was erased.");
                    foreach (var one in data.Cases.SelectMany(c => KeysOfItsOwn(history.Cases[c], recorded.Position)).Append(key!.Value))
                        erased[one] = recorded.Position;
                    key = null;
                }
            }
        }

        foreach (var (id, entries) in history.Cases)
        {
            foreach (var (recorded, _) in entries.Where(e => e.Event is CaseEvent.ContentErased))
            {
                foreach (var one in KeysOfItsOwn(entries, recorded.Position))
                {
                    findings.Require(!tables.Keys.ContainsKey(one), $"The key of case {id.Value[..8]} is there after it was erased.");
                    erased[one] = recorded.Position;
                }
            }
        }

        return erased;
    }

    /// <summary>The keys that bear the case's own name, as of a position: those of contacts without a person, and those made for it after an erasure.</summary>
    private static IEnumerable<DataKeyId> KeysOfItsOwn(List<CaseEntry> entries, long before) => entries
        .TakeWhile(e => e.Recorded.Position < before)
        .Select(e => e.Event switch
        {
            CaseEvent.Received { Petitioner: null } received => received.Person.Key,
            CaseEvent.Imported imported when entries[0].Event is CaseEvent.Opened { Petitioners.IsEmpty: true } => imported.Person.Key,
            CaseEvent.KeyRenewed renewed => renewed.Key,
            _ => (DataKeyId?)null,
        })
        .OfType<DataKeyId>();
}
