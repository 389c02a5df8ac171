using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Gateway.Routings;

/// <summary>Body of <c>POST /api/routings</c> (首审/首执分流单; Y2, Y3).</summary>
internal sealed record RoutingBody
{
    [Required] public RoutingKind? Kind { get; init; }

    /// <summary>Number of the matter that waits to be routed.</summary>
    [Required] public string? CaseNumber { get; init; }

    /// <summary>收到材料日期, from which the limit runs (Y2); needed with <c>firstTrial</c>, and only there.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Day of the search after the first measures, from which the limit runs (Y3); needed with <c>firstEnforcement</c>, and only there.</summary>
    public DateOnly? SearchedOn { get; init; }

    /// <summary>Why it belongs to whoever had it first, where that is known already (Y2, Y3).</summary>
    public RoutingGround? Ground { get; init; }

    /// <summary>At most 5,000 characters; sealed.</summary>
    public string? Note { get; init; }
}

/// <summary>A judge or officer of the court.</summary>
internal sealed record OfficialBody
{
    /// <summary>At most 100 characters.</summary>
    [Required] public string? Name { get; init; }

    /// <summary>Division of the court, at most 100 characters.</summary>
    [Required] public string? Division { get; init; }
}

/// <summary>Body of <c>POST /api/routings/{routingId}/route</c> (分流; Y2, Y3).</summary>
internal sealed record RouteBody
{
    /// <summary>关联案号; left out where no related matter was found.</summary>
    public string? RelatedCaseNumber { get; init; }

    /// <summary>首审（首执）负责人; the ordinary receiver where no related matter was found.</summary>
    [Required] public OfficialBody? Receiver { get; init; }

    /// <summary>Needed with <c>relatedCaseNumber</c>, unless it was registered.</summary>
    public RoutingGround? Ground { get; init; }
}

/// <summary>Body of <c>POST /api/routings/{routingId}/object</c> (异议; Y2, Y3).</summary>
internal sealed record RoutingObjectionBody
{
    [Required] public ObjectionKind? Kind { get; init; }

    /// <summary>The number that the search missed; needed with <c>missedMatch</c>.</summary>
    public string? RelatedCaseNumber { get; init; }

    /// <summary>Who had it first; needed with <c>missedMatch</c>.</summary>
    public OfficialBody? FirstReceiver { get; init; }

    /// <summary>分流依据; needed with <c>missedMatch</c>.</summary>
    public RoutingGround? Ground { get; init; }

    /// <summary>异议理由, 1 to 5,000 characters; sealed.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>Body of <c>POST /api/routings/{routingId}/decide</c>: the decision on the objection that is open (Y4).</summary>
internal sealed record ObjectionDecisionBody
{
    [Required] public ObjectionOutcome? Outcome { get; init; }

    /// <summary>Who gets the matter: needed when a mismatch is granted, possible when a missed match is settled; a missed match that is granted goes to who was named in it.</summary>
    public OfficialBody? Receiver { get; init; }

    /// <summary>关联案号 with that receiver.</summary>
    public string? RelatedCaseNumber { get; init; }

    /// <summary>分流依据; needed with <c>relatedCaseNumber</c>.</summary>
    public RoutingGround? Ground { get; init; }

    /// <summary>Who decided, by name, at most 100 characters; not the receiver, who objected (Y4).</summary>
    [Required] public string? DecidedBy { get; init; }

    /// <summary>决定日期; default today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>复核意见, 1 to 5,000 characters; sealed.</summary>
    [Required] public string? Opinion { get; init; }

    /// <summary>Why it was decided so, 1 to 5,000 characters; sealed (Y4).</summary>
    [Required] public string? Reasons { get; init; }
}

/// <summary>Body of <c>POST /api/routings/{routingId}/enforced</c>: what has been enforced this way in all; a later one takes its place (Y3).</summary>
internal sealed record EnforcedBody
{
    /// <summary>Yuan, with at most two decimals.</summary>
    [Required] public decimal? Amount { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Body of <c>POST /api/routings/lookup</c>: what the court knows of a lawsuit.</summary>
internal sealed record RoutingLookupBody
{
    [Required] public string? CaseNumber { get; init; }
}

/// <summary>Body of <c>POST /api/routings/{routingId}/withdraw</c>: it should not have been registered.</summary>
internal sealed record WithdrawRoutingBody
{
    /// <summary>1 to 200 characters. Recorded for good, so it names no person.</summary>
    [Required] public string? Reason { get; init; }
}
