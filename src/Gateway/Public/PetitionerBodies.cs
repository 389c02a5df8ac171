using System.ComponentModel.DataAnnotations;

namespace PetitionMesh.Gateway.Public;

/// <summary>Body of <c>POST /public/cases/{queryCode}/rating</c> (满意度评价).</summary>
internal sealed record RatingBody
{
    /// <summary>1 to 5.</summary>
    [Required] public int? Stars { get; init; }
}

/// <summary>Body of <c>POST /public/cases/{queryCode}/reopening</c> (申请重新办理).</summary>
internal sealed record ReopeningBody
{
    /// <summary>1 to 2,000 characters.</summary>
    [Required] public string? Reason { get; init; }

    public override string ToString() => "•••";
}
