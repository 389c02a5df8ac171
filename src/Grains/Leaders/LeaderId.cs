using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Leaders;

/// <summary>A leader who takes duty (W1), for example <c>L012</c>.</summary>
[JsonConverter(typeof(TextIdConverter<LeaderId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.leader-id")]
public readonly record struct LeaderId([property: Id(0)] string Value) : ITextId<LeaderId>
{
    public static LeaderId Parse(string text) =>
        text.Length is > 0 and <= 64 ? new(text) : throw new FormatException("An id has 1 to 64 characters.");

    public override string ToString() => Value;
}
