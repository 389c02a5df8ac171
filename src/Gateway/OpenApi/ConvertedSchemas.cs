using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
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
        if (schema.Items is { } items && HasGaps(context.JsonPropertyInfo))
            schema.Items = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, items] };
        return Task.CompletedTask;
    }

    /// <summary>Its items may be null, which the generator only sees of values.</summary>
    private static bool HasGaps(JsonPropertyInfo? property) =>
        property?.AttributeProvider is PropertyInfo declared
        && new NullabilityInfoContext().Create(declared).GenericTypeArguments is [{ Type.IsValueType: false, ReadState: NullabilityState.Nullable }];

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
