using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.City;

/// <summary>A court of the city, for example <c>dg</c>.</summary>
[JsonConverter(typeof(TextIdConverter<CourtId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.court-id")]
public readonly record struct CourtId([property: Id(0)] string Value) : ITextId<CourtId>
{
    public static CourtId Parse(string text) =>
        text.Length is > 0 and <= 64 ? new(text) : throw new FormatException("An id has 1 to 64 characters.");

    public override string ToString() => Value;
}
