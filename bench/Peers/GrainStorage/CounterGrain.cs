using Orleans;
using Orleans.Runtime;

namespace PetitionMesh.Peers.GrainStorage;

[GenerateSerializer]
internal sealed class CounterState
{
    [Id(0)]
    public long Receptions { get; set; }

    [Id(1)]
    public long First { get; set; }
}

/// <summary>
/// Counts in memory and writes once a second: a write per reception would make every court wait for one row. A crash loses up to a
/// second of counts, which the gateway's never do; so this peer is given more than it promises.
/// </summary>
internal sealed class CounterGrain([PersistentState("counter")] IPersistentState<CounterState> counter) : Grain, ICounterGrain
{
    private bool _changed;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(WriteAsync, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    public Task CountAsync(bool first)
    {
        counter.State.Receptions++;
        counter.State.First += first ? 1 : 0;
        _changed = true;
        return Task.CompletedTask;
    }

    public Task<(long Receptions, long First)> ReadAsync() => Task.FromResult((counter.State.Receptions, counter.State.First));

    private async Task WriteAsync()
    {
        if (!_changed)
            return;
        _changed = false;
        await counter.WriteStateAsync();
    }
}
