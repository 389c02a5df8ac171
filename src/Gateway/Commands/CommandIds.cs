using System.Collections.Immutable;
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
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _hashKey);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path.Value}\n"));
        hash.AppendData(body);
        return [.. hash.GetHashAndReset()];
    }
}
