using PetitionMesh.Gateway.Cases;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Documents;

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
        "1" => "第一层级",
        "2" => "第二层级",
        "3" => "第三层级",
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
        "superiorCourt" or "petitionBureau" or "congress" or "partyCommittee" or "intermediateCourt" or "other" => SourceNames.Of(word),
        "procedure" or "explainedOtherWays" or "persuaded" or "assisted" => OutcomeNames.Of(word),
        _ => GroundNames.Of(Enum.Parse<EndingGround>(word, ignoreCase: true)),
    };
}
