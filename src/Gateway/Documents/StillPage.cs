using System.Text;

namespace PetitionMesh.Gateway.Documents;

/// <summary>A page without script: nothing is loaded from anywhere, no cache keeps it, and its address, which may hold a query code, is told to nobody.</summary>
internal sealed class StillPage(string html) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
