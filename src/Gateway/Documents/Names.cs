using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Documents;

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

/// <summary>证件类型.</summary>
internal static class IdTypeNames
{
    /// <param name="word">The wire's word; null where the data has been deleted.</param>
    public static string? Of(string? word) => word is null ? null : IdTypeWords.TryParse(word, out var type)
        ? type switch
        {
            IdType.None => "无",
            IdType.ResidentId => "居民身份证",
            IdType.Passport => "护照",
            IdType.Military => "军人证件",
            IdType.HkMacaoPermit => "港澳居民来往内地通行证",
            IdType.TaiwanPermit => "台湾居民来往大陆通行证",
            IdType.Other => "其他证件",
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "No name for this kind of document."),
        }
        : throw new ArgumentOutOfRangeException(nameof(word), word, "Not a kind of document.");
}

/// <summary>期限状态.</summary>
internal static class ClockStateNames
{
    public static string Of(ClockState? state) => state switch
    {
        ClockState.Running => "计算中",
        ClockState.DueSoon => "临期",
        ClockState.Due => "今日到期",
        ClockState.Overdue => "逾期",
        ClockState.Met => "按期完成",
        ClockState.MetLate => "逾期完成",
        ClockState.Paused => "中止",
        null => "不再计算",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No name for this state."),
    };
}

/// <summary>The words of choices in forms, as people read them.</summary>
internal static class ChoiceNames
{
    public static string Of(string word) => word switch
    {
        "visit" => "来访约见",
        "appointment" => "约期",
        "remote" => "远程",
        "onSite" => "下访",
        "correct" => "裁判正确",
        "flawed" => "存在瑕疵",
        "wrong" => "确有错误",
        "notActing" => "不作为",
        "delay" => "拖延",
        "hiding" => "瞒报",
        "first" => "首次书面答复",
        "substantive" => "实质性答复",
        _ => word,
    };
}
