using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>Ids and case numbers have converters of their own, which the schema generator cannot see through: they are texts.</summary>
internal sealed class TextIdSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(CaseNumber) || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>)))
            schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }
}
