using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Receptions;

/// <summary>Body of <c>POST /api/receptions</c> (接访登记). Everything may be missing here, so that one answer names all that is.</summary>
internal sealed record ReceptionBody
{
    [Required] public string? Court { get; init; }
    [Required] public Channel? Channel { get; init; }

    /// <summary>Leader id; absent asks for the leader on duty there then.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>Default now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    [Required] public PersonBody? Petitioner { get; init; }
    public CaseReferenceBody? Case { get; init; }

    /// <summary>1 to 20,000 characters.</summary>
    [Required] public string? Claim { get; init; }

    public string? Opinion { get; init; }

    /// <summary>Default 1; five or more is a collective petition.</summary>
    public int? Headcount { get; init; }

    /// <summary>Default <c>local</c>.</summary>
    public Level? Level { get; init; }

    /// <summary>Up to four more representatives of a collective petition.</summary>
    public IReadOnlyList<PersonBody>? Representatives { get; init; }
}

/// <summary>Someone who petitions.</summary>
internal sealed record PersonBody
{
    [Required] public string? IdType { get; init; }
    public string? IdNumber { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }

    public override string ToString() => "•••";
}

/// <summary>Which case is meant: one of the three.</summary>
internal sealed record CaseReferenceBody
{
    public string? CaseNumber { get; init; }
    public string? CaseId { get; init; }
    public bool? New { get; init; }
}
