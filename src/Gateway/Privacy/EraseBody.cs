using System.ComponentModel.DataAnnotations;

namespace PetitionMesh.Gateway.Privacy;

/// <summary>Body of <c>POST /api/privacy/erase</c> (删除个人信息): a person by document, or a case, first request, routing slip or complaint that stands by itself.</summary>
internal sealed record EraseBody
{
    public string? IdType { get; init; }
    public string? IdNumber { get; init; }

    /// <summary>Instead of a document: a letter or call whose sender nobody has identified.</summary>
    public string? CaseId { get; init; }

    /// <summary>Instead of a document: a first request of somebody without one (Y1).</summary>
    public string? FirstRequestId { get; init; }

    /// <summary>Instead of a document: the texts of a routing slip (Y2, Y3).</summary>
    public string? RoutingId { get; init; }

    /// <summary>Instead of a document: the texts of a complaint, with name and phone of who complained (Y6).</summary>
    public string? ComplaintId { get; init; }

    /// <summary>By which request or provision, 1 to 2,000 characters. Recorded for good, so it names no person.</summary>
    [Required] public string? Reason { get; init; }

    public override string ToString() => "•••";
}
