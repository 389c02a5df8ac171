namespace PetitionMesh.Gateway.Streams;

/// <summary>Section <c>Streams</c>: bounds of live pages.</summary>
internal sealed class StreamOptions
{
    public const string Section = "Streams";

    /// <summary>Streams open at once in one process, default 2,000; one more is told to come back.</summary>
    public int MostOpen { get; set; } = 2_000;

    /// <summary>Seconds of silence after which a heartbeat is sent, default 15.</summary>
    public double HeartbeatSeconds { get; set; } = 15;

    /// <summary>Minutes after which a stream ends, so that the reconnect shows its token anew, default 60.</summary>
    public double LongestMinutes { get; set; } = 60;

    /// <summary>Events of the whole journal that a reconnecting page may have missed before it is told to load itself anew, default 200,000.</summary>
    public int MostMissed { get; set; } = 200_000;

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() =>
        MostOpen is < 1 or > 100_000 ? "配置 Streams:MostOpen 应为 1 至 100000。"
        : HeartbeatSeconds is not (>= 0.1 and <= 300) ? "配置 Streams:HeartbeatSeconds 应为 0.1 至 300 秒。"
        : LongestMinutes is not (>= 1 and <= 24 * 60) ? "配置 Streams:LongestMinutes 应为 1 至 1440 分钟。"
        : MostMissed < 1 ? "配置 Streams:MostMissed 不得小于 1。"
        : null;
}
