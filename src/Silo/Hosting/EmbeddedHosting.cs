using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Embedded;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Silo.Hosting;

/// <summary>Runs the grains in this one process. The counterpart is the host of the same name on Microsoft Orleans.</summary>
internal static class GrainHosting
{
    public static void AddGrainHost(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Cluster:Mode"] is { Length: > 0 } mode && !mode.Equals("Single", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"Cluster:Mode '{mode}' 需要 Microsoft Orleans：请用 -p:GrainHost=Orleans 构建，或改为 Single。");
        services.AddEmbeddedGrainHost(options => options.GrainAssemblies.Add(typeof(CaseGrain).Assembly));
    }
}
