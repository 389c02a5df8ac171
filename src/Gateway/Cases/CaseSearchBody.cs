using System.ComponentModel.DataAnnotations;

namespace PetitionMesh.Gateway.Cases;

/// <summary>Search by person. A POST, so that no identity number stands in a URL.</summary>
internal sealed record CaseSearchBody
{
    [Required] public string? IdType { get; init; }
    [Required] public string? IdNumber { get; init; }

    public override string ToString() => "•••";
}
