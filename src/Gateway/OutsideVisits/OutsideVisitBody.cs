using System.ComponentModel.DataAnnotations;
using PetitionMesh.Gateway.Cases;

namespace PetitionMesh.Gateway.OutsideVisits;

/// <summary>A visit to province or capital, told to us: a notice on the case.</summary>
internal sealed record OutsideVisitBody
{
    public string? CaseId { get; init; }

    /// <summary>Instead of the case: the person, who then must have exactly one case.</summary>
    public CaseSearchBody? Person { get; init; }
    [Required] public string? Place { get; init; }
    [Required] public DateOnly? On { get; init; }
    [Required] public string? ToldBy { get; init; }
}
