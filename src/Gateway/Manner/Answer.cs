using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PetitionMesh.Gateway.Manner;

/// <summary>A success as JSON, written with generated metadata straight into the response.</summary>
internal sealed class Answer<T>(T value, JsonTypeInfo<T> shape, int status = 200, string? tag = null, string? location = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (tag is not null)
            response.Headers.ETag = tag;
        if (location is not null)
            response.Headers.Location = location;
        return AnswerBytes.SendAsync(response, (value, shape), static (json, it) => JsonSerializer.Serialize(json, it.value, it.shape), httpContext.RequestAborted);
    }
}
