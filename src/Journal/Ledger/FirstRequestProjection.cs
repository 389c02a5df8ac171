using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What the events of first requests mean for their register (Y1).</summary>
internal static class FirstRequestProjection
{
    private const string Nothing = "";

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, FirstRequestEvent @event)
    {
        var at = recorded.Position;
        switch (@event)
        {
            case FirstRequestEvent.Received e:
                changes.FirstRequests.Add(new FirstRequestRow(
                    e.Request.Guid,
                    at,
                    Word<RequestStatus>.Of(RequestStatus.Open),
                    at,
                    e.Court.Value,
                    Word<Grains.Cases.Channel>.Of(e.Channel),
                    e.Kind is { } kind ? Word<RequestKind>.Of(kind) : Nothing,
                    e.Handling is { } handling ? Word<RequestHandling>.Of(handling) : Nothing,
                    e.Day,
                    e.Responsible ?? Nothing,
                    e.Register ?? Nothing,
                    e.DueOn));
                break;
            case FirstRequestEvent.PassedOn e:
                changes.FirstRequests.Add(new FirstRequestRow(e.Request.Guid, at, PassedTo: e.To));
                break;
            case FirstRequestEvent.Finished e:
                changes.FirstRequests.Add(new FirstRequestRow(e.Request.Guid, at, Word<RequestStatus>.Of(RequestStatus.Done), DoneOn: e.Day));
                break;
            case FirstRequestEvent.Entered e:
                changes.FirstRequests.Add(new FirstRequestRow(e.Request.Guid, at, Word<RequestStatus>.Of(RequestStatus.Entered), Case: e.Case.Guid));
                break;
            case FirstRequestEvent.Filed e:
                changes.FirstRequests.Add(new FirstRequestRow(e.Request.Guid, at, Filed: true));
                break;
            case FirstRequestEvent.ContentErased:
                break; // The register holds nothing personal.
            default:
                throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}.");
        }
    }
}
