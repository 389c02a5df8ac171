using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <content>Routing slips (Y2, Y3): each is what the decider's own fold allows next.</content>
internal sealed partial class History
{
    private readonly List<RoutingState> _routings = [];

    private void Route()
    {
        if (_routings.Count == 0 || _random.Next(3) == 0)
        {
            var kind = (RoutingKind)_random.Next(2);
            var day = Day();
            _routings.Add(RoutingState.Unknown);
            Write(_routings.Count - 1, new RoutingEvent.Registered(
                new RoutingId(NextId()), Court(), kind, Lawsuit(), _random.Next(2) == 0 ? null : (RoutingGround)_random.Next(9), day,
                day.AddDays(kind == RoutingKind.FirstTrial ? 15 : 2), null, "魏健", At()));
            return;
        }
        var slip = _random.Next(_routings.Count);
        Write(slip, Next(_routings[slip]));
    }

    private RoutingEvent Next(RoutingState state)
    {
        var id = state.Registered!.Routing;
        var number = state.Objections.Length;
        switch (state.Status)
        {
            case RoutingStatus.Withdrawn:
                var day = Day();
                return state.Registered! with { Ground = _random.Next(2) == 0 ? null : RoutingGround.Related, Day = day, DueOn = day.AddDays(2) };
            case RoutingStatus.Pending when _random.Next(4) == 0:
                return new RoutingEvent.Withdrawn(id, "误登", "魏健", At());
            case RoutingStatus.Pending:
                return new RoutingEvent.Routed(
                    id, _random.Next(3) == 0 ? null : Lawsuit(), Someone("李法官"), _random.Next(2) == 0 ? null : RoutingGround.Related, Day(), _random.Next(3) == 0, Day(), "魏健", At());
            case RoutingStatus.Disputed:
                var outcome = (ObjectionOutcome)_random.Next(3);
                var moved = _random.Next(2) == 0;
                var tally = state.Tally with { Granted = state.Tally.Granted + (moved ? 1 : 0), Refused = state.Tally.Refused + (moved ? 0 : 1) };
                return new RoutingEvent.Decided(
                    id, number, outcome, moved ? Someone("赵法官") : null, moved && _random.Next(2) == 0 ? Lawsuit() : null, moved && _random.Next(2) == 0 ? RoutingGround.Split : null, moved ? Day() : null, "孙庭长", Dots, Dots, Day(), tally,
                    "魏健", At());
            default:
                var kind = (ObjectionKind)_random.Next(2);
                return _random.Next(3) switch
                {
                    0 => new RoutingEvent.Enforced(id, _random.Next(1, 1_000_000), Day(), "魏健", At()),
                    1 => new RoutingEvent.ContentErased(id, "依申请"),
                    _ => new RoutingEvent.Objected(
                        id, number + 1, kind, "李法官", null, null, null, Dots, Day(), state.Tally with { Raised = number + 1, Missed = state.Tally.Missed + (int)kind }, "李法官", At()),
                };
        }
    }

    private void Write(int slip, RoutingEvent @event)
    {
        _routings[slip] = RoutingState.Evolve(_routings[slip], @event);
        Write(StreamId.Of(_routings[slip].Registered!.Routing), Codecs.Routing.Encode(@event));
    }

    private CaseNumber Lawsuit() => CaseNumber.Parse($"(2026)鲁9902民初{_random.Next(1, 20)}号");

    private static Official Someone(string name) => new(name, "民一庭");
}
