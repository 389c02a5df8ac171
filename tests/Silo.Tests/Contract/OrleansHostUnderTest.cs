using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;
using PetitionMesh.Embedded.Tests.Contract;
using PetitionMesh.Silo.Hosting;
using PetitionMesh.Tests;

namespace PetitionMesh.Silo.Tests.Contract;

/// <summary>
/// Silos of Microsoft Orleans in this process, called through a client. Timers and reminders follow a clock that the test moves; how
/// long an answer or a call is waited for Orleans measures by the machine's own.
/// </summary>
internal sealed class OrleansHostUnderTest : IHostUnderTest
{
    private const int Steps = 20;

    /// <summary>Orleans' areas with a clock of their own that no test moves: silos watch each other and send messages in real time.</summary>
    private static readonly string[] s_onRealTime = ["Orleans.Membership", "Orleans.SystemTimers", "Orleans.Messaging", "Orleans.GrainDirectory", "Orleans.ActivationManagement"];

    private readonly InProcessTestCluster _cluster;
    private readonly ManualTime _time;

    private OrleansHostUnderTest(InProcessTestCluster cluster, ManualTime time, Signals signals) =>
        (_cluster, _time, Signals) = (cluster, time, signals);

    public IGrainFactory Grains => _cluster.Client;

    public Signals Signals { get; }

    public TimeSpan ResponseTimeout { get; } = TimeSpan.FromSeconds(2);

    public TimeSpan IdleAfter { get; } = TimeSpan.FromSeconds(4);

    public static async Task<OrleansHostUnderTest> StartAsync(short silos)
    {
        var (time, signals) = (new ManualTime(TimeProvider.System.GetUtcNow()), new Signals());
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        var host = new OrleansHostUnderTest(builder.Build(), time, signals);
        builder.ConfigureHost(app =>
        {
            app.Logging.ClearProviders();
            app.Services.CarryEveryException();
        });
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = host.ResponseTimeout));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(time);
            foreach (var area in s_onRealTime)
                silo.Services.AddKeyedSingleton(area, TimeProvider.System);
            silo.Services.AddSingleton(signals);
            silo.AddMemoryGrainStorageAsDefault();
            silo.UseInMemoryReminderService();
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = host.ResponseTimeout);
            silo.Configure<GrainCollectionOptions>(options => (options.CollectionAge, options.CollectionQuantum) = (host.IdleAfter, TimeSpan.FromMilliseconds(500)));
        });
        await host._cluster.DeployAsync();
        return host;
    }

    /// <summary>In steps, because Orleans' own loops set their next timer on another thread after each tick.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var step = 0; step < Steps; step++)
        {
            _time.Advance(span / Steps);
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        if (span < 2 * ResponseTimeout)
            await Task.Delay(span);
    }

    public Task StopAsync() => _cluster.StopAllSilosAsync();

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}
