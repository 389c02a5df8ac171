using Microsoft.AspNetCore.Authorization;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Operations;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Auth;

/// <summary>
/// Lets a request pass to its endpoint when the holder of its token may: remembered tokens first, then the full check, then the
/// endpoint's policy. One step instead of the framework's authentication and authorisation, which for every request open a service
/// scope, build a handler and a ticket and evaluate the policy anew: together as much as answering a look-up costs.
/// </summary>
internal sealed class TokenGate(RequestDelegate next, TokenCache cache, TokenCheck check, IServiceProvider services)
{
    public const string SchemeName = "Bearer";

    /// <summary>Longest token that is looked at, characters.</summary>
    private const int LongestToken = 16 << 10;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata)
            return next(context);
        var asked = metadata.GetOrderedMetadata<IAuthorizeData>();
        if (asked.Count == 0 || metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(context);
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return DashboardSession.TokenOf(context.Request) is { Length: <= LongestToken } kept
                ? AdmitAsync(context, kept, asked)
                : RefuseAsync(context, "请在 Authorization 请求头中提供有效的访问令牌。");
        }
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || text.Length > LongestToken)
            return RefuseAsync(context, "请以“Authorization: Bearer <令牌>”的形式提供访问令牌。");
        return AdmitAsync(context, text[SchemeName.Length..].Trim(), asked);
    }

    private Task AdmitAsync(HttpContext context, string token, IReadOnlyList<IAuthorizeData> asked) =>
        cache.Find(token) is { } known ? PassAsync(context, known, asked) : CheckAsync(context, token, asked);

    private async Task CheckAsync(HttpContext context, string token, IReadOnlyList<IAuthorizeData> asked)
    {
        var reading = await check.CheckAsync(token, context.RequestAborted);
        if (reading.Identity is null)
        {
            await RefuseAsync(context, reading.Problem!);
            return;
        }

        cache.Keep(token, reading.Identity, reading.Until);
        await PassAsync(context, reading.Identity, asked);
    }

    private Task PassAsync(HttpContext context, ActorIdentity identity, IReadOnlyList<IAuthorizeData> asked)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            if (!Policies.Allows(asked[i].Policy, identity.Holder.Role))
                return (Problems.Forbidden("您的角色不能办理此事项，请由有权限的人员办理。") with { Rule = RuleOf(context) }).ExecuteAsync(context);
        }

        context.User = identity.Principal;
        // All that endpoints ask for are singletons: a scope for each request would be opened for nothing.
        context.RequestServices = services;
        return next(context);
    }

    /// <summary>The rule that says who does the act that was asked for; null where the endpoint is of no act.</summary>
    private static string? RuleOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ActForm>()?.Rule;

    private static Task RefuseAsync(HttpContext context, string problem)
    {
        context.Response.Headers.WWWAuthenticate = SchemeName;
        return Problems.BadToken(problem).ExecuteAsync(context);
    }
}
