using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.OnSiteChecks;

/// <summary>受查台账: which ledger is held against the papers.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CheckedRegister>))]
public enum CheckedRegister
{
    /// <summary>首诉登记.</summary>
    FirstRequests,

    /// <summary>首审首执分流.</summary>
    Routings,

    /// <summary>办不成事反映.</summary>
    Complaints,

    /// <summary>接访登记.</summary>
    Receptions,
}

/// <summary>问题种类: how a ledger and the papers differ.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>漏登.</summary>
    Missing,

    /// <summary>错登.</summary>
    Wrong,

    /// <summary>迟登.</summary>
    Late,

    /// <summary>未办理.</summary>
    Unhandled,

    /// <summary>材料不全.</summary>
    Incomplete,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Where a check stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OnSiteCheckStatus>))]
public enum OnSiteCheckStatus
{
    /// <summary>未发现问题: there is nothing to put right.</summary>
    Clean,

    /// <summary>待整改.</summary>
    Open,

    /// <summary>待复核.</summary>
    Rectified,

    /// <summary>整改合格.</summary>
    Passed,
}

/// <summary>What everybody calls them.</summary>
public static class OnSiteCheckWords
{
    public static string Chinese(this CheckedRegister register) => register switch
    {
        CheckedRegister.FirstRequests => "首诉登记",
        CheckedRegister.Routings => "首审首执分流",
        CheckedRegister.Complaints => "办不成事反映",
        CheckedRegister.Receptions => "接访登记",
        _ => throw new ArgumentOutOfRangeException(nameof(register), register, "No name for this register."),
    };

    public static string Chinese(this FindingKind kind) => kind switch
    {
        FindingKind.Missing => "漏登",
        FindingKind.Wrong => "错登",
        FindingKind.Late => "迟登",
        FindingKind.Unhandled => "未办理",
        FindingKind.Incomplete => "材料不全",
        FindingKind.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No name for this finding."),
    };

    public static string Chinese(this OnSiteCheckStatus status) => status switch
    {
        OnSiteCheckStatus.Clean => "未发现问题",
        OnSiteCheckStatus.Open => "待整改",
        OnSiteCheckStatus.Rectified => "待复核",
        OnSiteCheckStatus.Passed => "整改合格",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No name for this state."),
    };
}
