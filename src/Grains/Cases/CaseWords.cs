using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>How a contact came: 来访 来信 来电 来邮 网上 视频.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Channel>))]
public enum Channel
{
    Visit,
    Letter,
    Call,
    Email,
    Online,
    Video,
}

/// <summary>How high this person has gone before. A visit to province or capital itself is no reception of ours.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Level>))]
public enum Level
{
    Local,
    City,
    Province,
    Capital,
}

/// <summary>Where a case stands; the states of its clocks are kept apart.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CaseStatus>))]
public enum CaseStatus
{
    /// <summary>Taken in, but no leader has received it yet: it has no owner.</summary>
    Pending,
    Open,

    /// <summary>W14(4): a return within the year opened it again.</summary>
    Reopened,

    /// <summary>W14(4): a promise resolved it; a year without a return makes it final.</summary>
    Provisional,
    Resolved,
    Terminated,
    HandedOver,
}

public static class CaseStatuses
{
    /// <summary>Not ended, or open again.</summary>
    public static bool IsRunning(this CaseStatus status) => status is CaseStatus.Pending or CaseStatus.Open or CaseStatus.Reopened;
}

/// <summary>Why this leader owns the case.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OwnerOrigin>))]
public enum OwnerOrigin
{
    /// <summary>W3, W5: received it first in the system.</summary>
    FirstReceiver,

    /// <summary>W5: an imported ledger named him; he is not called first receiver.</summary>
    Imported,

    /// <summary>Two cases were joined; the older owner stays.</summary>
    Joined,

    /// <summary>W3: recorded succession.</summary>
    Succession,

    /// <summary>W3 precedence: an assignment or its ledger entry named him where none was fixed.</summary>
    Assigned,
}

/// <summary>W14: the grounds on which a case counts as resolved.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EndingGround>))]
public enum EndingGround
{
    /// <summary>Said so clearly, unwritten: provisional.</summary>
    OralPromise,

    /// <summary>W14(4): undertook it in writing: provisional.</summary>
    WrittenUndertaking,

    /// <summary>W14(1): rejected by the supreme court.</summary>
    Rejected,

    /// <summary>W14(1): terminated and filed.</summary>
    Terminated,

    /// <summary>W14(2): responsibility handed to the local party and government.</summary>
    HandedOver,

    /// <summary>W14(3): entered into retrial.</summary>
    Retrial,

    /// <summary>W14(5): another ground, with reason.</summary>
    Other,
}
