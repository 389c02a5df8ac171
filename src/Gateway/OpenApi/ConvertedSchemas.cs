using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>
/// What has a converter of its own, which the schema generator cannot see through: ids and case numbers are texts, words of an enum, a product's row an array.
/// Where these are the items of an array the generator leaves them out.
/// </summary>
internal sealed class ConvertedSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (Of(context.JsonTypeInfo.Type) is { } own)
            (schema.Type, schema.Items, schema.Enum) = (own.Type, own.Items, own.Enum);
        else if (schema.Items is null && context.JsonTypeInfo.ElementType is { } element)
            schema.Items = Of(element);
        return Task.CompletedTask;
    }

    private static OpenApiSchema? Of(Type given)
    {
        var type = Nullable.GetUnderlyingType(given) ?? given;
        if (type.IsEnum)
            return Words(type, isNullable: type != given);
        if (type == typeof(ProductRow))
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = Cell() };
        return type == typeof(CaseNumber) || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>))
            ? new OpenApiSchema { Type = JsonSchemaType.String }
            : null;
    }

    private static OpenApiSchema Words(Type type, bool isNullable)
    {
        var words = EnumWords.All(type).Select(word => (JsonNode)word);
        return isNullable
            ? new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Enum = [.. words, JsonNullSentinel.JsonNull] }
            : new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words] };
    }

    private static OpenApiSchema Cell() => new()
    {
        AnyOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Integer | JsonSchemaType.Null },
            Wrapped("share", new OpenApiSchema { Type = JsonSchemaType.Number, Description = "比例，1 为百分之百。" }),
            Wrapped("day", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Description = "日期。" }),
        ],
    };

    private static OpenApiSchema Wrapped(string name, OpenApiSchema value) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema> { [name] = value },
        Required = new HashSet<string> { name },
    };
}
