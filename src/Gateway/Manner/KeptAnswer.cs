using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Manner;

/// <summary>An answer as the command table keeps it: status and JSON bytes.</summary>
internal sealed class KeptAnswer(int status, ImmutableArray<byte> json) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = json.Length;
        return response.Body.WriteAsync(json.AsMemory(), httpContext.RequestAborted).AsTask();
    }
}
