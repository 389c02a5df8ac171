using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>One summons of an owner to a repeat visit (W8).</summary>
[JsonConverter(typeof(TextIdConverter<SummonsId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.summons-id")]
public readonly record struct SummonsId([property: Id(0)] Guid Guid) : ITextId<SummonsId>
{
    public string Value => Guid.ToString("D");

    public static SummonsId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
