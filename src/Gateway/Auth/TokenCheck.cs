using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Auth;

/// <summary>Checks a token: signature by a key and algorithm of the trusted side, issuer, audience, lifetime, and our claims.</summary>
internal sealed class TokenCheck(ITokenTrust trust, TimeProvider time)
{
    /// <summary>Clocks of issuer and gateway may differ by this much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _reader = new() { MapInboundClaims = false };

    public async Task<TokenReading> CheckAsync(string token, CancellationToken cancellationToken)
    {
        var result = await ValidateAsync(token, cancellationToken);
        if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException && await trust.RefreshAsync(cancellationToken))
            result = await ValidateAsync(token, cancellationToken); // The issuer may have rolled its keys.
        return result.IsValid ? Read((JsonWebToken)result.SecurityToken) : TokenReading.Refused(Explain(result.Exception));
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var parameters = (await trust.ParametersAsync(cancellationToken)).Clone();
        parameters.RequireExpirationTime = true;
        parameters.RequireSignedTokens = true;
        parameters.LifetimeValidator = (notBefore, expires, _, _) => Lives(notBefore, expires);
        return await _reader.ValidateTokenAsync(token, parameters);
    }

    private bool Lives(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && end + Skew > now && (notBefore is not { } begin || begin - Skew <= now);
    }

    private static TokenReading Read(JsonWebToken token)
    {
        var subject = Claim(token, "sub");
        var court = Claim(token, "court");
        if (subject is not { Length: > 0 and <= 64 } || court is not { Length: > 0 and <= 64 })
            return TokenReading.Refused("访问令牌缺少 sub 或 court 声明，请重新登录。");
        if (!RoleWords.TryParse(Claim(token, "role"), out var role))
            return TokenReading.Refused("访问令牌的 role 声明缺失或无法识别，请重新登录。");
        var name = Claim(token, "name") ?? subject;
        if (!PlainText.IsPlain(subject + court + name))
            return TokenReading.Refused("访问令牌的 sub、court 或 name 声明含有控制字符，请重新登录。");
        var actor = new Actor(subject, name, new CourtId(court), role);
        return new TokenReading(new ActorIdentity(actor), new DateTimeOffset(token.ValidTo, TimeSpan.Zero), null);
    }

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static string Explain(Exception? fault) => fault switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException
            => "访问令牌已过期或尚未生效，请重新登录后再试。",
        SecurityTokenInvalidAudienceException => "访问令牌不是签发给本系统的，请重新登录后再试。",
        SecurityTokenInvalidIssuerException => "访问令牌的签发方不受信任，请通过统一认证重新登录。",
        _ => "访问令牌无效，请重新登录后再试。",
    };
}
