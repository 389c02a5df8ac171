using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Inquiries;

/// <summary>Body of <c>POST /api/cases/{caseId}/inquiries</c> (过问登记): who instructed, when, what and whom.</summary>
internal sealed record InquiryBody
{
    /// <summary>Leader id; absent for somebody outside the city's list.</summary>
    public string? By { get; init; }

    /// <summary>Name and post, at most 100 characters; needed without <see cref="By"/>.</summary>
    public string? ByName { get; init; }

    /// <summary>The judge or official who was told, at most 100 characters.</summary>
    [Required] public string? To { get; init; }

    /// <summary>What was said, at most 1,000 characters; no personal data of petitioners, for it is kept for ever.</summary>
    [Required] public string? What { get; init; }

    [Required] public InquiryManner? Manner { get; init; }

    /// <summary>When it was said, default now.</summary>
    public DateTimeOffset? At { get; init; }
}
