using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>An alert (J11).</summary>
[JsonConverter(typeof(TextIdConverter<AlertId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.alert-id")]
public readonly record struct AlertId([property: Id(0)] Guid Guid) : ITextId<AlertId>
{
    public string Value => Guid.ToString("D");

    public static AlertId Parse(string text) =>
        Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("An alert's id is a UUID.");

    public override string ToString() => Value;
}
