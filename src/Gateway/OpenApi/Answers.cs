using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PetitionMesh.Gateway.Documents;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>What a success looks like: every form it is given in, its headers, and its status in Chinese.</summary>
internal sealed class Answers : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var responses = operation.Responses ??= [];
        foreach (var (status, response) in responses)
            response.Description = Words(status);

        // Of several forms under one status the framework keeps one.
        foreach (var stated in context.Stated<IProducesResponseTypeMetadata>().Where(p => p.Type is null || p.Type == typeof(void)))
        {
            foreach (var type in stated.ContentTypes)
                Add(responses, stated.StatusCode.ToString(CultureInfo.InvariantCulture), type);
        }
        foreach (var form in context.Stated<OfferedForms>().SelectMany(o => o.Forms))
            Add(responses, "200", FileForms.TypeOf(form));
        foreach (var told in context.Stated<ToldHeader>())
            Tell(responses, told);
        return Task.CompletedTask;
    }

    private static void Add(OpenApiResponses responses, string status, string mediaType)
    {
        if (!responses.TryGetValue(status, out var found) || found is not OpenApiResponse response)
            responses[status] = response = new OpenApiResponse { Description = Words(status) };
        var content = response.Content ??= new Dictionary<string, OpenApiMediaType>();
        if (!content.ContainsKey(mediaType))
            content[mediaType] = new OpenApiMediaType { Schema = Content.Of(mediaType) };
    }

    private static void Tell(OpenApiResponses responses, ToldHeader told)
    {
        foreach (var response in responses.Where(r => r.Key[0] is '2' or '3').Select(r => r.Value).OfType<OpenApiResponse>())
        {
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[told.Name] =
                new OpenApiHeader { Description = told.Description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }

    private static string Words(string status) => status switch
    {
        "200" => "成功。",
        "201" => "已登记。",
        "202" => "已受理，正在办理。",
        "204" => "成功，没有内容。",
        "304" => "内容未变。",
        "503" => "尚不能提供服务。",
        _ => throw new InvalidOperationException($"Nobody has said what a status of {status} means here."),
    };
}
