using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Auth;

/// <summary>The <c>Authorization: Bearer</c> scheme: remembered tokens first, then the full check. Refuses in our manner.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TokenCache cache,
    TokenCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    /// <summary>Longest token that is looked at, characters.</summary>
    private const int LongestToken = 16 << 10;

    private string? _problem;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
            return AuthenticateResult.NoResult();
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || text.Length > LongestToken)
            return Refuse("请以“Authorization: Bearer <令牌>”的形式提供访问令牌。");
        var token = text[7..].Trim();
        if (cache.Find(token) is { } known)
            return Admit(known);
        var reading = await check.CheckAsync(token, Context.RequestAborted);
        if (reading.Identity is null)
            return Refuse(reading.Problem!);
        cache.Keep(token, reading.Identity, reading.Until);
        return Admit(reading.Identity);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return Problems.BadToken(_problem ?? "请在 Authorization 请求头中提供有效的访问令牌。").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden("您的角色不能办理此事项，请由有权限的人员办理。").ExecuteAsync(Context);

    private static AuthenticateResult Admit(ActorIdentity identity) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));

    private AuthenticateResult Refuse(string problem)
    {
        _problem = problem;
        return AuthenticateResult.Fail(problem);
    }
}
