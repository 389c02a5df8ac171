using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PetitionMesh.Gateway.Public;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>
/// How an operation can refuse. Which statuses are named follows from what it reads and who may call it; whatever else may come, bugs
/// among it, is the <c>default</c>: every one of them is the same problem document.
/// </summary>
internal sealed class Refusals : IOpenApiOperationTransformer
{
    private const string Media = "application/problem+json";

    private static readonly ImmutableArray<(int Status, string Description)> Known =
    [
        (400, "请求格式有误：JSON、类型、未知字段、长度或必填项，见 errors。"),
        (401, "未登录或登录凭证无效。"),
        (403, "角色或所属法院不能办理此事项。"),
        (404, "没有这项内容，或属于本院未参与的事项。"),
        (409, "与当前状态冲突；可能指多个事项的，见 candidates。"),
        (412, "内容已被他人更新，请重新读取。"),
        (413, "请求内容过大。"),
        (415, "内容类型不受支持。"),
        (422, "违反规定（见 rule），或所指内容不存在、不能识别；幂等键用于其他内容的也在此列。"),
        (429, "请求过于频繁，请按 Retry-After 等待。"),
        (503, "暂不能受理，请按 Retry-After 重试；outcome 为 unknown 的，请以同一 Idempotency-Key 原样重试。"),
    ];

    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSchema>("Problem", ProblemSchema.Of(document));
        document.AddComponent<IOpenApiResponse>("Problem", Response("未能办理。", document));
        foreach (var (status, description) in Known)
            document.AddComponent<IOpenApiResponse>(NameOf(status), Response(description, document, waits: status is 429 or 503));
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var responses = operation.Responses ??= [];
        foreach (var (status, _) in Known.Where(k => IsPossible(k.Status, operation, context)))
            responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponseReference(NameOf(status), context.Document));
        responses["default"] = new OpenApiResponseReference("Problem", context.Document);
        return Task.CompletedTask;
    }

    private static bool IsPossible(int status, OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        bool Asks(AskedField field) => operation.Parameters?.Any(p => p.Name == field.Name && p.In == field.In) == true;
        var body = operation.RequestBody is not null;
        return status switch
        {
            400 => body || operation.Parameters is { Count: > 0 },
            401 or 403 => !context.IsPublic(),
            404 => operation.Parameters?.Any(p => p.In == ParameterLocation.Path) == true,
            409 => Asks(Ask.Key) || Asks(Ask.IfMatch),
            412 => Asks(Ask.IfMatch),
            413 or 415 => body,
            422 => body || Asks(Ask.Key) || context.Stated<AskedField>().Any(f => f.In == ParameterLocation.Query),
            429 => context.IsGiven<PublicDoor>(),
            _ => true,
        };
    }

    private static string NameOf(int status) => $"Problem{status.ToString(CultureInfo.InvariantCulture)}";

    private static OpenApiResponse Response(string description, OpenApiDocument document, bool waits = false) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [Media] = new() { Schema = new OpenApiSchemaReference("Problem", document) } },
        Headers = !waits ? null : new Dictionary<string, IOpenApiHeader>
        {
            ["Retry-After"] = new OpenApiHeader { Description = "等待的秒数。", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
        },
    };
}
