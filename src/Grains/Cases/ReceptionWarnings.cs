namespace PetitionMesh.Grains.Cases;

/// <summary>What the clerk should know of a reception that was registered all the same.</summary>
internal static class ReceptionWarnings
{
    public static IEnumerable<ReceptionWarning> Of(CaseEvent.Received received, CaseState state)
    {
        if (received.Late)
            yield return new ReceptionWarning("late-entry", "补录：登记晚于接访当日，已标记为迟录。", []);
        if (received.EarlierThanFirst)
            yield return new ReceptionWarning("earlier-entry", "接访时间早于首次登记的接访；包案领导以登记先后为准，不作变更。", []);
        if (received.Returned)
            yield return new ReceptionWarning("returned", "该事项此前已办结，本次登记为重访，包案领导不变。", []);
        if (state.Hands.Relieved)
            yield return new ReceptionWarning("owner-relieved", "包案领导已回避，尚未指定接替人，本次未通知其到场；请联系信访部门尽快确定接替人。", []);
    }
}
