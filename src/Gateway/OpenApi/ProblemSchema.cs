using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>The schema of <see cref="Problem"/>, which writes itself without a serializer; a test holds the two together.</summary>
internal static class ProblemSchema
{
    public static OpenApiSchema Of(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "问题说明（RFC 9457）：为什么未能办理，怎么办。",
        Required = new HashSet<string> { "type", "title", "status", "detail", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("稳定的问题类别，程序可据此判断，例如 /problems/not-found。"),
            ["title"] = Text("类别的中文名称。"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTP 状态码。" },
            ["detail"] = Text("怎么办。不含个人信息。"),
            ["traceId"] = Text("请求编号，供运维人员查找日志。"),
            ["rule"] = Text("所依据的规定，例如 W16。"),
            ["outcome"] = Text("unknown：不知本次请求是否已经生效，请以同一 Idempotency-Key 原样重试。", "unknown"),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "字段（camelCase 路径）和对它的说明。",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
            },
            ["candidates"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "可能所指的在办事项，供窗口选择。",
                Items = new OpenApiSchemaReference("CandidateView", document),
            },
        },
    };

    private static OpenApiSchema Text(string? description, params string[] words) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        Enum = words.Length == 0 ? null : [.. words.Select(w => (JsonNode)w)],
    };
}
