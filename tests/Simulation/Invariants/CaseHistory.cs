using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>The events by what they concern, read once for all checks.</summary>
internal sealed class CaseHistory
{
    private const string CasePrefix = "case/";

    public CaseHistory(MemoryTables tables)
    {
        foreach (var recorded in tables.Events)
        {
            if (recorded.Stream.Value.StartsWith(CasePrefix, StringComparison.Ordinal))
                Case(CaseId.Parse(recorded.Stream.Value[CasePrefix.Length..])).Add(new(recorded, Codecs.Case.Decode(recorded.Kind, recorded.Payload.AsSpan())));
            else if (recorded.Stream != StreamId.Erasures && !RegisterHistory.IsOne(recorded.Stream))
                Persons.Add(new(recorded, Codecs.Petitioner.Decode(recorded.Kind, recorded.Payload.AsSpan())));
        }
    }

    public Dictionary<CaseId, List<CaseEntry>> Cases { get; } = [];

    public List<PersonEntry> Persons { get; } = [];

    public IEnumerable<(RecordedEvent Recorded, PetitionerEvent.CaseLinked Link)> Links =>
        Persons.Where(e => e.Event is PetitionerEvent.CaseLinked).Select(e => (e.Recorded, (PetitionerEvent.CaseLinked)e.Event));

    public IEnumerable<(RecordedEvent Recorded, CaseEvent.Received Event)> Receptions =>
        Cases.Values.SelectMany(c => c).Where(e => e.Event is CaseEvent.Received).Select(e => (e.Recorded, (CaseEvent.Received)e.Event));

    /// <summary>The case itself, or the one it was joined into in the end.</summary>
    public CaseId GoesOnAs(CaseId id)
    {
        while (Cases[id].Select(e => e.Event).OfType<CaseEvent.JoinedInto>().FirstOrDefault() is { } joined)
            id = joined.Older;
        return id;
    }

    private List<CaseEntry> Case(CaseId id)
    {
        if (!Cases.TryGetValue(id, out var entries))
            Cases.Add(id, entries = []);
        return entries;
    }
}

/// <summary>An event of a case with where it stands.</summary>
internal sealed record CaseEntry(RecordedEvent Recorded, CaseEvent Event);

/// <summary>An event of a person with where it stands.</summary>
internal sealed record PersonEntry(RecordedEvent Recorded, PetitionerEvent Event);
