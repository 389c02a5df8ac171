using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using PetitionMesh.Embedded.Tests.Contract;

namespace PetitionMesh.Embedded.Tests;

/// <summary>What only this host promises: its bounds, its refusals, its figures.</summary>
public sealed class EmbeddedHostTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_call_beyond_the_queue_bound_is_refused_and_those_within_are_answered()
    {
        await using var host = new EmbeddedHostUnderTest(options => options.MaxQueuedCalls = 3);
        var probe = host.Grains.GetGrain<IProbeGrain>("a");
        var running = probe.StepAsync("running");
        await host.Signals.Reached("running begins");
        var waiting = Enumerable.Range(0, 3).Select(_ => probe.KeyAsync()).ToArray();
        await Assert.ThrowsAsync<LimitExceededException>(() => probe.KeyAsync());
        host.Signals.Reach("running may end");
        await Task.WhenAll([running, .. waiting]).WaitAsync(s_patience);
    }

    [Fact]
    public async Task A_call_that_timed_out_in_line_is_not_run_any_more()
    {
        await using var host = new EmbeddedHostUnderTest();
        var probe = host.Grains.GetGrain<IProbeGrain>("a");
        var running = probe.StepAsync("running");
        await host.Signals.Reached("running begins");
        var expired = probe.StepAsync("expired");
        host.Time.Advance(TimeSpan.FromSeconds(13));
        await Assert.ThrowsAsync<TimeoutException>(() => expired);
        await Assert.ThrowsAsync<TimeoutException>(() => running);
        host.Signals.Reach("running may end");
        Assert.Equal("a", await probe.KeyAsync().WaitAsync(s_patience));
        Assert.DoesNotContain("expired begins", host.Signals.Notes);
        Assert.Equal(2, host.Host.Figures().Methods.Sum(method => method.Timeouts));
    }

    [Fact]
    public async Task No_call_times_out_early()
    {
        await using var host = new EmbeddedHostUnderTest();
        var running = host.Grains.GetGrain<IProbeGrain>("a").StepAsync("running");
        await host.Signals.Reached("running begins");
        host.Time.Advance(TimeSpan.FromSeconds(11.9));
        Assert.False(running.IsCompleted);
        host.Signals.Reach("running may end");
        await running.WaitAsync(s_patience);
    }

    [Fact]
    public async Task A_deactivation_that_hangs_is_left_behind_after_its_bound()
    {
        await using var host = new EmbeddedHostUnderTest(options => options.ResponseTimeout = TimeSpan.FromDays(100));
        var probe = host.Grains.GetGrain<IProbeGrain>("lingering");
        var before = await probe.ActivationNumberAsync();
        await probe.EndAsync();
        await host.Signals.Reached("lingering deactivates ApplicationRequested");
        var next = probe.ActivationNumberAsync();
        while (!next.IsCompleted)
        {
            // The bound's timer is set a moment after the grain's note, so the clock may have to move twice.
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.NotEqual(before, await next);
    }

    [Fact]
    public async Task A_stopped_host_begins_no_activation()
    {
        await using var host = new EmbeddedHostUnderTest();
        await host.StopAsync();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => host.Grains.GetGrain<IProbeGrain>("a").KeyAsync());
    }

    [Fact]
    public async Task Delayed_deactivation_outlasts_idleness()
    {
        await using var host = new EmbeddedHostUnderTest();
        var grain = host.Grains.GetGrain<ITenantGrain>("t");
        await grain.StayAsync(TimeSpan.FromHours(1));
        host.Time.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(1, Activations(host, "tenant"));
        host.Time.Advance(TimeSpan.FromMinutes(30));
        await Gone(host, "tenant");
    }

    [Fact]
    public async Task The_callers_ambient_values_do_not_reach_the_grain()
    {
        await using var host = new EmbeddedHostUnderTest();
        TenantGrain.Ambient.Value = "the caller's";
        Assert.Null(await host.Grains.GetGrain<ITenantGrain>("t").AmbientAsync());
    }

    [Fact]
    public async Task A_contract_that_cannot_be_isolated_is_refused_at_GetGrain_with_its_method()
    {
        await using var host = new EmbeddedHostUnderTest();
        var refusal = Assert.Throws<NotSupportedException>(() => host.Grains.GetGrain<IDelegatingGrain>("x"));
        Assert.Contains("IDelegatingGrain.RunAsync", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("delegate", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => host.Grains.GetGrain<ISynchronousGrain>("x"));
        Assert.Throws<ArgumentException>(() => host.Grains.GetGrain<IOrphanGrain>("x"));
    }

    [Fact]
    public async Task An_immutable_argument_is_the_same_object_and_a_mutable_one_is_not()
    {
        await using var host = new EmbeddedHostUnderTest();
        var value = new Sealed("s", [1]);
        Assert.Same(value, await host.Grains.GetGrain<IKeepingGrain>("k").SameSealedAsync(value));
    }

    [Fact]
    public async Task Missing_named_storage_is_an_error_not_memory()
    {
        await using var host = new EmbeddedHostUnderTest();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Grains.GetGrain<IVaultGrain>("v").OpenAsync());
        Assert.Contains("vault-storage", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_count_activations_calls_failures_and_latencies()
    {
        await using var host = new EmbeddedHostUnderTest();
        var before = host.Host.Figures();
        for (var i = 0; i < 5; i++) await host.Grains.GetGrain<IProbeGrain>("p" + i).KeyAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => host.Grains.GetGrain<IProbeGrain>("p0").FailAsync("no"));
        var slow = host.Grains.GetGrain<IProbeGrain>("p1").StepAsync("slow");
        await host.Signals.Reached("slow begins");
        host.Time.Advance(TimeSpan.FromSeconds(2));
        host.Signals.Reach("slow may end");
        await slow;
        var figures = host.Host.Figures().Since(before);
        Assert.Equal(5, figures.Classes.Single(c => c.Grain == "probe").Activations);
        Assert.Equal(5, figures.Methods.Single(m => m.Method == "KeyAsync").Calls);
        Assert.Equal(1, figures.Methods.Single(m => m.Method == "FailAsync").Failures);
        var step = figures.Methods.Single(m => m.Method == "StepAsync");
        Assert.Equal(2_000_000, step.MeanLatency);
        Assert.InRange(step.LatencyAt(0.99), 2_000_000, 2_500_000);
        Assert.Equal(3.5, figures.CallsPerSecond);
    }

    [Fact]
    public async Task Neither_calls_nor_idle_grains_leave_timers_armed_for_good()
    {
        await using var host = new EmbeddedHostUnderTest();
        await host.Grains.GetGrain<IProbeGrain>("a").KeyAsync();
        host.Time.Advance(TimeSpan.FromMinutes(20));
        await Gone(host, "probe");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, host.Time.ArmedTimers);
    }

    [Fact]
    public async Task Many_callers_of_few_grains_lose_and_double_nothing()
    {
        await using var host = new EmbeddedHostUnderTest(options => options.StepsPerSlice = 3);
        var grains = Enumerable.Range(0, 4).Select(i => host.Grains.GetGrain<IPurseGrain>("p" + i)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
            {
                await grains[(caller + i) % 4].AddAsync(1);
                if (i % 50 == 0) await grains[(caller + i) % 4].EndAsync();
            }
        })));
        var coins = await Task.WhenAll(grains.Select(grain => grain.CoinsAsync()));
        Assert.Equal(16 * 250, coins.Sum());
    }

    private static int Activations(EmbeddedHostUnderTest host, string kind) =>
        host.Host.Figures().Classes.Single(c => c.Grain == kind).Activations;

    private static async Task Gone(EmbeddedHostUnderTest host, string kind)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (Activations(host, kind) > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

public interface ITenantGrain : IGrainWithStringKey
{
    Task StayAsync(TimeSpan span);

    Task<string?> AmbientAsync();
}

public sealed class TenantGrain : Grain, ITenantGrain
{
    public static AsyncLocal<string?> Ambient { get; } = new();

    public Task StayAsync(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }

    public Task<string?> AmbientAsync() => Task.FromResult(Ambient.Value);
}

public interface IDelegatingGrain : IGrainWithStringKey
{
    Task RunAsync(Func<int> work);
}

public sealed class DelegatingGrain : Grain, IDelegatingGrain
{
    public Task RunAsync(Func<int> work) => Task.CompletedTask;
}

public interface ISynchronousGrain : IGrainWithStringKey
{
    int Now();
}

public sealed class SynchronousGrain : Grain, ISynchronousGrain
{
    public int Now() => 0;
}

public interface IOrphanGrain : IGrainWithStringKey;

public interface IVaultGrain : IGrainWithStringKey
{
    Task OpenAsync();
}

public sealed class VaultGrain([PersistentState("vault", "vault-storage")] IPersistentState<Purse> purse) : Grain, IVaultGrain
{
    public Task OpenAsync() => Task.FromResult(purse.State.Coins);
}
