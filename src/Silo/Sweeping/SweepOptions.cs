namespace PetitionMesh.Silo.Sweeping;

/// <summary>Section <c>Sweeps</c>: how often each court's sweeper looks at what has become due.</summary>
public sealed class SweepOptions
{
    public const string Section = "Sweeps";

    /// <summary>Seconds between two rounds, default 15; the first is made at the start.</summary>
    public double PauseSeconds { get; set; } = 15;

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() => PauseSeconds is >= 1 and <= 3600 ? null : "配置 Sweeps:PauseSeconds 应为 1 至 3600 秒。";
}
