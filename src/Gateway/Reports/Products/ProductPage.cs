using System.Text;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>A product's page: no script, nothing loaded from anywhere.</summary>
internal sealed class ProductPage(string html) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
