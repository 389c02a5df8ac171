using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>One recorded act. Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<ActId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.act-id")]
public readonly record struct ActId([property: Id(0)] Guid Guid) : ITextId<ActId>
{
    public string Value => Guid.ToString("D");

    public static ActId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
