using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Storage;

namespace PetitionMesh.Embedded.Tests.Simulated;

/// <summary>A host of which every step is decided by a seed.</summary>
internal sealed class SimulatedHost : IDisposable
{
    private readonly ServiceProvider _services;

    public SimulatedHost(SeededExecutor executor, ManualTime time, Trace trace, IGrainStorage? storage = null)
    {
        var services = new ServiceCollection().AddSingleton(trace).AddSingleton<TimeProvider>(time).AddSingleton<Contract.Signals>();
        if (storage is not null) services.AddSingleton(storage);
        _services = services.BuildServiceProvider();
        Host = new EmbeddedHost(
            _services, new EmbeddedHostOptions { Executor = executor, Time = time, StepsPerSlice = 1 }, typeof(SimulatedHost).Assembly);
    }

    public EmbeddedHost Host { get; }

    public T Grain<T>(string key) where T : IGrainWithStringKey => Host.GetGrain<T>(key);

    public void Dispose()
    {
        Host.Dispose();
        _services.Dispose();
    }
}
