using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>
/// W16: a swap is agreed between two leaders and told to the office in time. Pure, over the sides of the one or two months it touches. It moves
/// shifts that have not begun and nothing else: who owns a case stays.
/// </summary>
public static class SwapDecider
{
    /// <returns>Events per side, in the order of <paramref name="sides"/>, or a refusal; no events when it is already so.</returns>
    public static SwapDecision Decide(SwapCommand command, ImmutableArray<SwapSide> sides, RosterGround ground)
    {
        var known = sides[0].Known;
        return command.Act switch
        {
            SwapAct.Propose when known is not null => SwapDecision.Already(known),
            SwapAct.Propose propose => Propose(command, propose, new SwapMatter(command, propose.Mine, propose.Theirs, sides, ground)),
            _ when known is null => SwapDecision.No(Refusal.Unknown("没有这项换班申请，请核对编号。")),
            SwapAct.Accept => Accept(command, known, new SwapMatter(command, known.Mine, known.Theirs, sides, ground)),
            SwapAct.Decline => Decline(command, known, sides),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act.GetType().Name, "No rule for this act."),
        };
    }

    private static SwapDecision Propose(SwapCommand command, SwapAct.Propose propose, SwapMatter matter)
    {
        if (matter.Missing() is { } missing)
            return SwapDecision.No(missing);
        if (command.Actor.Role != Role.Leader || command.Actor.Subject != matter.Mine!.Leader.Value)
            return SwapDecision.No(Refusal.Forbids("not-your-shift", "换班由当班领导本人提出，该班次不是您的班次。"));
        if (propose.With is { } with && with != matter.Theirs!.Leader)
            return SwapDecision.No(Refusal.Conflicts("shift-moved", "W16", $"{propose.Theirs.Words}的带班领导已不是所填领导，请重新查看值班表。"));
        if (matter.Problem() is { } refusal)
            return SwapDecision.No(refusal);
        var standing = new SwapStanding(
            command.Swap, matter.Mine!.Leader, matter.Theirs!.Leader, propose.Mine, propose.Theirs, command.Now, SwapStatus.Proposed, null, null);
        return SwapDecision.Yes(standing, matter.Sides.Select(side => (RosterEvent[])[
            new RosterEvent.SwapProposed(
                side.Roster, command.Swap, standing.Proposer, standing.Counterpart, standing.Mine, standing.Theirs, command.Now),
        ]));
    }

    private static SwapDecision Accept(SwapCommand command, SwapStanding known, SwapMatter matter)
    {
        if (command.Actor.Role != Role.Leader || command.Actor.Subject != known.Counterpart.Value)
            return SwapDecision.No(Refusal.Forbids("not-asked", "该换班申请须由对方领导本人同意。"));
        if (known.Status == SwapStatus.Accepted)
            return SwapDecision.Already(known);
        if (NoLonger(matter.Sides) is { } settled)
            return SwapDecision.No(settled);
        if (matter.Mine?.Leader != known.Proposer || matter.Theirs?.Leader != known.Counterpart)
            return SwapDecision.No(Refusal.Conflicts("shift-moved", "W16", "班次已变动，原换班申请不再有效，请重新查看值班表后另行协商。"));
        if (matter.Problem() is { } refusal)
            return SwapDecision.No(refusal);
        var accepted = known with { Status = SwapStatus.Accepted, SettledAt = command.Now };
        return SwapDecision.Yes(accepted, matter.Sides.Select(side => matter.Moved(side)));
    }

    private static SwapDecision Decline(SwapCommand command, SwapStanding known, ImmutableArray<SwapSide> sides)
    {
        var by = new LeaderId(command.Actor.Subject);
        if (command.Actor.Role != Role.Leader || (by != known.Proposer && by != known.Counterpart))
            return SwapDecision.No(Refusal.Forbids("not-asked", "该换班申请只能由双方领导本人处理。"));
        if (known.Status == SwapStatus.Declined)
            return SwapDecision.Already(known);
        if (NoLonger(sides) is { } settled)
            return SwapDecision.No(settled);
        var declined = known with { Status = SwapStatus.Declined, SettledAt = command.Now };
        return SwapDecision.Yes(declined, sides.Select(side => (RosterEvent[])[new RosterEvent.SwapDeclined(side.Roster, command.Swap, by, command.Now)]));
    }

    private static Refusal? NoLonger(ImmutableArray<SwapSide> sides) =>
        sides.Select(s => s.Known).FirstOrDefault(k => k is not { Status: SwapStatus.Proposed }) is { } settled
            ? Refusal.Conflicts(
                settled.Status == SwapStatus.Lapsed ? "swap-lapsed" : "swap-settled",
                "W16",
                settled.Status == SwapStatus.Accepted ? "该换班申请双方已同意，不能再更改。" : $"该换班申请已不再有效：{settled.Why}")
            : null;
}

/// <summary>What became of a swap's command.</summary>
/// <param name="Swap">Where it stands then; null after a refusal.</param>
/// <param name="Events">Per side; all empty when it was already so.</param>
public sealed record SwapDecision(Refusal? Refusal, SwapStanding? Swap, ImmutableArray<ImmutableArray<RosterEvent>> Events)
{
    public static SwapDecision No(Refusal refusal) => new(refusal, null, []);

    public static SwapDecision Already(SwapStanding swap) => new(null, swap, []);

    internal static SwapDecision Yes(SwapStanding swap, IEnumerable<RosterEvent[]> events) => new(null, swap, [.. events.Select(e => e.ToImmutableArray())]);
}
