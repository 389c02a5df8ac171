using Microsoft.OpenApi;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary><c>/openapi/v1.json</c>: the full reference of what the gateway serves.</summary>
internal static class DocumentRegistration
{
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
                document.Info = new OpenApiInfo { Title = "信访事项首接负责系统", Version = "v1" };
                document.Servers = [];
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer<TextIdSchemas>();
            options.AddOperationTransformer<FormBodies>();
        });
    }

    public static void MapDocuments(this IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();
}
