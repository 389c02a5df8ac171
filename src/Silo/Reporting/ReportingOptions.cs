using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Silo.Reporting;

/// <summary>Section <c>Reporting</c>. Units may be asked earlier than the rule says, never later.</summary>
public sealed class ReportingOptions
{
    public const string Section = "Reporting";

    /// <summary>J11: city time by which the daily report is due, default and latest 17:30.</summary>
    public TimeOnly CutOff { get; set; } = Latest;

    /// <summary>The same for single units, by unit (<c>dg</c>, <c>zy:民一庭</c>); empty by default.</summary>
    public Dictionary<string, TimeOnly> CutOffOf { get; } = [];

    /// <summary>The rule's own cut-off.</summary>
    public static TimeOnly Latest { get; } = new(17, 30);

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() =>
        CutOff > Latest ? "配置 Reporting:CutOff 不得晚于 17:30（J11）。"
        : CutOffOf.Values.Any(time => time > Latest) ? "配置 Reporting:CutOffOf 中的时间不得晚于 17:30（J11）。"
        : null;

    public ReportingTerms ToTerms() => new(CutOff, CutOffOf.Select(c => KeyValuePair.Create(UnitId.Parse(c.Key), c.Value)));
}
