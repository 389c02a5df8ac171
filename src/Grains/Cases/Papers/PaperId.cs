using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Papers;

/// <summary>One paper of one case.</summary>
[JsonConverter(typeof(TextIdConverter<PaperId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.paper-id")]
public readonly record struct PaperId([property: Id(0)] Guid Guid) : ITextId<PaperId>
{
    public string Value => Guid.ToString("D");

    public static PaperId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
