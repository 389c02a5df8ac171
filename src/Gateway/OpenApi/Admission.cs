using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Operations;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>Who may call an operation: the token, and the roles that pass its policies.</summary>
internal sealed class Admission : IOpenApiOperationTransformer
{
    private const string Bearer = "bearer";
    private const string Session = "dashboardSession";

    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "访问令牌，含 sub（人员编号）、name、court（法院编号）和 role；开发环境由 POST /dev/token 签发。",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Session, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = DashboardSession.Cookie,
            Description = "由 POST /dashboard/session 取得，只用于在浏览器中读取运行面板。",
        });
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.IsPublic())
            return Task.CompletedTask;
        operation.Security = [Need(Bearer, context)];
        if (!context.Changes() && $"/{context.Description.RelativePath}".StartsWith(DashboardSession.Path, StringComparison.Ordinal))
            operation.Security.Add(Need(Session, context));
        operation.Description = $"可由以下角色办理：{string.Join('、', RolesOf(context))}。";
        return Task.CompletedTask;
    }

    private static IEnumerable<string> RolesOf(OpenApiOperationTransformerContext context)
    {
        var policies = context.Stated<IAuthorizeData>().Select(a => a.Policy).ToArray();
        return Enum.GetValues<Role>().Where(role => policies.All(p => Policies.Allows(p, role))).Select(RoleWords.Word);
    }

    private static OpenApiSecurityRequirement Need(string scheme, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
}
