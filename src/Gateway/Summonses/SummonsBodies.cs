using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Summonses;

/// <summary>Body of <c>POST /api/summonses/{id}/attend</c> and <c>…/keep</c>; may be left out.</summary>
internal sealed record MomentBody
{
    /// <summary>When he came or they met, default now.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>Body of <c>POST /api/summonses/{id}/arrange</c> (约期接访、远程接访、带案下访).</summary>
internal sealed record ArrangeBody
{
    [Required] public MeetingMode? Mode { get; init; }

    /// <summary>When they will meet; in the future, at most half a year.</summary>
    [Required] public DateTimeOffset? At { get; init; }

    /// <summary>Room or meeting number, at most 100 characters; none on site, where it would be somebody's address.</summary>
    public string? Place { get; init; }
}

/// <summary>Body of <c>POST /api/summonses/{id}/miss</c>; may be left out.</summary>
internal sealed record MissBody
{
    /// <summary>Why, at most 500 characters; no personal data.</summary>
    public string? Reason { get; init; }
}
