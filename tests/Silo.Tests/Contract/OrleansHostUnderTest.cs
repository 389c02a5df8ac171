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

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan s_betweenCollections = TimeSpan.FromMilliseconds(500);

    /// <summary>Orleans' areas with a clock of their own that no test moves: silos watch each other and send messages in real time.</summary>
    private static readonly string[] s_onRealTime = ["Orleans.Membership", "Orleans.SystemTimers", "Orleans.Messaging", "Orleans.GrainDirectory", "Orleans.ActivationManagement"];

    private readonly InProcessTestCluster _cluster;
    private readonly ManualTime _time;
    private CollectorRounds? _rounds;

    private OrleansHostUnderTest(InProcessTestCluster cluster, ManualTime time, Signals signals) =>
        (_cluster, _time, Signals) = (cluster, time, signals);

    public IGrainFactory Grains => _cluster.Client;

    public Signals Signals { get; }

    /// <summary>By the machine's clock, so longer than a call takes where others keep its cores busy.</summary>
    public TimeSpan ResponseTimeout { get; } = TimeSpan.FromSeconds(6);

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
            silo.Configure<GrainCollectionOptions>(options => (options.CollectionAge, options.CollectionQuantum) = (host.IdleAfter, s_betweenCollections));
        });
        await host._cluster.DeployAsync();
        return host;
    }

    /// <summary>
    /// In steps, because Orleans' own loops set their next timer on another thread after each tick. Each step ends with a call through
    /// a grain and through the reminder service, of whichever silos keep them: what a step set going has had its turn before the next.
    /// </summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var step = 0; step < Steps; step++)
        {
            _time.Advance(span / Steps);
            await Grains.GetGrain<IBellGrain>($"passing {step}").HasAsync("nothing");
        }
    }

    /// <summary>Waits before for the timer that is to fire, after for what it does.</summary>
    public async Task PassAsync(TimeSpan span, string signal)
    {
        await _time.ArmedAsync(span).WaitAsync(s_patience);
        _time.Advance(span);
        await Signals.Reached(signal);
    }

    /// <summary>Orleans tells it by the machine's clock, so by that its collectors must have come round often enough.</summary>
    public Task PassIdleAsync(TimeSpan span)
    {
        _rounds ??= new CollectorRounds(_cluster.Silos.Select(silo => silo.ServiceProvider));
        return _rounds.PassAsync((int)Math.Ceiling(span / s_betweenCollections)).WaitAsync(s_patience);
    }

    public Task StopAsync() => _cluster.StopAllSilosAsync();

    public async ValueTask DisposeAsync()
    {
        _rounds?.Dispose();
        await _cluster.DisposeAsync();
    }
}
