using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Xunit.Abstractions;

namespace PetitionMesh.Embedded.Tests;

/// <summary>
/// Figures, not checks: run with PETITIONMESH_MEASURE=1 and -c Release on a quiet machine. Callers are outside any grain, and the
/// method called calls a second grain, as a look-up through the gateway does.
/// </summary>
public sealed class Measurements(ITestOutputHelper output)
{
    private static readonly bool s_isAsked = Environment.GetEnvironmentVariable("PETITIONMESH_MEASURE") == "1";

    [SkippableTheory]
    [InlineData(1, 150_000, false), InlineData(64, 600_000, false), InlineData(1, 100_000, true), InlineData(64, 400_000, true)]
    public async Task Calls_per_second(int callers, int calls, bool twoGrains)
    {
        Skip.IfNot(s_isAsked);
        using var services = Services();
        var host = services.GetRequiredService<EmbeddedHost>();
        await LoadAsync(host, callers, calls / 4, twoGrains);
        var rates = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            await LoadAsync(host, callers, calls, twoGrains);
            rates.Add(calls / watch.Elapsed.TotalSeconds);
            output.WriteLine($"{callers} callers, {(twoGrains ? 2 : 1)} grain calls each: {rates[^1]:N0}/s, {(GC.GetTotalAllocatedBytes() - allocated) / calls} bytes allocated each");
        }
    }

    [SkippableFact]
    public async Task Bytes_per_idle_activation()
    {
        Skip.IfNot(s_isAsked);
        using var services = Services();
        var host = services.GetRequiredService<EmbeddedHost>();
        const int Count = 100_000;
        var keys = Enumerable.Range(0, Count).Select(i => i.ToString("D8", null)).ToArray();
        await host.GetGrain<ICounterGrain>("warm").NextAsync(0);
        var before = GC.GetTotalMemory(true);
        await Task.WhenAll(keys.Select(key => host.GetGrain<ICounterGrain>(key).NextAsync(1)));
        var after = GC.GetTotalMemory(true);
        output.WriteLine($"{(after - before) / Count} bytes per idle activation, with a grain of {IntPtr.Size * 3 + 8} bytes, without its key");
        var watch = Stopwatch.StartNew();
        var figures = host.Figures();
        output.WriteLine($"{figures.Classes.Single(c => c.Grain == "counter").Activations} activations, figures read in {watch.Elapsed.TotalMilliseconds:0.0} ms");
        watch.Restart();
        await host.StopAsync(CancellationToken.None);
        output.WriteLine($"all ended in {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    private static ServiceProvider Services() => new ServiceCollection()
        .AddSingleton<Contract.Signals>()
        .AddEmbeddedGrainHost(options => options.GrainAssemblies.Add(typeof(Measurements).Assembly))
        .BuildServiceProvider();

    private static async Task LoadAsync(EmbeddedHost host, int callers, int calls, bool twoGrains)
    {
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < calls / callers; i++)
            {
                var grain = host.GetGrain<ICounterGrain>(s_keys[(caller * 997 + i) % s_keys.Length]);
                if (twoGrains) await grain.ThroughAsync(s_keys[(caller * 997 + i + 1) % s_keys.Length]);
                else await grain.NextAsync(i);
            }
        })));
    }

    private static readonly string[] s_keys = [.. Enumerable.Range(0, 10_000).Select(i => "c" + i)];
}

internal interface ICounterGrain : IGrainWithStringKey
{
    Task<int> NextAsync(int by);

    [Orleans.Concurrency.ReadOnly]
    Task<int> ThroughAsync(string other);
}

internal sealed class CounterGrain : Grain, ICounterGrain
{
    private int _count;

    public Task<int> NextAsync(int by) => Task.FromResult(_count += by);

    public async Task<int> ThroughAsync(string other) => await GrainFactory.GetGrain<ICounterGrain>(other).NextAsync(1) + _count;
}
