using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>J6, W14: whose decision a case waits for, as its events tell.</summary>
internal static class AwaitedProjection
{
    public static void Apply(LedgerChanges changes, RecordedEvent recorded, CaseEvent @event)
    {
        switch (@event)
        {
            case CaseEvent.ClosingSubmitted submitted:
                Closing(submitted.Case, Word<SignatureLayer>.Of(submitted.Layers[0]), submitted.On, submitted.Court?.Value);
                break;
            case CaseEvent.Signed signed:
                Closing(signed.Case, signed.Next is { } next ? Word<SignatureLayer>.Of(next) : AwaitedRow.Nobody, signed.On);
                break;
            case CaseEvent.SentBack back:
                Closing(back.Case, AwaitedRow.Revision, back.On);
                break;
            case CaseEvent.ClosingLapsed lapsed:
                Closing(lapsed.Case, AwaitedRow.Revision, lapsed.On);
                break;
            case CaseEvent.Assigned assigned:
                changes.Awaited.Add(new AwaitedRow(assigned.Case.Guid, AwaitedRow.Closing, recorded.Position, Court: assigned.Unit.Value));
                break;
            case CaseEvent.ReopeningAsked asked:
                Reopening(asked.Case, Word<SignatureLayer>.Of(SignatureLayer.Owner), asked.On);
                break;
            case CaseEvent.Acted { Act: CaseAct.DeclineReopening } declined:
                Reopening(declined.Case, AwaitedRow.Nobody, declined.On);
                break;
            case CaseEvent.Reopened reopened:
                Reopening(reopened.Case, AwaitedRow.Nobody, reopened.On);
                Closing(reopened.Case, AwaitedRow.Nobody, reopened.On);
                break;
        }

        void Closing(CaseId id, string by, DateOnly since, string? court = null) =>
            changes.Awaited.Add(new AwaitedRow(id.Guid, AwaitedRow.Closing, recorded.Position, by, court, since));

        void Reopening(CaseId id, string by, DateOnly since) =>
            changes.Awaited.Add(new AwaitedRow(id.Guid, AwaitedRow.Reopening, recorded.Position, by, null, since));
    }
}
