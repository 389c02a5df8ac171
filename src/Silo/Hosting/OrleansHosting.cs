using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Messaging;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Cluster;

namespace PetitionMesh.Silo.Hosting;

/// <summary>Runs the grains on Microsoft Orleans: one silo in this process, one of several on PostgreSQL, or a client of those.</summary>
internal static class GrainHosting
{
    private const string Invariant = "Npgsql";

    public static void AddGrainHost(this IServiceCollection services, IConfiguration configuration)
    {
        var cluster = configuration.GetSection(ClusterSettings.Section).Get<ClusterSettings>() ?? new ClusterSettings();
        if (cluster.Problem() is { } problem)
            throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), [problem]);
        if (cluster.Mode == ClusterMode.Single)
        {
            services.AddOrleans(silo => AddSingleSilo(silo, cluster));
            return;
        }

        var database = DatabaseOf(cluster, configuration);
        services.PostConfigure<JournalOptions>(journal => journal.SingleProcess = false);
        services.AddHostedService(provider =>
            new OrleansTables(database, cluster.Migrate, provider.GetRequiredService<ILogger<OrleansTables>>()));
        if (cluster.Mode == ClusterMode.Silo)
            services.AddOrleans(silo => AddSilo(silo, cluster, database));
        else
            services.AddOrleansClient(client => AddClient(client, cluster, database));
    }

    private static string DatabaseOf(ClusterSettings cluster, IConfiguration configuration)
    {
        if (!string.Equals(configuration["Journal:Provider"], nameof(JournalProvider.Postgres), StringComparison.OrdinalIgnoreCase))
            throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), [$"Cluster:Mode={cluster.Mode} 需要各进程共用的日志：请设 Journal:Provider=Postgres 和 Journal:ConnectionString。"]);
        return (string.IsNullOrWhiteSpace(cluster.ConnectionString) ? configuration["Journal:ConnectionString"] : cluster.ConnectionString)
            ?? throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), ["Cluster:ConnectionString 和 Journal:ConnectionString 都未设置：集群需要 PostgreSQL。"]);
    }

    private static void AddSingleSilo(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort, serviceId: cluster.Service, clusterId: cluster.Id);
        silo.UseInMemoryReminderService();
        Tune(silo, cluster);
    }

    private static void AddSilo(ISiloBuilder silo, ClusterSettings cluster, string database)
    {
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.Service));
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, database));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, database));
        silo.AddAdoNetGrainStorageAsDefault(options => (options.Invariant, options.ConnectionString) = (Invariant, database));
        var address = IPAddress.Parse(cluster.Address);
        silo.ConfigureEndpoints(address, cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = cluster.Probe;
            options.IAmAliveTablePublishTimeout = cluster.Alive;
            options.DefunctSiloExpiration = cluster.ForgetDeadAfter;
        });
        Tune(silo, cluster);
    }

    private static void AddClient(IClientBuilder client, ClusterSettings cluster, string database)
    {
        client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.Service));
        client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, database));
        client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = cluster.CallTimeout);
        client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = cluster.Alive);
        client.Services.AddSingleton<IClientConnectionRetryFilter, KeepConnecting>();
    }

    private static void Tune(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = cluster.CallTimeout);
        silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = cluster.IdleAfter);
    }
}
