using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;

namespace PetitionMesh.Gateway.Documents;

/// <summary>接访形式.</summary>
internal static class ChannelNames
{
    public static string Of(Channel channel) => channel switch
    {
        Channel.Visit => "来访",
        Channel.Letter => "来信",
        Channel.Call => "来电",
        Channel.Email => "来邮",
        Channel.Online => "网上",
        Channel.Video => "视频",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No name for this channel."),
    };
}

/// <summary>化解标准 (W14).</summary>
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
