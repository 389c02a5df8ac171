using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>接访层级 (L2): reception climbs from one to the next until the matter is resolved.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CampaignLevel>))]
public enum CampaignLevel
{
    /// <summary>信访人员.</summary>
    PetitionStaff,

    /// <summary>承办法官.</summary>
    HandlingJudge,

    /// <summary>业务庭.</summary>
    Division,

    /// <summary>分管院领导.</summary>
    LeaderInCharge,

    /// <summary>院长.</summary>
    President,
}

/// <summary>处理批次 (L6): what came of a case; one may be in several.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CampaignBatch>))]
public enum CampaignBatch
{
    /// <summary>评查.</summary>
    Reviewed,

    /// <summary>导入程序.</summary>
    Entered,

    /// <summary>化解.</summary>
    Resolved,

    /// <summary>救助.</summary>
    Assisted,

    /// <summary>终结.</summary>
    Terminated,
}

/// <summary>Where a case of a campaign stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CampaignProgress>))]
public enum CampaignProgress
{
    /// <summary>办理中.</summary>
    Open,

    /// <summary>Struck off, and its case has been taken up again since (W4).</summary>
    Reopened,

    /// <summary>已销号 (L2).</summary>
    StruckOff,
}

/// <summary>What everybody calls them.</summary>
public static class CampaignWords
{
    public static string Chinese(this CampaignLevel level) => level switch
    {
        CampaignLevel.PetitionStaff => "信访人员",
        CampaignLevel.HandlingJudge => "承办法官",
        CampaignLevel.Division => "业务庭",
        CampaignLevel.LeaderInCharge => "分管院领导",
        CampaignLevel.President => "院长",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No name for this level."),
    };

    public static string Chinese(this CampaignBatch batch) => batch switch
    {
        CampaignBatch.Reviewed => "评查",
        CampaignBatch.Entered => "导入程序",
        CampaignBatch.Resolved => "化解",
        CampaignBatch.Assisted => "救助",
        CampaignBatch.Terminated => "终结",
        _ => throw new ArgumentOutOfRangeException(nameof(batch), batch, "No name for this batch."),
    };

    public static string Chinese(this CampaignProgress progress) => progress switch
    {
        CampaignProgress.Open => "办理中",
        CampaignProgress.Reopened => "销号后又需办理",
        CampaignProgress.StruckOff => "已销号",
        _ => throw new ArgumentOutOfRangeException(nameof(progress), progress, "No name for this progress."),
    };
}
