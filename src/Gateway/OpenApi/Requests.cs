using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Streams;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>What a request may say: fields of the path, the query and the headers, and files as bodies.</summary>
internal sealed class Requests : IOpenApiOperationTransformer
{
    private const string JsonDescription = "JSON（UTF-8）。未知字段、重复字段和类型不符的不接受，答复 400 并指明字段。";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var parameters = operation.Parameters ??= [];
        foreach (var inPath in parameters.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path))
            PathFields.Describe(inPath, context.Description.RelativePath ?? "");
        foreach (var field in FieldsOf(context))
        {
            // The framework sees those that a handler binds, but not what they are for.
            if (parameters.FirstOrDefault(p => p.In == field.In && p.Name == field.Name) is { } bound)
                parameters.Remove(bound);
            parameters.Add(field.ToParameter());
        }
        if (context.Stated<TakenFile>().FirstOrDefault() is { } file)
            operation.RequestBody = BodyOf(file);
        else if (operation.RequestBody is OpenApiRequestBody body)
            body.Description = JsonDescription;
        return Task.CompletedTask;
    }

    private static IEnumerable<AskedField> FieldsOf(OpenApiOperationTransformerContext context)
    {
        foreach (var stated in context.Stated<AskedField>())
            yield return stated;
        if (context.Changes() && context.IsGiven<CommandIds>())
            yield return Ask.Key;
        if (context.IsGiven<EventStreams>())
        {
            yield return Ask.AfterPosition;
            yield return Ask.LastEventId;
        }
    }

    private static OpenApiRequestBody BodyOf(TakenFile file) => new()
    {
        Required = true,
        Description = file.Description,
        Content = file.MediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = Content.Binary() }),
    };
}
