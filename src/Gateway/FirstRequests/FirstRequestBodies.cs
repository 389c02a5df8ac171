using System.ComponentModel.DataAnnotations;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.FirstRequests;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>Body of <c>POST /api/first-requests</c> (首诉登记, Y1).</summary>
internal sealed record FirstRequestBody
{
    [Required] public Channel? Channel { get; init; }

    /// <summary>Default now; at most 7 days back.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>首诉负责人 of any rank, at most 100 characters. Default: who registers.</summary>
    public string? Responsible { get; init; }

    [Required] public PersonBody? Petitioner { get; init; }
    [Required] public RequestKind? Kind { get; init; }

    /// <summary>1 to 20,000 characters; sealed.</summary>
    [Required] public string? Claim { get; init; }

    [Required] public RequestHandling? Handling { get; init; }

    /// <summary>答复期限; needed with <c>promised</c>.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The body whose duty it is, at most 100 characters; needed with <c>guided</c>.</summary>
    public string? PassedTo { get; init; }

    /// <summary>When that body receives the person.</summary>
    public DateTimeOffset? AppointmentAt { get; init; }

    /// <summary>What was answered on the spot, at most 20,000 characters; sealed. Only with <c>onTheSpot</c>.</summary>
    public string? Result { get; init; }

    /// <summary>Number of the lawsuit that it concerns.</summary>
    public string? CaseNumber { get; init; }
}

/// <summary>Body of <c>POST /api/first-requests/{requestId}/pass-on</c> (流转).</summary>
internal sealed record PassOnBody
{
    /// <summary>The body whose duty it is, at most 100 characters.</summary>
    [Required] public string? To { get; init; }

    /// <summary>When that body receives the person.</summary>
    public DateTimeOffset? AppointmentAt { get; init; }

    /// <summary>At most 20,000 characters; sealed.</summary>
    public string? Note { get; init; }
}

/// <summary>Body of <c>POST /api/first-requests/{requestId}/finish</c> (办结).</summary>
internal sealed record FinishBody
{
    /// <summary>Default today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>At most 20,000 characters; sealed.</summary>
    public string? Result { get; init; }
}

/// <summary>Body of <c>POST /api/first-requests/{requestId}/enter</c>: it goes on as a case.</summary>
internal sealed record EnterRequestBody
{
    /// <summary>A case that the court takes part in.</summary>
    [Required] public string? CaseId { get; init; }
}
