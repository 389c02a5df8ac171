namespace PetitionMesh.Gateway.Ownership;

/// <summary>Body of a look-up: a person by document, a lawsuit by number, or a case by id. Exactly one of the three.</summary>
internal sealed record LookupBody
{
    public string? IdType { get; init; }
    public string? IdNumber { get; init; }
    public string? CaseNumber { get; init; }
    public string? CaseId { get; init; }

    public override string ToString() => "•••";
}
