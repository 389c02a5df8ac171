using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace PetitionMesh.Peers.Tokens;

/// <summary>
/// The gateway's token check rebuilt: a checked token is remembered by its SHA-256 for five minutes, so neither side pays for a
/// signature per request. Without it the comparison would be one of signature checks.
/// </summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const int Capacity = 10_000;
    private const int LongestOnStack = 2048;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private static readonly ConcurrentDictionary<UInt128, Known> Cache = new();
    private static readonly JsonWebTokenHandler Reader = new() { MapInboundClaims = false };

    private sealed record Known(CallerIdentity Identity, DateTimeOffset Until);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var token = text[7..].Trim();
        var fingerprint = Fingerprint(token);
        var now = time.GetUtcNow();
        if (Cache.TryGetValue(fingerprint, out var known) && known.Until > now)
            return Admit(known.Identity);

        var result = await Reader.ValidateTokenAsync(token, TokenRegistration.Parameters).ConfigureAwait(false);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read)
            return AuthenticateResult.Fail("The token is not valid.");
        var identity = new CallerIdentity(
            read.Subject, read.GetPayloadValue<string>("court"), read.GetPayloadValue<string>("role"));
        if (Cache.Count >= Capacity)
            Cache.Clear();
        Cache[fingerprint] = new Known(identity, now + Remembered);
        return Admit(identity);
    }

    private static AuthenticateResult Admit(CallerIdentity identity) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));

    /// <summary>The first half of the hash: enough to tell one run's tokens apart.</summary>
    private static UInt128 Fingerprint(string token)
    {
        Span<byte> ascii = token.Length <= LongestOnStack ? stackalloc byte[token.Length] : new byte[token.Length];
        Encoding.Latin1.GetBytes(token, ascii);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ascii, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
