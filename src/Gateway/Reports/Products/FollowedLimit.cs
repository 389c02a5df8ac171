using System.Globalization;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>A limit as the weekly meeting sees it: where it stood when the week began, and what had become of it by the end.</summary>
/// <param name="AsOf">Last day of the week, or the day of the composing while the week runs. What happened later is not told.</param>
internal sealed record FollowedLimit(FollowUpLine Line, DateOnly From, DateOnly To, DateOnly AsOf, DateOnly Today)
{
    /// <summary>Last day of the week after: what falls due until then is soon.</summary>
    public static DateOnly LastAhead(DateOnly to) => to.AddDays(7);

    /// <summary>Met, stopped or paused by the end of the week.</summary>
    public bool IsSettled => Line.Standing is not (ClockStanding.Running or ClockStanding.Overdue) && Line.ChangedOn <= AsOf;

    public bool IsOpen => !IsSettled && Line.StartedOn <= AsOf;

    public bool IsPaused => IsSettled && Line.Standing == ClockStanding.Paused;

    public bool IsMet => IsSettled && Line.Standing is ClockStanding.Met or ClockStanding.MetLate;

    public bool IsLate => Line.Standing == ClockStanding.MetLate;

    /// <summary>To be met when the week began, and last week's list had it: it had run out, or fell due in this week.</summary>
    public bool WasListed => Line.StartedOn < From && Line.DueOn <= To && !(IsSettled && Line.ChangedOn < From);

    /// <summary>What last week's list is answered with. What fell due in this week and is open is the next list's.</summary>
    public bool IsCarried => WasListed && (Line.DueOn < From || IsSettled);

    /// <summary>Falls due in this week or in the next one and is open.</summary>
    public bool IsAhead => IsOpen && From <= Line.DueOn && Line.DueOn <= LastAhead(To);

    /// <summary>Days beyond the last day: of what was met late until it was, of what is open until the end of the week. Null where there are none.</summary>
    public int? DaysOver => (IsMet && IsLate ? Line.ChangedOn : IsOpen ? AsOf : Line.DueOn).DayNumber - Line.DueOn.DayNumber is var days and > 0 ? days : null;

    public string Outcome => Line.Standing switch
    {
        ClockStanding.Met when IsSettled => "已办结（按期）",
        ClockStanding.MetLate when IsSettled => "已办结（逾期）",
        ClockStanding.Paused when IsSettled => "已中止",
        ClockStanding.Stopped when IsSettled => "已撤销",
        _ when DaysOver is { } days => string.Create(CultureInfo.InvariantCulture, $"逾期{days}天"),
        // The last day ends at 24:00: of a week that is over it has.
        _ when Line.DueOn == AsOf => AsOf == Today ? "今日到期" : "到期未办结",
        _ => Line.DueOn <= LastAhead(To) ? "临期" : "办理中",
    };
}
