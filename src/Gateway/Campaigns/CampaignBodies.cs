using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Campaigns;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>Body of <c>POST /api/campaigns</c> (集中办访月; L7).</summary>
internal sealed record CampaignBody
{
    /// <summary>At most 100 characters.</summary>
    [Required] public string? Title { get; init; }

    /// <summary>City day.</summary>
    [Required] public DateOnly? FirstDay { get; init; }

    /// <summary>City day; its statistics count up to it (L7).</summary>
    [Required] public DateOnly? LastDay { get; init; }

    /// <summary>Courts that take part; absent or empty for all courts of the city.</summary>
    public string[]? Courts { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/days</c>.</summary>
internal sealed record CampaignDaysBody
{
    /// <summary>City day.</summary>
    [Required] public DateOnly? FirstDay { get; init; }

    /// <summary>City day; its statistics count up to it (L7).</summary>
    [Required] public DateOnly? LastDay { get; init; }

    /// <summary>1 to 2,000 characters.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases</c> (列入台账; L1). Owner and progress are the case's own.</summary>
internal sealed record GatherBody
{
    [Required] public string? CaseId { get; init; }

    /// <summary>责任单位: a court, or a division of the intermediate court such as <c>zy:民一庭</c>.</summary>
    [Required] public string? Unit { get; init; }

    /// <summary>承办法官, at most 100 characters.</summary>
    [Required] public string? Judge { get; init; }

    /// <summary>责任领导 of that court, where somebody besides the owner is responsible: a leader id.</summary>
    public string? ResponsibleLeader { get; init; }

    /// <summary>At the latest the campaign's last day, which is the default.</summary>
    public DateOnly? LimitOn { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases/{caseId}/key</c> (重点案件; L3).</summary>
internal sealed record KeyCaseBody
{
    /// <summary>1 to 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Reason { get; init; }

    /// <summary>专班: 1 to 20 names, each at most 100 characters.</summary>
    [Required] public string[]? Team { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases/{caseId}/receive</c> (逐级接访; L2).</summary>
internal sealed record LevelBody
{
    [Required] public CampaignLevel? Level { get; init; }

    /// <summary>Who received, by name, at most 100 characters; needed above the judge's level. Default: who sends it for <c>petitionStaff</c>, the case's judge for <c>handlingJudge</c>.</summary>
    public string? Receiver { get; init; }

    /// <summary>At most 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    public string? Result { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases/{caseId}/batch</c> (处理批次; L6).</summary>
internal sealed record BatchBody
{
    [Required] public CampaignBatch? Batch { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases/{caseId}/share</c> (共同办理、信息共享; L4).</summary>
internal sealed record ShareBody
{
    /// <summary>Courts that work along and see the entry, in place of those named before; empty for none.</summary>
    [Required] public string[]? Courts { get; init; }

    /// <summary>What is done together, at most 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    public string? Work { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases/{caseId}/strike-off</c> (销号; L2).</summary>
internal sealed record StrikeOffBody
{
    /// <summary>1 to 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Reason { get; init; }

    /// <summary>销号日期; default today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases/{caseId}/change</c> (L1). What is left out stays.</summary>
internal sealed record ChangeEntryBody
{
    /// <summary>承办法官, at most 100 characters.</summary>
    public string? Judge { get; init; }

    /// <summary>责任领导 of that court, where somebody besides the owner is responsible: a leader id.</summary>
    public string? ResponsibleLeader { get; init; }

    /// <summary>At the latest the campaign's last day.</summary>
    public DateOnly? LimitOn { get; init; }

    /// <summary>1 to 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>Body of <c>POST /api/campaigns/{campaignId}/cases/{caseId}/restore</c> (L2) and <c>…/remove</c> (L1).</summary>
internal sealed record EntryReasonBody
{
    /// <summary>1 to 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Reason { get; init; }
}
