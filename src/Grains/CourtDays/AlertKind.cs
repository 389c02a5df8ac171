using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>J11: what is told at once, not with the daily report.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AlertKind>))]
public enum AlertKind
{
    /// <summary>A visit to the capital (进京访).</summary>
    CapitalVisit,

    /// <summary>A collective visit of five people or more (集体访).</summary>
    CollectiveVisit,

    /// <summary>A disturbance at an inspection team (巡视督导组处滋事).</summary>
    InspectionDisturbance,

    /// <summary>Anything else that cannot wait, in words.</summary>
    Other,
}

/// <summary>The kinds as papers call them.</summary>
public static class AlertKindWords
{
    public static string Chinese(this AlertKind kind) => kind switch
    {
        AlertKind.CapitalVisit => "进京访",
        AlertKind.CollectiveVisit => "集体访",
        AlertKind.InspectionDisturbance => "督导组处滋事",
        AlertKind.Other => "其他紧急情况",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of alert."),
    };
}
