using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>What each event makes of a roster. An event that cannot follow throws: a journal that lies must not be believed.</summary>
public static class RosterEvolution
{
    public static RosterState Evolve(RosterState state, RosterEvent @event) => @event switch
    {
        RosterEvent.Drafted e => Move(state, e.Cleared, e.Set, e.Version) with { IsDrafted = true, Provisional = e.Provisional },
        RosterEvent.Published e => At(state, e.Version),
        RosterEvent.DayArranged e => Move(state, e.Cleared, e.Set, e.Version),
        RosterEvent.LeaveTaken e => Move(state, e.Cleared, [], e.Version) with { Leave = state.Leave.Union(Days(e.Leader, e.From, e.To)) },
        RosterEvent.LeaveEnded e => state with { Leave = state.Leave.Except(Days(e.Leader, e.From, e.To)) },
        RosterEvent.SensitivePeriodDeclared e => Move(state, e.Cleared, [], e.Version) with { Periods = state.Periods.Add(e.Period) },
        RosterEvent.SensitivePeriodWithdrawn e when state.Periods.Any(p => p.Name == e.Name) =>
            Move(state, e.Cleared, [], e.Version) with { Periods = state.Periods.RemoveAll(p => p.Name == e.Name) },
        RosterEvent.SwapProposed e when state.Swap(e.Swap) is null => state with
        {
            Swaps = state.Swaps.Add(
                e.Swap.Value,
                new SwapStanding(e.Swap, e.Proposer, e.Counterpart, e.Mine, e.Theirs, e.At, SwapStatus.Proposed, null, null)),
        },
        RosterEvent.SwapAccepted e when state.Swap(e.Swap) is { Status: SwapStatus.Proposed } =>
            Settle(Move(state, [], e.Set, e.Version), e.Swap, SwapStatus.Accepted, e.At, null),
        RosterEvent.SwapDeclined e when state.Swap(e.Swap) is { Status: SwapStatus.Proposed } swap =>
            Settle(state, e.Swap, SwapStatus.Declined, e.At, e.By == swap.Proposer ? "提出人已撤回。" : "对方未同意换班。"),
        RosterEvent.SwapLapsed e when state.Swap(e.Swap) is { Status: SwapStatus.Proposed } => Settle(state, e.Swap, SwapStatus.Lapsed, e.At, e.Why),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on this roster."),
    };

    private static RosterState At(RosterState state, int version) => version < state.Version || version > state.Version + 1
        ? throw new InvalidOperationException($"Version {version} of a roster cannot follow {state.Version}.")
        : state with { Version = version };

    private static RosterState Move(RosterState state, ImmutableArray<ShiftKey> cleared, ImmutableArray<Duty> set, int version)
    {
        var duties = state.Duties.RemoveRange(cleared).SetItems(set.Select(d => KeyValuePair.Create(d.Key, d)));
        return At(state, version) with { Duties = duties };
    }

    private static RosterState Settle(RosterState state, SwapId id, SwapStatus status, DateTimeOffset at, string? why) => state with
    {
        Swaps = state.Swaps.SetItem(id.Value, state.Swaps[id.Value] with { Status = status, SettledAt = at, Why = why }),
    };

    private static IEnumerable<LeaveDay> Days(LeaderId leader, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            yield return new LeaveDay(leader, day);
    }
}
