using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace PetitionMesh.Grains;

/// <summary>
/// Identifies a request for change. <paramref name="Caller"/> and <paramref name="Key"/> name it, <paramref name="BodyHash"/>
/// tells a repeat from a reuse. Ids that the command makes derive from caller and key, so that repeating it makes the same ids.
/// </summary>
/// <param name="Recorded">False when the caller gave no idempotency key: the key is then fresh and no command row is kept.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.command-id")]
public sealed record CommandId(
    [property: Id(0)] string Caller,
    [property: Id(1)] string Key,
    [property: Id(2)] ImmutableArray<byte> BodyHash,
    [property: Id(3)] bool Recorded)
{
    /// <summary>A UUIDv8 (RFC 9562) over caller, key and what the id is for.</summary>
    public Guid Derive(string purpose)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(Caller.Length + Key.Length + purpose.Length + 2);
        Span<byte> named = longest <= 1024 ? stackalloc byte[longest] : new byte[longest];
        if (!Utf8.TryWrite(named, $"{Caller}\n{Key}\n{purpose}", out var length))
            throw new InvalidOperationException("The longest form was too short.");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(named[..length], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
