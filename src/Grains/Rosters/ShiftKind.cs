using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Rosters;

/// <summary>The kinds of duty a roster holds; at most one of each on a day.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ShiftKind>))]
public enum ShiftKind
{
    /// <summary>W17: 8:30–11:30 of a working day.</summary>
    Morning,

    /// <summary>W17: 13:30–17:00 of a working day.</summary>
    Afternoon,

    /// <summary>S11: the reception desk outside working hours.</summary>
    AfterHours,

    /// <summary>S7: a leader's reception day by appointment. Whoever comes without one is received by the duty leader.</summary>
    ReceptionDay,
}

/// <summary>When shifts are, in the city's time, and how people call them.</summary>
public static class ShiftHours
{
    /// <summary>W17: the half-day shifts that every working day has.</summary>
    public static ReadOnlySpan<ShiftKind> OfWorkingDay => [ShiftKind.Morning, ShiftKind.Afternoon];

    /// <summary>Fixed for the half days; the usual hours of the others, which each entry may set otherwise.</summary>
    public static (TimeOnly From, TimeOnly To) Of(ShiftKind kind) => kind switch
    {
        ShiftKind.Morning => (new(8, 30), new(11, 30)),
        ShiftKind.Afternoon => (new(13, 30), new(17, 0)),
        ShiftKind.AfterHours => (new(17, 0), new(20, 0)),
        ShiftKind.ReceptionDay => (new(8, 30), new(11, 30)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static bool IsHalfDay(this ShiftKind kind) => kind is ShiftKind.Morning or ShiftKind.Afternoon;

    public static string Chinese(this ShiftKind kind) => kind switch
    {
        ShiftKind.Morning => "上午",
        ShiftKind.Afternoon => "下午",
        ShiftKind.AfterHours => "工作时间外接待",
        ShiftKind.ReceptionDay => "领导接待日（预约）",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
