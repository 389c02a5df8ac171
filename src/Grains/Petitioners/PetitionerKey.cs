using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>A person city-wide: a versioned keyed hash of the identity document (<c>1-…</c>), from which the document cannot be read back.</summary>
[JsonConverter(typeof(TextIdConverter<PetitionerKey>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.petitioner-key")]
public readonly record struct PetitionerKey([property: Id(0)] string Value) : ITextId<PetitionerKey>
{
    public static PetitionerKey Parse(string text) =>
        text.Length is > 0 and <= 64 ? new(text) : throw new FormatException("An id has 1 to 64 characters.");

    public override string ToString() => Value;
}
