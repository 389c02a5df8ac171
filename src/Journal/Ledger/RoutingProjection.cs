using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What the events of routing slips mean for their register (Y2, Y3).</summary>
internal static class RoutingProjection
{
    private const string Nothing = "";

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, RoutingEvent @event)
    {
        var at = recorded.Position;
        switch (@event)
        {
            case RoutingEvent.Registered e:
                changes.Routings.Add(Tallied(ObjectionTally.None, new RoutingRow(
                    e.Routing.Guid,
                    at,
                    Word<RoutingStatus>.Of(RoutingStatus.Pending),
                    at,
                    e.Court.Value,
                    Word<RoutingKind>.Of(e.Kind),
                    Ground(e.Ground),
                    e.Number.Value,
                    e.Day,
                    e.DueOn)));
                break;
            case RoutingEvent.Routed e:
                changes.Routings.Add(new RoutingRow(
                    e.Routing.Guid,
                    at,
                    Word<RoutingStatus>.Of(RoutingStatus.Routed),
                    Ground: e.Related is null ? Nothing : e.Ground is null ? null : Ground(e.Ground),
                    RoutedOn: e.Day,
                    Late: e.Late,
                    Related: e.Related?.Value ?? Nothing,
                    Receiver: e.Receiver.Name,
                    Division: e.Receiver.Division,
                    ObjectUntil: e.ObjectUntil));
                break;
            case RoutingEvent.Objected e:
                changes.Routings.Add(Tallied(e.Tally, new RoutingRow(e.Routing.Guid, at, Word<RoutingStatus>.Of(RoutingStatus.Disputed))));
                break;
            case RoutingEvent.Decided { Receiver: { } receiver } e:
                changes.Routings.Add(Tallied(e.Tally, new RoutingRow(
                    e.Routing.Guid,
                    at,
                    Word<RoutingStatus>.Of(RoutingStatus.Routed),
                    Related: e.Related?.Value ?? Nothing,
                    Receiver: receiver.Name,
                    Division: receiver.Division,
                    Ground: Ground(e.Ground),
                    ObjectUntil: e.ObjectUntil)));
                break;
            case RoutingEvent.Decided e:
                changes.Routings.Add(Tallied(e.Tally, new RoutingRow(e.Routing.Guid, at, Word<RoutingStatus>.Of(RoutingStatus.Routed))));
                break;
            case RoutingEvent.Enforced e:
                changes.Routings.Add(new RoutingRow(e.Routing.Guid, at, EnforcedFen: e.Fen, EnforcedOn: e.Day));
                break;
            case RoutingEvent.Withdrawn e:
                changes.Routings.Add(new RoutingRow(e.Routing.Guid, at, Word<RoutingStatus>.Of(RoutingStatus.Withdrawn)));
                break;
            case RoutingEvent.ContentErased:
                break; // The register holds nothing personal.
            default:
                throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}.");
        }
    }

    private static string Ground(RoutingGround? ground) => ground is { } some ? Word<RoutingGround>.Of(some) : Nothing;

    private static RoutingRow Tallied(ObjectionTally tally, RoutingRow row) =>
        row with { Objections = tally.Raised, Missed = tally.Missed, Granted = tally.Granted, Refused = tally.Refused, Settled = tally.Settled };
}
