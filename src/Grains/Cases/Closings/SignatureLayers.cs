using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Cases.Closings;

/// <summary>Which layers a closing report passes, and who may sign each.</summary>
public static class SignatureLayers
{
    /// <summary>
    /// J6, J9: an assigned case, and every termination and handover, goes to the owner, the heads of both courts, the petition office that forwards
    /// it and the leading group. A case that no superior body assigned ends with its owner and the head of its court (W14).
    /// </summary>
    public static ImmutableArray<SignatureLayer> For(EndingGround ground, bool assigned, CourtTier tier)
    {
        ImmutableArray<SignatureLayer> own = tier == CourtTier.Basic
            ? [SignatureLayer.Owner, SignatureLayer.President]
            : [SignatureLayer.Owner, SignatureLayer.IntermediateHead];
        if (!assigned && ground is not (EndingGround.Terminated or EndingGround.HandedOver))
            return own;
        return Assigned(own);
    }

    /// <summary>What a report passes once a superior body waits for it (J6): nothing that has been signed is signed again.</summary>
    public static ImmutableArray<SignatureLayer> Assigned(ImmutableArray<SignatureLayer> layers) =>
        [.. layers, .. ((SignatureLayer[])[SignatureLayer.IntermediateHead, SignatureLayer.Office, SignatureLayer.LeadingGroup]).Except(layers)];

    /// <param name="leader">Who acts, if he is a leader of the city.</param>
    /// <param name="court">The court that handles the case.</param>
    public static bool MaySign(SignatureLayer layer, Actor actor, Leader? leader, CaseState state, CourtId court, CitySnapshot city) => layer switch
    {
        SignatureLayer.Owner => leader is { Active: true } && state.ActingOwner?.Leader == leader.Id,
        SignatureLayer.President => leader is not null && leader.Court == court && IsHead(leader, state, city),
        SignatureLayer.IntermediateHead => leader is { Active: true } && leader.IsCourtLeader()
            && city.Court(leader.Court)?.Tier == CourtTier.Intermediate && !state.Hands.Recused.Contains(leader.Id) && !LeavesIt(leader, state, city),
        SignatureLayer.Office => actor.Role == Role.Supervisor,
        SignatureLayer.LeadingGroup => actor.Role == Role.LeadingGroup && city.Court(actor.Court)?.Tier == CourtTier.Intermediate,
        _ => false,
    };

    /// <summary>W3: who recused himself signs in no layer; for a president who did, a vice-president of his court signs.</summary>
    private static bool IsHead(Leader leader, CaseState state, CitySnapshot city)
    {
        if (!leader.Active || state.Hands.Recused.Contains(leader.Id))
            return false;
        return leader.Rank == LeaderRank.President
            || (leader.Rank == LeaderRank.VicePresident && !LeavesIt(leader, state, city) && city.Document.Leaders.Any(
                l => l is { Active: true, Rank: LeaderRank.President } && l.Court == leader.Court && state.Hands.Recused.Contains(l.Id)));
    }

    /// <summary>J6: a head signs what another has done; who owns the case leaves it to another head of the court, where there is one.</summary>
    private static bool LeavesIt(Leader leader, CaseState state, CitySnapshot city) => state.Owner?.Leader == leader.Id && city.Document.Leaders.Any(
        l => l.Active && l.Id != leader.Id && l.Court == leader.Court && l.IsCourtLeader() && !state.Hands.Recused.Contains(l.Id));

    public static string NameOf(SignatureLayer layer) => layer switch
    {
        SignatureLayer.Owner => "包案领导",
        SignatureLayer.President => "基层法院院长",
        SignatureLayer.IntermediateHead => "中院主管院长",
        SignatureLayer.Office => "中院信访局",
        SignatureLayer.LeadingGroup => "领导小组",
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "No name for this layer."),
    };
}
