using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>What can be known of an endpoint without being told: from its handler's signature and from its policy.</summary>
internal static class Handed
{
    public static IEnumerable<T> Stated<T>(this OpenApiOperationTransformerContext context) =>
        context.Description.ActionDescriptor.EndpointMetadata.OfType<T>();

    /// <summary>The handler is given a <typeparamref name="T"/>, or something that was itself made from one.</summary>
    public static bool IsGiven<T>(this OpenApiOperationTransformerContext context) =>
        context.Stated<MethodInfo>().SelectMany(m => m.GetParameters()).Any(p => p.ParameterType == typeof(T) || IsMadeFrom<T>(p.ParameterType));

    public static bool IsPublic(this OpenApiOperationTransformerContext context) => context.Stated<IAllowAnonymous>().Any();

    public static bool Changes(this OpenApiOperationTransformerContext context) => context.Description.HttpMethod is not ("GET" or "HEAD");

    private static bool IsMadeFrom<T>(Type type) =>
        type.GetConstructors().Any(made => made.GetParameters().Any(p => p.ParameterType == typeof(T)));
}
