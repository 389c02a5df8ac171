using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Receptions;

/// <summary>Body of <c>POST /api/receptions</c> (接访登记). Everything may be missing here, so that one answer names all that is.</summary>
/// <remarks>Set and not init: the reader of JSON gathers init-only members first, at a third more of the whole reading.</remarks>
internal sealed record ReceptionBody
{
    [Required] public string? Court { get; set; }
    [Required] public Channel? Channel { get; set; }

    /// <summary>Leader id; absent asks for the leader on duty there then.</summary>
    public string? ReceivedBy { get; set; }

    /// <summary>Default now.</summary>
    public DateTimeOffset? OccurredAt { get; set; }

    [Required] public PersonBody? Petitioner { get; set; }
    public CaseReferenceBody? Case { get; set; }

    /// <summary>1 to 20,000 characters.</summary>
    [Required] public string? Claim { get; set; }

    public string? Opinion { get; set; }

    /// <summary>承办人 of the original lawsuit, at most 100 characters: the answer warns when the receiver bears that name (W3).</summary>
    public string? OriginalJudge { get; init; }

    /// <summary>Number of an appointment on a leader reception day (S7): marks it as attended; <c>receivedBy</c> absent is then that day's leader.</summary>
    public string? Appointment { get; set; }

    /// <summary>Default 1; five or more is a collective petition.</summary>
    public int? Headcount { get; set; }

    /// <summary>Default <c>local</c>.</summary>
    public Level? Level { get; set; }

    /// <summary>Up to four more representatives of a collective petition.</summary>
    public IReadOnlyList<PersonBody>? Representatives { get; set; }
}

/// <summary>Someone who petitions.</summary>
internal sealed record PersonBody
{
    [Required] public string? IdType { get; set; }
    public string? IdNumber { get; set; }
    public string? Name { get; set; }
    public string? Phone { get; set; }

    public override string ToString() => "•••";
}

/// <summary>Which case is meant: one of the three.</summary>
internal sealed record CaseReferenceBody
{
    public string? CaseNumber { get; set; }
    public string? CaseId { get; set; }
    public bool? New { get; set; }
}
