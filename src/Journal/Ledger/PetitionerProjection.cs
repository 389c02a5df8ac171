using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The rows of a person's events: which cases are theirs, nothing else.</summary>
internal static class PetitionerProjection
{
    public static void Apply(LedgerChanges changes, RecordedEvent recorded, PetitionerEvent @event)
    {
        switch (@event)
        {
            case PetitionerEvent.Registered or PetitionerEvent.DataErased:
                return;
            case PetitionerEvent.CaseLinked linked:
                changes.PetitionerCases.Add(new PetitionerCaseRow(linked.Petitioner.Value, linked.Case.Guid, recorded.Position));
                return;
            default:
                throw new InvalidOperationException($"The ledger has no meaning for '{recorded.Kind}'.");
        }
    }
}
