using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Commands;

/// <summary>Turns the <c>Idempotency-Key</c> header and the body into the id of a command.</summary>
/// <remarks>The hash is keyed: a body holds an identity number, which a plain hash would give away to guessing.</remarks>
internal sealed class CommandIds(KeyFile keys)
{
    /// <summary>Longest key in characters.</summary>
    public const int MaxKeyLength = 200;

    private readonly byte[] _hashKey = HMACSHA256.HashData(keys.PetitionerKey, "petition-mesh command body"u8);

    public static Problem UnusableKey { get; } =
        Problems.Malformed("Idempotency-Key", $"应为 1 至 {MaxKeyLength} 个可见的 ASCII 字符，且只出现一次。");

    /// <returns>null when the header can't be a key: answer <see cref="UnusableKey"/>.</returns>
    public CommandId? Read(HttpRequest request, Actor actor, ReadOnlySpan<byte> body)
    {
        var caller = $"{actor.Court}/{actor.Subject}";
        var header = request.Headers["Idempotency-Key"];
        if (header.Count == 0)
            return new CommandId(caller, Guid.NewGuid().ToString("N"), [], Recorded: false);
        return header.Count == 1 && IsKey(header[0])
            ? new CommandId(caller, header[0]!, Hash(request, body), Recorded: true)
            : null;
    }

    private static bool IsKey(string? key) =>
        key is { Length: > 0 and <= MaxKeyLength } && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    private ImmutableArray<byte> Hash(HttpRequest request, ReadOnlySpan<byte> body)
    {
        // In one piece: a hash fed piece by piece costs several times as much to set up.
        var address = $"{request.Method} {request.Path.Value}{request.QueryString.Value}\n";
        var hashed = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(address.Length) + body.Length);
        var length = Encoding.UTF8.GetBytes(address, hashed);
        body.CopyTo(hashed.AsSpan(length));
        var hash = HMACSHA256.HashData(_hashKey, hashed.AsSpan(0, length + body.Length));
        ArrayPool<byte>.Shared.Return(hashed, clearArray: true);
        return ImmutableCollectionsMarshal.AsImmutableArray(hash);
    }
}
