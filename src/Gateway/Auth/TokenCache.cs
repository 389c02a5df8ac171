using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace PetitionMesh.Gateway.Auth;

/// <summary>
/// Remembers tokens that were checked, by their hash, so that a court's busy window doesn't pay for a signature per request.
/// Bounded; an entry lives at most five minutes, so that a withdrawn key is noticed.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    /// <summary>Most tokens remembered; a full cache forgets what has run out, else everything.</summary>
    public const int Capacity = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Fingerprint, Entry> _known = new();

    public ActorIdentity? Find(string token) =>
        _known.TryGetValue(Fingerprint.Of(token), out var entry) && entry.Until > time.GetUtcNow() ? entry.Identity : null;

    public void Keep(string token, ActorIdentity identity, DateTimeOffset expires)
    {
        var now = time.GetUtcNow();
        if (_known.Count >= Capacity)
            MakeRoom(now);
        _known[Fingerprint.Of(token)] = new Entry(identity, expires < now + Longest ? expires : now + Longest);
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (fingerprint, entry) in _known)
        {
            if (entry.Until <= now)
                _known.TryRemove(fingerprint, out _);
        }
        if (_known.Count >= Capacity)
            _known.Clear();
    }

    private sealed record Entry(ActorIdentity Identity, DateTimeOffset Until);

    /// <summary>SHA-256 of the token: the cache never holds one that could be used.</summary>
    private readonly record struct Fingerprint(ulong A, ulong B, ulong C, ulong D)
    {
        private const int LongestOnStack = 2048;

        public static Fingerprint Of(string token)
        {
            Span<byte> ascii = token.Length <= LongestOnStack ? stackalloc byte[token.Length] : new byte[token.Length];
            Encoding.Latin1.GetBytes(token, ascii);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(ascii, hash);
            return new(
                BinaryPrimitives.ReadUInt64LittleEndian(hash),
                BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(hash[16..]),
                BinaryPrimitives.ReadUInt64LittleEndian(hash[24..]));
        }

        public override int GetHashCode() => (int)A;
    }
}
