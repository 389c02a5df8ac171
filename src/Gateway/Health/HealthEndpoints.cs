using PetitionMesh.Gateway.Manner;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Silo.City;

namespace PetitionMesh.Gateway.Health;

/// <summary>For the platform's probes.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().WithTags("健康");
        health.MapGet("/live", Live).Produces<LivenessAnswer>().WithSummary("进程存活");
        health.MapGet("/started", Started)
            .Produces<LivenessAnswer>()
            .Produces<LivenessAnswer>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("启动完成：日志、密钥、城市资料和集群都已打开（不访问数据库）");
        health.MapGet("/ready", Ready)
            .Produces<ReadinessAnswer>()
            .Produces<ReadinessAnswer>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("就绪：日志可写、密钥已打开、城市资料已载入");
    }

    /// <summary>Never touches the database: a process that waits for it is alive, and killing it would help nobody.</summary>
    private static Answer<LivenessAnswer> Live() => new(new LivenessAnswer("live"), WireJson.Answers.LivenessAnswer);

    private static Answer<LivenessAnswer> Started(IHostApplicationLifetime lifetime)
    {
        var started = lifetime.ApplicationStarted.IsCancellationRequested;
        return new Answer<LivenessAnswer>(
            new LivenessAnswer(started ? "started" : "starting"),
            WireJson.Answers.LivenessAnswer,
            started ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The keys fit the journal whenever the city is loaded: the start compares them first and stops otherwise.</summary>
    private static Answer<ReadinessAnswer> Ready(GroupCommitJournal journal, CityDirectory city)
    {
        var writable = journal.State == JournalState.Serving;
        var ready = writable && city.IsLoaded;
        return new Answer<ReadinessAnswer>(
            new ReadinessAnswer(ready ? "ready" : "notReady", writable, city.IsLoaded, city.IsLoaded),
            WireJson.Answers.ReadinessAnswer,
            ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
