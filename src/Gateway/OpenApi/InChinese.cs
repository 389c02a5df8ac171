using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.OpenApi;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>
/// The schemas' descriptions are the comments of our types, and comments are English; whoever reads the document reads Chinese. So each has its
/// sentence in <c>descriptions.json</c>, by the comment itself: a comment that changes is translated anew, and a test names what is missing.
/// </summary>
internal static class InChinese
{
    public static FrozenDictionary<string, string> Sentences { get; } = Read();

    public static void Put(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values ?? [])
            Put(schema);
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations ?? []).Select(o => o.Value))
        {
            foreach (var media in MediaOf(operation))
                Put(media.Schema);
        }
    }

    private static IEnumerable<OpenApiMediaType> MediaOf(OpenApiOperation operation) =>
        (operation.RequestBody?.Content?.Values ?? []).Concat(
            (operation.Responses ?? []).Select(r => r.Value).OfType<OpenApiResponse>().SelectMany(r => r.Content?.Values ?? []));

    private static void Put(IOpenApiSchema? schema)
    {
        switch (schema)
        {
            // What a member says of itself stands beside the reference; what it refers to is visited by itself.
            case OpenApiSchemaReference { Reference.Description: { } beside } reference:
                reference.Reference.Description = Of(beside);
                break;
            case OpenApiSchema known:
                if (known.Description is { } said)
                    known.Description = Of(said);
                foreach (var inner in Inside(known))
                    Put(inner);
                break;
        }
    }

    private static IEnumerable<IOpenApiSchema?> Inside(OpenApiSchema schema) =>
        [.. schema.Properties?.Values ?? [], .. schema.OneOf ?? [], .. schema.AnyOf ?? [], .. schema.AllOf ?? [], schema.Items, schema.AdditionalProperties];

    private static string Of(string sentence) => Sentences.GetValueOrDefault(sentence, sentence);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(InChinese).Assembly.GetManifestResourceStream("PetitionMesh.Gateway.OpenApi.descriptions.json")
            ?? throw new InvalidOperationException("The Chinese descriptions are not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!);
    }
}
