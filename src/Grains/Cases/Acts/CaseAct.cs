using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>What people do on a case. Each has one endpoint named after it; <see cref="ActForms"/> says who may and what is required.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CaseAct>))]
public enum CaseAct
{
    /// <summary>交办</summary>
    Assign,

    /// <summary>建账</summary>
    Enter,
    Meet,
    Investigate,
    Supervise,
    ArrangeHelp,
    Plan,
    Progress,
    Refer,

    /// <summary>The division gives back what was referred to it.</summary>
    Return,
    OnSite,
    Appointment,
    Video,
    VideoHeld,
    Hearing,
    Review,
    SelfExamine,
    Assist,

    /// <summary>督办函</summary>
    Letter,
    Reply,
    Level,
    CongressReport,
    Incident,
    IncidentHandled,
    Accountability,
    Explain,
    Answer,
    Pause,
    Resume,

    /// <summary>报结: hands in the closing report.</summary>
    Close,
    Sign,
    SendBack,
    Terminate,
    HandOver,
    Reopen,

    /// <summary>The owner answers a petitioner's request to take the case up again with no.</summary>
    DeclineReopening,

    /// <summary>签收: the division has received what was referred to it.</summary>
    TakeReferral,
}

/// <summary>The words of acts on the wire.</summary>
public static class ActWords
{
    /// <summary>Last part of the endpoint: <c>arrange-help</c>.</summary>
    public static string Slug(this CaseAct act) => JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString());
}
