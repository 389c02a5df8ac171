namespace PetitionMesh.Gateway.Settings;

/// <summary>Section <c>Limits</c>: bounds of what one caller may take.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Guessed query codes that one address may miss within a window, default 10.</summary>
    public int GuessesPerWindow { get; set; } = 10;

    /// <summary>Length of that window in seconds, default 600.</summary>
    public int GuessWindowSeconds { get; set; } = 600;

    /// <summary>Matters of an import that are taken in side by side, default 32.</summary>
    public int ImportConcurrency { get; set; } = 32;

    /// <summary>Imports that wait or run at once, default 20; one more is told to come back.</summary>
    public int WaitingImports { get; set; } = 20;

    /// <summary>Largest paper in MiB, default 10, at most 20.</summary>
    public int PaperMegabytes { get; set; } = 10;

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() =>
        GuessesPerWindow < 1 ? "配置 Limits:GuessesPerWindow 不得小于 1。"
        : GuessWindowSeconds < 1 ? "配置 Limits:GuessWindowSeconds 不得小于 1 秒。"
        : ImportConcurrency is < 1 or > 1000 ? "配置 Limits:ImportConcurrency 应为 1 至 1000。"
        : WaitingImports is < 1 or > 1000 ? "配置 Limits:WaitingImports 应为 1 至 1000。"
        : PaperMegabytes is < 1 or > 20 ? "配置 Limits:PaperMegabytes 应为 1 至 20。"
        : null;
}
