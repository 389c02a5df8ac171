using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases;

/// <summary>W3: who decided the original lawsuit must not own the petition about it. Only names are known, so it warns and decides nothing.</summary>
internal static class JudgeWarning
{
    /// <param name="state">The case before the reception.</param>
    public static IEnumerable<ReceptionWarning> Of(CaseState state, CaseEvent.Received received, CitySnapshot city)
    {
        // Nearly always nobody is named, and a reception is the busiest thing there is.
        if (state.Judges.IsEmpty && received.OriginalJudge is null)
            yield break;
        if (received.Receiver is { } receiver && city.Leader(receiver) is { } leader && IsJudge(state, received, Fold(leader.Name)))
        {
            yield return new ReceptionWarning(
                "receiver-was-judge", "接访领导与原审承办人同名，请核实是否应当回避；确需回避的，请办理回避并更换包案领导。", []);
        }
    }

    private static bool IsJudge(CaseState state, CaseEvent.Received received, string name) =>
        state.Judges.Contains(name) || (received.OriginalJudge is { } judge && Fold(judge) == name);

    /// <summary>Names as they are compared: without spaces and width forms.</summary>
    public static string Fold(string name) => Writing.TryFold(name, out var folded) ? folded : name;
}
