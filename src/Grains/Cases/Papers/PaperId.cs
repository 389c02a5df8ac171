using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Papers;

/// <summary>One paper of one case.</summary>
[JsonConverter(typeof(TextIdConverter<PaperId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.paper-id")]
public readonly record struct PaperId([property: Id(0)] Guid Guid) : ITextId<PaperId>
{
    public string Value => Guid.ToString("D");

    /// <summary>Where its content is kept once sealed with a key: sealed anew with another, it is another content.</summary>
    public Guid ContentUnder(DataKeyId key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Value}\n{key.Value}"), hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    public static PaperId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
