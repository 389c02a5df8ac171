using Microsoft.OpenApi;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>Schemas of bodies that are not JSON.</summary>
internal static class Content
{
    public static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    public static OpenApiSchema Of(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) ? new OpenApiSchema { Type = JsonSchemaType.String } : Binary();
}
