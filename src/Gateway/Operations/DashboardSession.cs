namespace PetitionMesh.Gateway.Operations;

/// <summary>
/// A browser that follows a link carries no Authorization header. Whoever shows a token of the role ops once gets it back as a
/// cookie that scripts cannot read, that other sites cannot make the browser send, and that only reads below <c>/dashboard</c> honour.
/// </summary>
internal static class DashboardSession
{
    public const string Path = "/dashboard";
    public const string Cookie = "petitionmesh-dashboard";

    /// <summary>The token a browser keeps for the dashboard, or null.</summary>
    public static string? TokenOf(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.StartsWithSegments(Path, StringComparison.Ordinal) ? request.Cookies[Cookie] : null;

    public static IResult Begin(HttpContext context)
    {
        var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
        context.Response.Cookies.Append(Cookie, token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = Path,
        });
        return Results.NoContent();
    }
}
