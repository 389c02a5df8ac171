using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// What events mean for the ledger: pure, without look-ups. Every event carries what its rows need, so the same events give the
/// same ledger in any division into batches, live or replayed. The table of events and rows is in docs/journal.md.
/// </summary>
internal static class Projection
{
    private const string CasePrefix = "case/";
    private const string PetitionerPrefix = "petitioner/";

    /// <summary>Events of other families (the city) have no rows.</summary>
    /// <exception cref="InvalidOperationException">An event of a case or petitioner that cannot be read; nothing of it may be written.</exception>
    public static LedgerChanges Project(ReadOnlySpan<RecordedEvent> events)
    {
        var changes = new LedgerChanges();
        foreach (var recorded in events)
        {
            var stream = recorded.Stream.Value;
            if (stream.StartsWith(CasePrefix, StringComparison.Ordinal))
                CaseProjection.Apply(changes, recorded, Codecs.Case.Decode(recorded.Kind, recorded.Payload.AsSpan()));
            else if (stream.StartsWith(PetitionerPrefix, StringComparison.Ordinal))
                PetitionerProjection.Apply(changes, recorded, Codecs.Petitioner.Decode(recorded.Kind, recorded.Payload.AsSpan()));
        }

        if (events.Length > 0)
            changes.Head.Add(new HeadRow(events[^1].Position, ToMicroseconds(events[^1].At)));
        return changes;
    }

    /// <summary>Cut to what every store can keep, so that a recount finds the very same value.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset instant)
    {
        var utc = instant.UtcTicks;
        return new DateTimeOffset(utc - (utc % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
