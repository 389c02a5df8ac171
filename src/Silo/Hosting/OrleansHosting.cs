using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Hosting;
using Orleans.Providers;
using Orleans.Serialization;
using Orleans.Storage;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Cluster;

namespace PetitionMesh.Silo.Hosting;

/// <summary>Runs the grains on Microsoft Orleans: one silo in this process, one of several on PostgreSQL, or a client of those.</summary>
public static class GrainHosting
{
    private const string Invariant = "Npgsql";

    internal static void AddGrainHost(this IServiceCollection services, IConfiguration configuration)
    {
        var cluster = configuration.GetSection(ClusterSettings.Section).Get<ClusterSettings>() ?? new ClusterSettings();
        if (cluster.Problem() is { } problem)
            throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), [problem]);
        services.CarryEveryException();
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

    /// <summary>
    /// A journal that does not answer says so with the database's own failure inside. Orleans carries only exceptions of few namespaces
    /// and would tell the caller of a missing codec instead: 500, a defect, where 503, try again, is the truth.
    /// </summary>
    internal static void CarryEveryException(this IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(options => options.SupportedExceptionTypeFilter = _ => true);

    /// <summary>
    /// Orleans' dashboard, for whoever fits the policy. Traces are off and grain state is refused: both could show a person.
    /// </summary>
    /// <returns>False where this host has none of its own.</returns>
    public static bool MapGrainDashboard(this IEndpointRouteBuilder routes, string path, string policy)
    {
        routes.MapOrleansDashboard(path)
            .RequireAuthorization(policy)
            .ExcludeFromDescription()
            .AddEndpointFilter(async (call, next) => call.HttpContext.Request.Path.Value!.EndsWith("/GrainState", StringComparison.OrdinalIgnoreCase)
                ? Results.Problem(statusCode: StatusCodes.Status403Forbidden, type: "/problems/forbidden", title: "无权访问", detail: "状态可能含有个人信息，面板不提供查看；请使用业务界面，查看会留痕。")
                : await next(call));
        return true;
    }

    /// <summary>What the grains of this process have done; null, because the dashboard of this host shows it.</summary>
    public static GrainFigures? Figures(IServiceProvider services) => null;

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
        silo.AddAdoNetGrainStorageAsDefault(options => options.Configure<Serializer>((storage, serializer) =>
        {
            (storage.Invariant, storage.ConnectionString) = (Invariant, database);
            storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer); // Bytes stay bytes; the JSON it starts with writes them as text.
        }));
        silo.Services.AddSingleton<ISnapshots>(provider => new StorageSnapshots(
            provider.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME), provider.GetRequiredService<ILogger<StorageSnapshots>>()));
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
        client.AddDashboard(options => options.HideTrace = true);
        client.Services.AddSingleton<IClientConnectionRetryFilter, KeepConnecting>();
    }

    private static void Tune(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.AddDashboard(options => options.HideTrace = true);
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = cluster.CallTimeout);
        silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = cluster.IdleAfter);
    }
}
