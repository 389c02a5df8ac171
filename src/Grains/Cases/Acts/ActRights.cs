using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>Who may do what on a case, decided from the actor and the case alone.</summary>
public static class ActRights
{
    public static Refusal Joined { get; } = Refusal.Conflicts("joined", null, "该事项已并入另一事项，请在合并后的事项上办理。");

    /// <summary>For whom the case exists at all: the courts that take part, the supervisor, and whoever signs its closing.</summary>
    public static bool Knows(CaseState state, Actor actor, CitySnapshot city) =>
        TakesPart(state, actor) || (state.Work.Closing?.GoesUp == true && SignsAbove(actor, city));

    public static bool TakesPart(CaseState state, Actor actor) => actor.Role == Role.Supervisor || state.Courts.Contains(actor.Court);

    /// <summary>J6: the heads of the intermediate court and the leading group.</summary>
    public static bool SignsAbove(Actor actor, CitySnapshot city) =>
        city.Court(actor.Court)?.Tier == CourtTier.Intermediate
        && (actor.Role == Role.LeadingGroup || (actor.Role == Role.Leader && city.Leader(new LeaderId(actor.Subject))?.IsCourtLeader() == true));

    /// <returns>Null when he may.</returns>
    public static Refusal? Refuse(CaseState state, ActForm form, Actor actor, CaseGround ground)
    {
        if (form.Act is CaseAct.Sign or CaseAct.SendBack)
            return RefuseSignature(state, form, actor, ground);
        if (May(form, state, actor, ground))
            return null;
        return Refusal.Forbids("act-not-yours", $"{form.Title}应由{Names(form.May)}办理，您不能办理此事项。") with { Rule = form.Rule };
    }

    /// <remarks>
    /// J4, J5: a case is worked on by the court that handles it and by its owner's. Whoever took part by receiving the person once reads it, and
    /// records what happens there (<see cref="ActForm.Elsewhere"/>).
    /// </remarks>
    private static bool May(ActForm form, CaseState state, Actor actor, CaseGround ground)
    {
        var who = form.May;
        var here = form.Elsewhere
            ? state.Courts.Contains(actor.Court)
            : actor.Court == Handling.CourtOf(state) || actor.Court == state.Owner?.Court;
        return actor.Role switch
        {
            Role.Clerk => here && who.HasFlag(Who.Clerk),
            // W3: who has left or recused himself acts no more.
            Role.Leader when ground.LeaderOf(actor) is { Active: true } leader => !state.Hands.Recused.Contains(leader.Id)
                && ((who.HasFlag(Who.Owner) && state.ActingOwner?.Leader == leader.Id)
                    || (here && who.HasFlag(Who.AnyLeader))
                    || (here && who.HasFlag(Who.President) && leader.Rank == LeaderRank.President)),
            Role.Office => here && who.HasFlag(Who.Office),
            Role.Supervisor => who.HasFlag(Who.Supervisor),
            Role.Judge => here && who.HasFlag(Who.Judge),
            Role.LeadingGroup => who.HasFlag(Who.LeadingGroup),
            _ => false,
        };
    }

    private static Refusal? RefuseSignature(CaseState state, ActForm form, Actor actor, CaseGround ground)
    {
        if (state.Work.Closing is not { Next: { } layer })
            return Refusal.Conflicts("no-closing", form.Rule, "该事项没有待签批的办结报告。");
        return SignatureLayers.MaySign(layer, actor, ground.LeaderOf(actor), state, Handling.CourtOf(state), ground.City)
            ? null
            : Refusal.Forbids("signature-not-yours", $"现应由{SignatureLayers.NameOf(layer)}签批，您不能在此环节签批或退回。") with { Rule = form.Rule };
    }

    private static string Names(Who who) => string.Join('、', new (Who Who, string Name)[]
    {
        (Who.Owner, "包案领导"), (Who.AnyLeader, "本院领导"), (Who.President, "院长"), (Who.Judge, "承办人"), (Who.Clerk, "窗口人员"),
        (Who.Office, "本院信访部门"), (Who.Supervisor, "中院信访局"), (Who.LeadingGroup, "领导小组"),
    }.Where(n => who.HasFlag(n.Who)).Select(n => n.Name));
}
