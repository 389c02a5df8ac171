using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What the events of screenings mean for their register (S2).</summary>
internal static class LawsuitScreeningProjection
{
    public static void Apply(LedgerChanges changes, RecordedEvent recorded, LawsuitScreeningEvent @event)
    {
        var at = recorded.Position;
        changes.LawsuitScreenings.Add(@event switch
        {
            LawsuitScreeningEvent.Reported e => new LawsuitScreeningRow(
                e.Screening.Value, at, at, e.Screening.Unit.Court.Value, e.Screening.Unit.Value, e.Screening.Month, e.Day, e.Late, Corrected: false, e.OpenLawsuits, e.ClosedLawsuits,
                e.Found.Length, e.Found.Length),
            LawsuitScreeningEvent.Corrected e => new LawsuitScreeningRow(
                e.Screening.Value, at, Corrected: true, OpenLawsuits: e.OpenLawsuits, ClosedLawsuits: e.ClosedLawsuits, Found: e.Found.Length, Open: e.Left),
            LawsuitScreeningEvent.Settled e => new LawsuitScreeningRow(e.Screening.Value, at, Open: e.Left),
            _ => throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}."),
        });
    }
}
