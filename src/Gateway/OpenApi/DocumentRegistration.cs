using Microsoft.OpenApi;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary><c>/openapi/v1.json</c>: the full reference of what the gateway serves.</summary>
internal static class DocumentRegistration
{
    private const string Manner = """
        JSON（camelCase，UTF-8）；日期如 2026-11-21，时刻为带时区的 ISO 8601。内容不超过 64 KiB（城市名单 1 MiB，导入 20 MiB）。
        错误一律为 application/problem+json。会改变内容的 POST 请带 Idempotency-Key。清单以 limit、after 翻页，答复 items 和 next。
        任何地址都不含个人信息，按人查询用 POST。
        """;

    public static void AddDocuments(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Answers);
            o.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "信访事项首接负责系统", Version = "v1", Description = Manner };
                document.Servers = [];
                Refusals.AddTo(document);
                Admission.AddTo(document);
                InChinese.Put(document);
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer<ConvertedSchemas>();
            options.AddSchemaTransformer<OmittedMembers>();
            options.AddOperationTransformer<FormBodies>();
            options.AddOperationTransformer<Requests>();
            options.AddOperationTransformer<Answers>();
            options.AddOperationTransformer<Refusals>(); // After what is read is known.
            options.AddOperationTransformer<Admission>();
        });
    }

    public static void MapDocuments(this IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();
}
