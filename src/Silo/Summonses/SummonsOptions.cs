namespace PetitionMesh.Silo.Summonses;

/// <summary>Section <c>Summonses</c>: limits of W8. Courts may be stricter than the city, never laxer.</summary>
public sealed class SummonsOptions
{
    public const string Section = "Summonses";

    /// <summary>Minutes within which a summons must be acknowledged, attended or arranged before it is escalated, default 30.</summary>
    public double AnswerMinutes { get; set; } = 30;

    /// <summary>The same for single receiving courts, by court id; at most <see cref="AnswerMinutes"/>; empty by default.</summary>
    public Dictionary<string, double> AnswerMinutesOf { get; } = [];

    /// <summary>Hours after its time that an arranged meeting may stay unrecorded before it counts as missed, default 24.</summary>
    public double MissedAfterHours { get; set; } = 24;

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() =>
        AnswerMinutes is not (>= 1 and <= 24 * 60) ? "配置 Summonses:AnswerMinutes 应为 1 至 1440 分钟。"
        : AnswerMinutesOf.Values.Any(m => !(m >= 1 && m <= AnswerMinutes)) ? "配置 Summonses:AnswerMinutesOf 应为 1 分钟以上，且不得宽于 Summonses:AnswerMinutes。"
        : MissedAfterHours is not (>= 0 and <= 24 * 31) ? "配置 Summonses:MissedAfterHours 应为 0 至 744 小时。"
        : null;
}
