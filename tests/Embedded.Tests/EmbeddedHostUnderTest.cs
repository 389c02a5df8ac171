using Microsoft.Extensions.DependencyInjection;
using Orleans;
using PetitionMesh.Embedded.Tests.Contract;

namespace PetitionMesh.Embedded.Tests;

/// <summary>The embedded host on the thread pool with a clock that the test moves.</summary>
internal sealed class EmbeddedHostUnderTest : IHostUnderTest
{
    private readonly ServiceProvider _services;

    public EmbeddedHostUnderTest(Action<EmbeddedHostOptions>? configure = null)
    {
        _services = new ServiceCollection()
            .AddSingleton<Signals>()
            .AddSingleton<TimeProvider>(Time)
            .AddEmbeddedGrainHost(options =>
            {
                options.GrainAssemblies.Add(typeof(EmbeddedHostUnderTest).Assembly);
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        Host = _services.GetRequiredService<EmbeddedHost>();
    }

    public ManualTime Time { get; } = new();

    public EmbeddedHost Host { get; }

    public IGrainFactory Grains => Host;

    public Signals Signals => _services.GetRequiredService<Signals>();

    public TimeSpan ResponseTimeout => Host.Options.ResponseTimeout;

    public TimeSpan IdleAfter => Host.Options.IdleAfter;

    public Task PassAsync(TimeSpan span)
    {
        Time.Advance(span);
        return Task.CompletedTask;
    }

    public Task PassAsync(TimeSpan span, string signal)
    {
        Time.Advance(span);
        return Signals.Reached(signal);
    }

    public Task PassIdleAsync(TimeSpan span) => PassAsync(span);

    public Task StopAsync() => Host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
