using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>A member that is left out when it is null is not required, although the generator takes it for that where a constructor wants it.</summary>
internal sealed class OmittedMembers : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var member in context.JsonTypeInfo.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) == true))
            schema.Required?.Remove(member.Name);
        return Task.CompletedTask;
    }
}
