using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Papers;

/// <summary>What a paper is to the rules (J9).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PaperKind>))]
public enum PaperKind
{
    ReviewReport,

    /// <summary>The settlement agreement or the written undertaking to stop (W14).</summary>
    Settlement,
    ResolutionPlan,
    SelfExamination,
    TerminationDecision,

    /// <summary>The opinion of the superior organ (中央政法机关处理意见).</summary>
    SuperiorOpinion,

    /// <summary>The document by which responsibility passes to the local party and government.</summary>
    Handover,

    /// <summary>A ruling: rejected by the supreme court, or entered into retrial.</summary>
    Ruling,
    ProgressReport,
    HearingRecord,
    Answer,
    Other,
}

/// <summary>A paper as its case knows it.</summary>
public sealed record Paper(PaperId Id, PaperKind Kind, string MediaType, int Size, string Hash, DateOnly On);

/// <summary>The papers' names in official Chinese.</summary>
public static class PaperNames
{
    public static string Of(PaperKind kind) => kind switch
    {
        PaperKind.ReviewReport => "评查报告",
        PaperKind.Settlement => "息诉材料",
        PaperKind.ResolutionPlan => "化解方案",
        PaperKind.SelfExamination => "自查自纠报告",
        PaperKind.TerminationDecision => "终结决定",
        PaperKind.SuperiorOpinion => "中央政法机关处理意见",
        PaperKind.Handover => "责任移交文书",
        PaperKind.Ruling => "裁判文书",
        PaperKind.ProgressReport => "书面进展情况报告",
        PaperKind.HearingRecord => "听证笔录",
        PaperKind.Answer => "书面答复",
        PaperKind.Other => "其他材料",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No name for this paper."),
    };
}
