using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Privacy;

/// <summary>Names one data key; stands in front of every text sealed with it. Says nothing about the person.</summary>
[JsonConverter(typeof(TextIdConverter<DataKeyId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.data-key-id")]
public readonly record struct DataKeyId([property: Id(0)] string Value) : ITextId<DataKeyId>
{
    public static DataKeyId Parse(string text) => new(text);

    public override string ToString() => Value;
}
