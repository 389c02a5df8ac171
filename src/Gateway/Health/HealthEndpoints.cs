using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Health;

/// <summary>For the platform's probes.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live).AllowAnonymous().Produces<LivenessAnswer>().WithSummary("进程存活").WithTags("健康");
    }

    private static Answer<LivenessAnswer> Live() => new(new LivenessAnswer("live"), WireJson.Answers.LivenessAnswer);
}
