using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Silo.Rosters;

/// <summary>Section <c>Rosters</c>. Courts may be stricter than the rules, never laxer: a shorter notice stops the start.</summary>
public sealed class RosterOptions
{
    public const string Section = "Rosters";

    /// <summary>W16: hours before the earlier shift until which both leaders must have told the office, default and least 24.</summary>
    public double SwapNoticeHours { get; set; } = 24;

    /// <summary>The same for single courts, by court id; empty by default.</summary>
    public Dictionary<string, double> SwapNoticeHoursOf { get; } = [];

    /// <summary>S7: hours before a leader reception day begins until which appointments can be made, default 2.</summary>
    public double BookUntilHours { get; set; } = 2;

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() =>
        SwapNoticeHours is not (>= 24 and <= 24 * 31) ? "配置 Rosters:SwapNoticeHours 应为 24 至 744 小时（W16）。"
        : SwapNoticeHoursOf.Values.Any(hours => hours is not (>= 24 and <= 24 * 31)) ? "配置 Rosters:SwapNoticeHoursOf 应为 24 至 744 小时（W16）。"
        : BookUntilHours is not (>= 0 and <= 24 * 31) ? "配置 Rosters:BookUntilHours 应为 0 至 744 小时（S7）。"
        : null;

    public RosterTerms ToTerms() => new(
        TimeSpan.FromHours(SwapNoticeHours),
        SwapNoticeHoursOf.Select(n => KeyValuePair.Create(new CourtId(n.Key), TimeSpan.FromHours(n.Value))));
}
