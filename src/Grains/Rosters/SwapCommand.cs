using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>W16: what a leader does about a swap. Goes to the roster of its first month.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.swap-command")]
public sealed record SwapCommand(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] SwapId Swap,
    [property: Id(4)] SwapAct Act);

/// <summary>The acts of a swap, a closed family.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.swap-act")]
public abstract record SwapAct
{
    /// <param name="Mine">The proposer's own shift.</param>
    /// <param name="Theirs">The shift he would take for it.</param>
    /// <param name="With">Whom he believes to have it, or null.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.swap-act.propose")]
    public sealed record Propose([property: Id(0)] ShiftKey Mine, [property: Id(1)] ShiftKey Theirs, [property: Id(2)] LeaderId? With) : SwapAct;

    /// <summary>The counterpart agrees; with that the office is told by both.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.swap-act.accept")]
    public sealed record Accept : SwapAct;

    /// <summary>The counterpart does not agree, or the proposer takes it back.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.swap-act.decline")]
    public sealed record Decline : SwapAct;

    private SwapAct()
    {
    }
}

/// <summary>One month's side of a swap: what the other month must know to decide, taken while this roster's turn is held.</summary>
/// <param name="Revision">Version of the stream.</param>
/// <param name="Published">Version in force.</param>
/// <param name="Duties">All shifts of the days concerned.</param>
/// <param name="Leave">Leave on the days concerned.</param>
/// <param name="Pending">Swaps that wait for an answer.</param>
/// <param name="Known">This very swap, once proposed.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.swap-side")]
public sealed record SwapSide(
    [property: Id(0)] RosterId Roster,
    [property: Id(1)] int Revision,
    [property: Id(2)] int Published,
    [property: Id(3)] ImmutableArray<Duty> Duties,
    [property: Id(4)] ImmutableArray<LeaveDay> Leave,
    [property: Id(5)] ImmutableArray<SensitivePeriod> Periods,
    [property: Id(6)] ImmutableArray<SwapStanding> Pending,
    [property: Id(7)] SwapStanding? Known)
{
    public static SwapSide Of(RosterId roster, int revision, RosterState state, SwapCommand command)
    {
        var known = state.Swap(command.Swap);
        var days = command.Act is SwapAct.Propose propose ? [propose.Mine.Date, propose.Theirs.Date]
            : known is not null ? [known.Mine.Date, known.Theirs.Date]
            : ImmutableArray<DateOnly>.Empty;
        return new SwapSide(
            roster,
            revision,
            state.Version,
            [.. state.Duties.Values.Where(d => days.Contains(d.Date))],
            [.. state.Leave.Where(l => days.Contains(l.Date)).OrderBy(l => l.Date).ThenBy(l => l.Leader.Value, StringComparer.Ordinal)],
            state.Periods,
            [.. state.Swaps.Values.Where(s => s.Status == SwapStatus.Proposed)],
            known);
    }

    public Duty? Duty(ShiftKey shift) => Duties.FirstOrDefault(d => d.Key == shift);
}
