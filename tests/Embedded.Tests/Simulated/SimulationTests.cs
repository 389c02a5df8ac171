using Orleans.Storage;
using PetitionMesh.Embedded.State;
using PetitionMesh.Embedded.Tests.Contract;

namespace PetitionMesh.Embedded.Tests.Simulated;

/// <summary>Given an executor and a clock, the host is a function of the seed.</summary>
public sealed class SimulationTests
{
    [Fact]
    public void The_same_seed_gives_the_same_interleaving_and_another_seed_another()
    {
        var first = Play(seed: 7);
        Assert.Equal(first, Play(seed: 7));
        Assert.Contains(Enumerable.Range(8, 5).Select(Play), other => !other.SequenceEqual(first));
        Assert.Contains(first, line => line.EndsWith(" ticks", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_runs_on_another_thread_even_below_a_synchronization_context()
    {
        var former = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new ForeignContext());
        try
        {
            var (executor, time, trace) = (new SeededExecutor(3), new ManualTime(), new Trace());
            using var host = new SimulatedHost(executor, time, trace);
            var call = host.Grain<IRelayGrain>("r0").PassAsync("ball", 3);
            while (!call.IsCompleted)
                if (!executor.RunOne()) Assert.True(time.Step());
            Assert.True(call.IsCompletedSuccessfully);
            Assert.Equal(0, executor.Strays);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(former);
        }
    }

    [Fact]
    public void Twelve_seconds_of_virtual_time_after_the_call_it_times_out()
    {
        var (executor, time) = (new SeededExecutor(1), new ManualTime());
        using var host = new SimulatedHost(executor, time, new Trace());
        var begun = time.GetUtcNow();
        executor.Drive(time, async () =>
        {
            await Assert.ThrowsAsync<TimeoutException>(() => host.Grain<IRelayGrain>("r0").WaitAsync("one"));
            Assert.InRange(time.GetUtcNow() - begun, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(13));
        });
    }

    [Fact]
    public void A_crash_is_a_thrown_away_queue_and_leaves_no_timer_behind()
    {
        var (executor, time, trace) = (new SeededExecutor(5), new ManualTime(), new Trace());
        using var host = new SimulatedHost(executor, time, trace);
        var calls = Enumerable.Range(0, 4).Select(i => host.Grain<IRelayGrain>("r0").PassAsync("ball" + i, 3)).ToArray();
        for (var i = 0; i < 25; i++) executor.RunOne();
        var before = trace.Lines.Count;
        executor.ThrowAway();
        host.Host.Dispose();
        while (time.Step() || executor.RunOne()) { }
        Assert.Equal(before, trace.Lines.Count);
        Assert.Contains(calls, call => !call.IsCompleted);
    }

    [Fact]
    public void Two_hosts_over_one_storage_have_a_grain_twice_and_the_later_writer_learns_it()
    {
        var (executor, time, trace, storage) = (new SeededExecutor(2), new ManualTime(), new Trace(), new MemoryGrainStorage());
        using var one = new SimulatedHost(executor, time, trace, storage);
        using var other = new SimulatedHost(executor, time, trace, storage);
        executor.Drive(time, async () =>
        {
            Assert.Equal(0, await one.Grain<IPurseGrain>("p").CoinsAsync());
            Assert.Equal(4, await other.Grain<IPurseGrain>("p").AddAsync(4));
            await Assert.ThrowsAsync<InconsistentStateException>(() => one.Grain<IPurseGrain>("p").AddAsync(1));
            // The outdated activation was dropped with its state.
            Assert.Equal(5, await one.Grain<IPurseGrain>("p").AddAsync(1));
        });
    }

    [Fact]
    public void A_stop_completes_on_the_executor_too()
    {
        var (executor, time, trace) = (new SeededExecutor(4), new ManualTime(), new Trace());
        using var host = new SimulatedHost(executor, time, trace);
        executor.Drive(time, async () =>
        {
            await host.Grain<IPurseGrain>("p").AddAsync(1);
            await host.Host.StopAsync(CancellationToken.None);
            Assert.All(host.Host.Figures().Classes, figures => Assert.Equal(0, figures.Activations));
        });
        Assert.Equal(0, executor.Strays);
    }

    private static List<string> Play(int seed)
    {
        var (executor, time, trace) = (new SeededExecutor(seed), new ManualTime(), new Trace());
        using var host = new SimulatedHost(executor, time, trace);
        executor.Drive(time, async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => host.Grain<IRelayGrain>("r0").PassAsync("ball" + i, 4)));
        });
        Assert.Equal(0, executor.Strays);
        return trace.Lines;
    }

    /// <summary>Posts to the thread pool; awaits ignore a context of the base type itself.</summary>
    private sealed class ForeignContext : SynchronizationContext;
}
