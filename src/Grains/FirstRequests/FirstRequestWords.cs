using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.FirstRequests;

/// <summary>诉求类别.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RequestKind>))]
public enum RequestKind
{
    /// <summary>查询.</summary>
    Inquiry,

    /// <summary>咨询.</summary>
    Consultation,

    /// <summary>业务受理.</summary>
    Business,

    /// <summary>投诉.</summary>
    Complaint,
}

/// <summary>办理方式: what the first responsible person does with a request (Y1).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RequestHandling>))]
public enum RequestHandling
{
    /// <summary>当场办结.</summary>
    OnTheSpot,

    /// <summary>限期答复: a date is promised.</summary>
    Promised,

    /// <summary>引导预约: not one's own duty but the court's; the right body is named and an appointment made.</summary>
    Guided,

    /// <summary>疑难登记: claim, handling, passing-on and result are all recorded.</summary>
    Complex,
}

/// <summary>Where a first request stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RequestStatus>))]
public enum RequestStatus
{
    Open,

    /// <summary>办结.</summary>
    Done,

    /// <summary>It became a case: a leader received it, or it was entered as a petition.</summary>
    Entered,
}
