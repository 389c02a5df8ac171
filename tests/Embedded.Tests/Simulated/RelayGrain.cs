using Orleans;

namespace PetitionMesh.Embedded.Tests.Simulated;

/// <summary>What happened, and on which thread.</summary>
internal sealed class Trace
{
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public List<string> Lines { get; } = [];

    public void Add(string line)
    {
        if (Environment.CurrentManagedThreadId != _thread) throw new InvalidOperationException("Something left the simulation's thread: " + line);
        Lines.Add(line);
    }
}

/// <summary>An internal contract, as this project's are.</summary>
internal interface IRelayGrain : IGrainWithStringKey
{
    Task PassAsync(string ball, int hops);

    Task<int> WaitAsync(string name);
}

internal sealed class RelayGrain(Trace trace, TimeProvider time) : Grain, IRelayGrain
{
    private int _seen;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(() =>
        {
            trace.Add($"{this.GetPrimaryKeyString()} ticks");
            return Task.CompletedTask;
        }, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        return Task.CompletedTask;
    }

    public async Task PassAsync(string ball, int hops)
    {
        var key = this.GetPrimaryKeyString();
        trace.Add($"{key} has {ball} {hops}");
        await Task.Yield();
        if (_seen++ % 3 == 0) await Task.Delay(TimeSpan.FromMilliseconds(700), time);
        if (hops > 0) await GrainFactory.GetGrain<IRelayGrain>("r" + (key[1] - '0' + 1)).PassAsync(ball, hops - 1);
        trace.Add($"{key} is done with {ball}");
    }

    public async Task<int> WaitAsync(string name)
    {
        trace.Add(name + " waits");
        await new TaskCompletionSource().Task;
        return 0;
    }
}
