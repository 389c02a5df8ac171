using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>What has to happen before a clock runs out.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockKind>))]
public enum ClockKind
{
    /// <summary>G1: first written answer.</summary>
    Answer,

    /// <summary>G2: substantive answer.</summary>
    Settle,

    /// <summary>J5: on the ledger with owner, responsible leader, handler and contact.</summary>
    Enter,

    /// <summary>J5: the owner meets the petitioner.</summary>
    Meet,

    /// <summary>J5: written progress report to the intermediate court's petition office.</summary>
    Progress,

    /// <summary>J5: closed.</summary>
    Close,

    /// <summary>W3: a division returns what was referred to it.</summary>
    Refer,

    /// <summary>S8: a supervision letter is replied to in writing.</summary>
    Letter,

    /// <summary>S5: the goal of a plan is reached.</summary>
    Plan,

    /// <summary>S3: the limit that came with a handling level.</summary>
    Level,

    /// <summary>S6: a case of the people's congress is answered.</summary>
    Congress,

    /// <summary>W14(4): a promise is kept for a year. Nobody's duty: when it runs out, the resolution is final.</summary>
    Final,
}

/// <summary>How a limit is counted; day 1 is the day after the start.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LimitUnit>))]
public enum LimitUnit
{
    CalendarDays,

    /// <summary>By the official calendar (W17).</summary>
    WorkingDays,
    Months,
}

/// <summary>Who has the duty.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DutyHolder>))]
public enum DutyHolder
{
    Owner,
    Handler,

    /// <summary>The court to which the case was assigned.</summary>
    Unit,
    Division,
    Nobody,
}

/// <summary>What has become of a clock, as the case's own events say.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockStanding>))]
public enum ClockStanding
{
    Running,

    /// <summary>Ran out and was noted; still to be done.</summary>
    Overdue,
    Paused,
    Met,
    MetLate,

    /// <summary>No longer asked for: the case ended, or the year's promise was broken.</summary>
    Stopped,
}

/// <summary>What a clock shows on a day.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockState>))]
public enum ClockState
{
    Running,

    /// <summary>Due within the next two days.</summary>
    DueSoon,

    /// <summary>Due today, until 24:00.</summary>
    Due,
    Overdue,
    Met,
    MetLate,
    Paused,
}
