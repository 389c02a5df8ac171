using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Auth;

/// <summary><c>POST /dev/token</c>. Mapped in Development only; elsewhere the address does not exist.</summary>
internal static class TokenEndpoints
{
    private const int Longest = 64;

    public static void MapDevelopmentTokens(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/dev/token", IssueAsync)
            .AllowAnonymous()
            .Accepts<TokenBody>("application/json")
            .Produces<TokenAnswer>()
            .WithSummary("开发环境签发访问令牌")
            .WithTags("开发");

    private static async Task<IResult> IssueAsync(HttpContext context, DevelopmentTrust trust)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.TokenBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        Require(errors, "sub", body.Value.Sub);
        Require(errors, "court", body.Value.Court);
        Require(errors, "role", body.Value.Role);
        PlainText.CheckName(errors, "name", body.Value.Name, Longest);
        if (!RoleWords.TryParse(body.Value.Role, out var role) && body.Value.Role is { Length: > 0 })
            errors.Malformed("role", "没有这个角色，可用：clerk、leader、office、supervisor、leadingGroup、judge、reporter、ops。");
        if (errors.ToProblem() is { } problem)
            return problem;
        var token = trust.Issue(body.Value.Sub!, body.Value.Name ?? body.Value.Sub!, body.Value.Court!, role);
        return new Answer<TokenAnswer>(new TokenAnswer(token), WireJson.Answers.TokenAnswer);
    }

    private static void Require(FieldErrors errors, string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
            errors.Missing(field);
        else if (value.Length > Longest)
            errors.Malformed(field, $"不得超过 {Longest} 个字符。");
        else
            PlainText.CheckName(errors, field, value, Longest);
    }
}
