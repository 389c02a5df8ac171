using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.LawsuitScreenings;

/// <summary>诉讼阶段.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LawsuitStage>))]
public enum LawsuitStage
{
    /// <summary>在办.</summary>
    Open,

    /// <summary>已结.</summary>
    Closed,
}

/// <summary>风险事由: what a lawsuit may be petitioned about. Grounds of matters; no rule names them, so the list is ours.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RiskGround>))]
public enum RiskGround
{
    /// <summary>裁判结果争议.</summary>
    Judgment,

    /// <summary>审判程序争议.</summary>
    Procedure,

    /// <summary>审理、执行迟缓.</summary>
    Delay,

    /// <summary>执行不能或不到位.</summary>
    Enforcement,

    /// <summary>送达争议.</summary>
    Service,

    /// <summary>工作作风.</summary>
    Conduct,

    /// <summary>涉众.</summary>
    ManyParties,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Where a unit's screening of a month stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LawsuitScreeningStatus>))]
public enum LawsuitScreeningStatus
{
    /// <summary>未到时限.</summary>
    Due,

    /// <summary>已报.</summary>
    Reported,

    /// <summary>零报告: screened, and nothing was found.</summary>
    Nil,

    /// <summary>迟报.</summary>
    Late,

    /// <summary>漏报: the last day has passed.</summary>
    Missing,
}

/// <summary>What everybody calls them.</summary>
public static class LawsuitScreeningWords
{
    public static string Chinese(this LawsuitStage stage) => stage switch
    {
        LawsuitStage.Open => "在办",
        LawsuitStage.Closed => "已结",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    public static string Chinese(this RiskGround ground) => ground switch
    {
        RiskGround.Judgment => "裁判结果争议",
        RiskGround.Procedure => "审判程序争议",
        RiskGround.Delay => "审理、执行迟缓",
        RiskGround.Enforcement => "执行不能或不到位",
        RiskGround.Service => "送达争议",
        RiskGround.Conduct => "工作作风",
        RiskGround.ManyParties => "涉众",
        RiskGround.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "No such ground."),
    };

    public static string Chinese(this LawsuitScreeningStatus status) => status switch
    {
        LawsuitScreeningStatus.Due => "未到时限",
        LawsuitScreeningStatus.Reported => "已报",
        LawsuitScreeningStatus.Nil => "零报告",
        LawsuitScreeningStatus.Late => "迟报",
        LawsuitScreeningStatus.Missing => "漏报",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };
}
