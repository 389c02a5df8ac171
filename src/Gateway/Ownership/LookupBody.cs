namespace PetitionMesh.Gateway.Ownership;

/// <summary>Body of a look-up: a person by document, a lawsuit by number, or a case by id. Exactly one of the three.</summary>
internal sealed record LookupBody
{
    public string? IdType { get; set; }
    public string? IdNumber { get; set; }
    public string? CaseNumber { get; set; }
    public string? CaseId { get; set; }

    public override string ToString() => "•••";
}
