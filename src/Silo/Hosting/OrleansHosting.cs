using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;

namespace PetitionMesh.Silo.Hosting;

/// <summary>Runs the grains on Microsoft Orleans: a silo of its own in this process, or one of a cluster on PostgreSQL.</summary>
internal static class GrainHosting
{
    private const string Invariant = "Npgsql";

    public static void AddGrainHost(this IServiceCollection services, IConfiguration configuration) =>
        services.AddOrleans(silo =>
        {
            var cluster = configuration.GetSection("Cluster");
            silo.Configure<ClusterOptions>(options =>
            {
                options.ClusterId = cluster["Id"] ?? "petition-mesh";
                options.ServiceId = cluster["Service"] ?? "petition-mesh";
            });
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(12));
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(15));
            if (cluster["Mode"] is null or "Single")
            {
                silo.UseLocalhostClustering(cluster.GetValue("SiloPort", 11111), cluster.GetValue("GatewayPort", 30000));
                return;
            }
            var connection = cluster["ConnectionString"] ?? configuration["Journal:ConnectionString"]
                ?? throw new InvalidOperationException("Cluster:ConnectionString 未设置：集群需要 PostgreSQL。");
            silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
            silo.AddAdoNetGrainStorageAsDefault(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
            silo.ConfigureEndpoints(
                IPAddress.Parse(cluster["Address"] ?? "127.0.0.1"),
                cluster.GetValue("SiloPort", 11111),
                cluster.GetValue("GatewayPort", 30000),
                listenOnAnyHostAddress: true);
        });
}
