using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>One petitioner's matter.</summary>
[JsonConverter(typeof(TextIdConverter<CaseId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.case-id")]
public readonly record struct CaseId([property: Id(0)] Guid Guid) : ITextId<CaseId>
{
    public string Value => Guid.ToString("D");

    public static CaseId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
