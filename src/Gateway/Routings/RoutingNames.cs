using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Gateway.Routings;

/// <summary>What people call the words of routing slips.</summary>
internal static class RoutingNames
{
    public static string Chinese(this RoutingKind kind) => kind switch
    {
        RoutingKind.FirstTrial => "首审",
        RoutingKind.FirstEnforcement => "首执",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No name for this kind."),
    };

    public static string Chinese(this RoutingGround ground) => ground switch
    {
        RoutingGround.Refiled => "撤诉后重新起诉",
        RoutingGround.Derived => "调解或裁判衍生",
        RoutingGround.Model => "示范案件及平行案件",
        RoutingGround.Resumed => "恢复执行",
        RoutingGround.Split => "分立执行",
        RoutingGround.Batch => "同一依据批量执行",
        RoutingGround.Related => "关联案件",
        RoutingGround.Reassigned => "重新分配的案件",
        RoutingGround.Instalment => "分期履行的后续部分",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "No name for this ground."),
    };

    public static string Chinese(this RoutingStatus status) => status switch
    {
        RoutingStatus.Pending => "待分流",
        RoutingStatus.Routed => "已分流",
        RoutingStatus.Disputed => "异议复核中",
        RoutingStatus.Withdrawn => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No name for this state."),
    };

    public static string Chinese(this ObjectionKind kind) => kind switch
    {
        ObjectionKind.Mismatch => "匹配异议",
        ObjectionKind.MissedMatch => "漏配",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No name for this kind."),
    };

    public static string Chinese(this ObjectionOutcome outcome) => outcome switch
    {
        ObjectionOutcome.Granted => "异议成立",
        ObjectionOutcome.Refused => "异议不成立",
        ObjectionOutcome.Settled => "协商解决",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No name for this outcome."),
    };

    public static string Chinese(this Official official) => $"{official.Name}（{official.Division}）";

    /// <summary>Exact: fen are whole.</summary>
    public static decimal Yuan(this long fen) => decimal.Divide(fen, 100) + 0.00m;
}
