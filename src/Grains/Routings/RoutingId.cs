using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Routings;

/// <summary>One routing slip (首审/首执分流单; Y2, Y3). Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<RoutingId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.routing-id")]
public readonly record struct RoutingId([property: Id(0)] Guid Guid) : ITextId<RoutingId>
{
    public string Value => Guid.ToString("D");

    public static RoutingId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
