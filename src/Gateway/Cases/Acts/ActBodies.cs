using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>Body of <c>POST /api/cases/{caseId}/identify</c> (身份确认): whose letter or call this was.</summary>
internal sealed record IdentifyBody
{
    [Required] public string? IdType { get; init; }
    [Required] public string? IdNumber { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }

    public override string ToString() => "•••";
}

/// <summary>Body of <c>POST /api/cases/{caseId}/join</c> (合并): the same dispute under two numbers.</summary>
internal sealed record JoinBody
{
    /// <summary>The other case.</summary>
    [Required] public string? With { get; init; }

    /// <summary>Why the two are one dispute, 1 to 2,000 characters.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>An act was recorded; <paramref name="CaseId"/> is the case that goes on.</summary>
/// <param name="ActId">Of the act, for whatever answers it later; null where nothing can: identify, join, a pause, a rating, what was so already.</param>
/// <param name="Notes">What to know at once, such as the clocks that now run.</param>
internal sealed record ActView(CaseId CaseId, ActId? ActId, ImmutableArray<string> Notes);
