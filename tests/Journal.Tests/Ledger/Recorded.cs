using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>Events as the journal would give them back, from position 1.</summary>
internal static class Recorded
{
    public static RecordedEvent[] Events(CaseId @case, params CaseEvent[] events) =>
    [
        .. events.Select((e, i) =>
        {
            var stored = Codecs.Case.Encode(e);
            return new RecordedEvent(
                i + 1, StreamId.Of(@case), i + 1, stored.Kind, new DateTimeOffset(2026, 3, 2, 1, 0, i, TimeSpan.Zero), "clerk-7", "dg", stored.Payload);
        }),
    ];
}
