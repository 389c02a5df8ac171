using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>Where a summons stands (W8).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SummonsStatus>))]
public enum SummonsStatus
{
    Sent,

    /// <summary>Nobody answered in time; it can still be answered.</summary>
    Escalated,
    Acknowledged,

    /// <summary>Meets the petitioner at a time agreed.</summary>
    Arranged,

    /// <summary>Came to the reception place.</summary>
    Attended,

    /// <summary>The arranged meeting took place.</summary>
    Kept,

    /// <summary>It did not; another may be arranged.</summary>
    Missed,
}

/// <summary>W4: how an owner receives a return visit that he does not attend at once: 约期接访 远程接访 带案下访.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MeetingMode>))]
public enum MeetingMode
{
    Appointment,
    Video,
    OnSite,
}
