using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Cases;

/// <summary>What people call the states and channels of a case, on every page, sheet and paper.</summary>
internal static class CaseNames
{
    /// <summary>接访形式.</summary>
    public static string Chinese(this Channel channel) => channel switch
    {
        Channel.Visit => "来访",
        Channel.Letter => "来信",
        Channel.Call => "来电",
        Channel.Email => "来邮",
        Channel.Online => "网上",
        Channel.Video => "视频",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No name for this channel."),
    };

    /// <summary>是否通知首接领导及到场情况 (W8).</summary>
    public static string Chinese(this SummonsStatus status) => status switch
    {
        SummonsStatus.Sent => "待签收",
        SummonsStatus.Escalated => "逾期未应",
        SummonsStatus.Acknowledged => "已签收",
        SummonsStatus.Arranged => "已约定",
        SummonsStatus.Missed => "未按约",
        SummonsStatus.Attended => "已到场",
        SummonsStatus.Kept => "已接待",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No name for this state."),
    };

    /// <summary>状态.</summary>
    public static string Chinese(this CaseStatus status) => status switch
    {
        CaseStatus.Pending => "待受理",
        CaseStatus.Open => "办理中",
        CaseStatus.Reopened => "重新办理",
        CaseStatus.Provisional => "已办结（暂定）",
        CaseStatus.Resolved => "已化解",
        CaseStatus.Terminated => "已终结",
        CaseStatus.HandedOver => "已移交",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No name for this state."),
    };
}

/// <summary>化解标准 (W14), as the closing form has it; tables have shorter words.</summary>
internal static class GroundNames
{
    public static string Of(EndingGround ground) => ground switch
    {
        EndingGround.OralPromise => "息诉罢访（口头明确）",
        EndingGround.WrittenUndertaking => "息诉罢访（书面承诺）",
        EndingGround.Rejected => "最高人民法院驳回",
        EndingGround.Terminated => "终结报备",
        EndingGround.HandedOver => "责任移交地方",
        EndingGround.Retrial => "导入再审程序",
        EndingGround.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "No name for this ground."),
    };
}

/// <summary>交办来源 (J5).</summary>
internal static class SourceNames
{
    public static string Of(string source) => source switch
    {
        "superiorCourt" => "上级法院",
        "petitionBureau" => "信访部门",
        "congress" => "人大",
        "partyCommittee" => "党委政法委",
        "intermediateCourt" => "中级人民法院",
        _ => "其他",
    };
}
