using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>The request bodies of acts, from their forms.</summary>
internal sealed class FormBodies : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ActForm>().FirstOrDefault() is not { } form)
            return Task.CompletedTask;
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = form.Fields.ToDictionary(f => f.Name, IOpenApiSchema (f) => SchemaOf(f)),
            Required = form.Fields.Where(f => f.Required).Select(f => f.Name).ToHashSet(),
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema SchemaOf(ActField field)
    {
        var schema = field.Kind switch
        {
            FieldKind.Papers => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
            },
            FieldKind.Judgments => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Judgment() },
            FieldKind.Limits => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Integer },
            },
            FieldKind.Number => new OpenApiSchema { Type = JsonSchemaType.Integer },
            FieldKind.Amount => new OpenApiSchema { Type = JsonSchemaType.Number },
            FieldKind.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            FieldKind.Day => Text("date"),
            FieldKind.Instant => Text("date-time"),
            FieldKind.ActOf => Text("uuid"),
            _ => Text(null),
        };
        schema.Description = field.Title;
        if (field.Choices.Length > 0)
            schema.Enum = [.. field.Choices.Select(c => (JsonNode)JsonValue.Create(c))];
        if (field.Kind is FieldKind.Narrative)
            schema.MaxLength = ActField.LongestNarrative;
        else if (field.Kind is FieldKind.Plain)
            schema.MaxLength = ActField.LongestPlain;
        return schema;
    }

    private static OpenApiSchema Judgment() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["instance"] = Text(null),
            ["outcome"] = Text(null),
            ["judge"] = Text(null),
            ["available"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ["left"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ["panel"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
            ["divisionHead"] = Text(null),
            ["departmentHead"] = Text(null),
        },
        Required = new HashSet<string> { "instance", "judge" },
    };

    private static OpenApiSchema Text(string? format) => new() { Type = JsonSchemaType.String, Format = format };
}
