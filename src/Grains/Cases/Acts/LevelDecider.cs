using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>S3: levels only rise; the second is the president's to name, with limit and team, the third his to lead.</summary>
internal static class LevelDecider
{
    /// <summary>The levels that somebody may raise the case to now, as the form writes them.</summary>
    public static ImmutableArray<string> OpenTo(CaseState state, ActForm form, Actor actor, CaseGround ground) =>
        [.. form.Fields.Single(f => f.Kind == FieldKind.Choice).Choices.Where(c => Read(c) > state.Work.Level && (Read(c) == 1 || Names(actor, ground)))];

    public static Refusal? Refuse(CaseState state, CaseCommand.Act act)
    {
        var level = Read(act.Facts.Value("level")!);
        if (level <= state.Work.Level)
            return Refusal.Breaks("level-not-higher", "S3", $"现为第 {state.Work.Level} 层级，只能提升到更高层级。", "level");
        if (level >= 2 && !Names(act.Actor, act.Ground))
            return Refusal.Forbids("level-needs-president", "第二、三层级由院长确定责任领导、期限和专班。") with { Rule = "S3" };
        if (level >= 2 && act.Facts.Value("team") is null)
            return Refusal.Breaks("incomplete", "S3", "第二、三层级须确定专班，请填写专班组成。", "team");
        if (level == 2 && act.Facts.Value("limit") is null)
            return Refusal.Breaks("incomplete", "S3", "第二层级须由院长确定办理期限。", "limit");
        return level == 3 && !ActDecider.IsItsPresident(state, act, "responsibleLeader")
            ? Refusal.Breaks("level-three-is-led-by-the-president", "S3", "到省进京信访由院长牵头，责任领导应为办案法院或中级人民法院院长。", "responsibleLeader")
            : null;
    }

    private static int Read(string level) => int.Parse(level, CultureInfo.InvariantCulture);

    private static bool Names(Actor actor, CaseGround ground) =>
        actor.Role == Role.Supervisor || ground.LeaderOf(actor) is { Rank: LeaderRank.President };
}
