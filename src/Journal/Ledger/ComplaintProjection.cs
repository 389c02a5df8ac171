using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What the events of stuck-errand desks and of complaints there mean for their registers (Y6).</summary>
internal static class ComplaintProjection
{
    public static void Apply(LedgerChanges changes, RecordedEvent recorded, ErrandDeskEvent @event)
    {
        var at = recorded.Position;
        changes.ErrandDesks.Add(@event switch
        {
            ErrandDeskEvent.Opened e => new ErrandDeskRow(e.Desk.Guid, at, at, e.Court.Value, e.Name, e.Place, e.Officer, OfficerSince: e.Day, OpenedOn: e.Day),
            ErrandDeskEvent.OfficerNamed e => new ErrandDeskRow(e.Desk.Guid, at, Officer: e.Officer, OfficerSince: e.Day, Reason: e.Reason),
            ErrandDeskEvent.Closed e => new ErrandDeskRow(e.Desk.Guid, at, ClosedOn: e.Day, Reason: e.Reason),
            _ => throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}."),
        });
    }

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, ComplaintEvent @event)
    {
        var at = recorded.Position;
        switch (@event)
        {
            case ComplaintEvent.Registered e:
                changes.Complaints.Add(new ComplaintRow(
                    e.Complaint.Guid,
                    at,
                    Word<ComplaintStatus>.Of(ComplaintStatus.Registered),
                    at,
                    e.Court.Value,
                    e.Desk.Guid,
                    e.DeskName,
                    e.Officer,
                    Word<Channel>.Of(e.Channel),
                    e.Day));
                break;
            case ComplaintEvent.Circulated e:
                changes.Complaints.Add(new ComplaintRow(
                    e.Complaint.Guid, at, Word<ComplaintStatus>.Of(ComplaintStatus.Circulating), Division: e.Division, DueOn: e.DueOn));
                break;
            case ComplaintEvent.Checked e:
                changes.Complaints.Add(new ComplaintRow(
                    e.Complaint.Guid,
                    at,
                    Word<ComplaintStatus>.Of(ComplaintStatus.Checked),
                    CheckedOn: e.Day,
                    Late: e.Late,
                    Outcome: Word<CheckOutcome>.Of(e.Outcome),
                    Found: Marked.OfWords(e.Found)));
                break;
            case ComplaintEvent.Answered e:
                changes.Complaints.Add(new ComplaintRow(
                    e.Complaint.Guid, at, Word<ComplaintStatus>.Of(ComplaintStatus.Answered), AnsweredOn: e.Day, AnsweredBy: e.AnsweredBy));
                break;
            case ComplaintEvent.ContentErased:
                break; // The register holds nothing personal.
            default:
                throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}.");
        }
    }
}
