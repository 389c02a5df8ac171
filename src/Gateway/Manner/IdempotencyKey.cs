using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Turns the <c>Idempotency-Key</c> header and the body into the id of the command.</summary>
internal static class IdempotencyKey
{
    /// <summary>Longest key in characters.</summary>
    public const int MaxLength = 200;

    /// <param name="hashKey">The hash is keyed: a body holds an identity number, which a plain hash would give away to guessing.</param>
    /// <returns>null when the header can't be a key; the caller answers 400.</returns>
    public static CommandId? Read(HttpRequest request, Actor actor, ReadOnlySpan<byte> body, byte[] hashKey)
    {
        var caller = $"{actor.Court}/{actor.Subject}";
        var header = request.Headers["Idempotency-Key"];
        if (header.Count == 0)
            return new CommandId(caller, Guid.NewGuid().ToString("N"), [], Recorded: false);
        return header.Count == 1 && IsKey(header[0])
            ? new CommandId(caller, header[0]!, Hash(request, body, hashKey), Recorded: true)
            : null;
    }

    public static Problem Unusable { get; } = Problems.Malformed("Idempotency-Key", $"应为 1 至 {MaxLength} 个可见的 ASCII 字符，且只出现一次。");

    private static bool IsKey(string? key) =>
        key is { Length: > 0 and <= MaxLength } && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static ImmutableArray<byte> Hash(HttpRequest request, ReadOnlySpan<byte> body, byte[] hashKey)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, hashKey);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path.Value}\n"));
        hash.AppendData(body);
        return [.. hash.GetHashAndReset()];
    }
}
