using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>One contact of any channel. Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<ReceptionId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-id")]
public readonly record struct ReceptionId([property: Id(0)] Guid Guid) : ITextId<ReceptionId>
{
    public string Value => Guid.ToString("D");

    public static ReceptionId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
