using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>禁止行为清单 (Y6): the closed list that every complaint is checked against. It is about the court's conduct, never about who complains.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ForbiddenConduct>))]
public enum ForbiddenConduct
{
    /// <summary>推诿扯皮.</summary>
    BuckPassing,

    /// <summary>拖延不办.</summary>
    Delay,

    /// <summary>不一次性告知.</summary>
    IncompleteNotice,

    /// <summary>态度生硬.</summary>
    Rudeness,

    /// <summary>违规设置条件.</summary>
    UndueConditions,

    /// <summary>违规收费.</summary>
    UndueFees,

    /// <summary>吃拿卡要.</summary>
    Extortion,

    /// <summary>泄露信息.</summary>
    Disclosure,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Where a complaint stands (Y6).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ComplaintStatus>))]
public enum ComplaintStatus
{
    /// <summary>待流转.</summary>
    Registered,

    /// <summary>核查中: it is with a division.</summary>
    Circulating,

    /// <summary>待答复.</summary>
    Checked,

    /// <summary>已答复: it is closed.</summary>
    Answered,
}

/// <summary>核查结果 (Y6): what the check found of what was complained of.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CheckOutcome>))]
public enum CheckOutcome
{
    /// <summary>属实.</summary>
    Founded,

    /// <summary>部分属实.</summary>
    PartlyFounded,

    /// <summary>不属实.</summary>
    Unfounded,
}

/// <summary>答复方式: how who complained was answered.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnswerMeans>))]
public enum AnswerMeans
{
    /// <summary>当面.</summary>
    InPerson,

    /// <summary>电话.</summary>
    Call,

    /// <summary>书面.</summary>
    Writing,

    /// <summary>网上.</summary>
    Online,
}

/// <summary>What everybody calls them.</summary>
public static class ComplaintWords
{
    public static string Chinese(this ForbiddenConduct conduct) => conduct switch
    {
        ForbiddenConduct.BuckPassing => "推诿扯皮",
        ForbiddenConduct.Delay => "拖延不办",
        ForbiddenConduct.IncompleteNotice => "不一次性告知",
        ForbiddenConduct.Rudeness => "态度生硬",
        ForbiddenConduct.UndueConditions => "违规设置条件",
        ForbiddenConduct.UndueFees => "违规收费",
        ForbiddenConduct.Extortion => "吃拿卡要",
        ForbiddenConduct.Disclosure => "泄露信息",
        ForbiddenConduct.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(conduct), conduct, "No name for this conduct."),
    };

    public static string Chinese(this ComplaintStatus status) => status switch
    {
        ComplaintStatus.Registered => "待流转",
        ComplaintStatus.Circulating => "核查中",
        ComplaintStatus.Checked => "待答复",
        ComplaintStatus.Answered => "已答复",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No name for this state."),
    };

    public static string Chinese(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Founded => "属实",
        CheckOutcome.PartlyFounded => "部分属实",
        CheckOutcome.Unfounded => "不属实",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No name for this outcome."),
    };

    public static string Chinese(this AnswerMeans means) => means switch
    {
        AnswerMeans.InPerson => "当面",
        AnswerMeans.Call => "电话",
        AnswerMeans.Writing => "书面",
        AnswerMeans.Online => "网上",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, "No name for these means."),
    };
}
