using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Privacy;

/// <summary>
/// A text that only the holder of the petitioner's data key can read: <c>{key id}.{base64 of nonce, ciphertext and tag}</c>,
/// AES-256-GCM, bound by its associated data to the reception (or person) and the field it belongs to.
/// </summary>
[JsonConverter(typeof(TextIdConverter<Sealed>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.sealed")]
public readonly record struct Sealed([property: Id(0)] string Value) : ITextId<Sealed>
{
    public DataKeyId Key => new(Value[..Value.IndexOf('.', StringComparison.Ordinal)]);

    public static Sealed Parse(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? new(text) : throw new FormatException("A sealed text begins with the id of its key.");

    public override string ToString() => "•••";
}
