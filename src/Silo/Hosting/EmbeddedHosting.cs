using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PetitionMesh.Embedded;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Silo.Cluster;

namespace PetitionMesh.Silo.Hosting;

/// <summary>Runs the grains in this one process. The counterpart is the host of the same name on Microsoft Orleans.</summary>
public static class GrainHosting
{
    internal static void AddGrainHost(this IServiceCollection services, IConfiguration configuration)
    {
        var cluster = configuration.GetSection(ClusterSettings.Section).Get<ClusterSettings>() ?? new ClusterSettings();
        if (cluster.Problem() is { } problem)
            throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), [problem]);
        if (cluster.Mode != ClusterMode.Single)
            throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), [$"Cluster:Mode={cluster.Mode} 需要 Microsoft Orleans：请用 -p:GrainHost=Orleans 构建，或改为 Single。"]);
        services.AddEmbeddedGrainHost(options =>
        {
            options.GrainAssemblies.Add(typeof(CaseGrain).Assembly);
            options.ResponseTimeout = cluster.CallTimeout;
            options.IdleAfter = cluster.IdleAfter;
        });
    }

    /// <summary>The gateway shows this process' own figures instead.</summary>
    /// <returns>False: this host has no dashboard of its own.</returns>
    public static bool MapGrainDashboard(this IEndpointRouteBuilder routes, string path, string policy) => false;

    /// <summary>What the grains of this process have done; null on a host with a dashboard of its own.</summary>
    public static GrainFigures? Figures(IServiceProvider services)
    {
        var figures = services.GetRequiredService<EmbeddedHost>().Figures();
        return new GrainFigures(
            figures.At,
            [.. figures.Classes.Select(c => new GrainKindFigures(c.Grain, c.Activations))],
            [
                .. figures.Methods.Where(m => m.Calls + m.Timeouts > 0).Select(m => new GrainMethodFigures(
                    m.Grain, m.Method, m.Calls, m.Failures, m.Timeouts, m.MeanLatency / 1_000, m.LatencyAt(0.5) / 1_000, m.LatencyAt(0.99) / 1_000)),
            ],
            [.. figures.Slowest.Select(c => new SlowGrainCall(c.Grain, c.Method, c.Took.TotalMilliseconds, c.Failed, c.At))],
            [.. figures.Reminders.Select(r => new GrainReminderFigures(r.Grain, r.Name, r.Count, r.Next))]);
    }
}
