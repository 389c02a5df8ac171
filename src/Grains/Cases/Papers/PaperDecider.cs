using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Grains.Cases.Papers;

/// <summary>Who may file a paper, and how many.</summary>
internal static class PaperDecider
{
    /// <summary>Most papers of one case; a file that needs more belongs into volumes of its own.</summary>
    public const int Most = 500;

    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand.File file)
    {
        if (!state.Exists || !ActRights.TakesPart(state, file.Actor))
            return Refusal.Unknown("没有这个信访事项，请核对编号。");
        if (state.Work.Papers.Any(p => p.Id == file.Paper))
            return [];
        if (state.JoinedInto is not null)
            return ActRights.Joined;
        if (state.Work.Papers.Length >= Most)
            return Refusal.Conflicts("too-many-papers", null, $"一个信访事项最多存 {Most} 份材料，请合并后上传。");
        return [new CaseEvent.PaperFiled(state.Id, file.Paper, file.Kind, file.MediaType, file.Size, file.Hash, file.Ground.Today, file.Key)];
    }
}
