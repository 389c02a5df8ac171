using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>Whose approval counts on a case.</summary>
internal static class Approvers
{
    public const string Words = "批准人应为办理法院、包案领导所在法院或中院的现任院长、副院长，请填写其领导编号。";

    /// <summary>A president or vice-president in office who answers for the case: of the court that handles it, of its owner's, or of the one above both.</summary>
    public static bool May(Leader leader, CaseState state, CitySnapshot city) =>
        leader.Active && leader.IsCourtLeader()
        && (IsOfOrAbove(leader, Handling.CourtOf(state), city) || leader.Court == state.Owner?.Court);

    public static bool IsOfOrAbove(Leader leader, CourtId court, CitySnapshot city) =>
        leader.Court == court || city.Court(leader.Court)?.Tier == CourtTier.Intermediate;
}
