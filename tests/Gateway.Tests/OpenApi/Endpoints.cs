using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>The endpoint that an operation of the document is about.</summary>
internal static class Endpoints
{
    public static RouteEndpoint Of(RunningGateway gateway, Operation operation) =>
        gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(e =>
            $"/{e.RoutePattern.RawText!.Trim('/')}" == operation.Path && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(operation.Method) == true);

    /// <summary>Empty where anyone may call it.</summary>
    public static string[] Policies(RunningGateway gateway, Operation operation)
    {
        var metadata = Of(gateway, operation).Metadata;
        return metadata.GetMetadata<IAllowAnonymous>() is null ? [.. metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy!)] : [];
    }
}
