using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace PetitionMesh.Embedded.Tests.Contract;

public interface IProbeGrain : IGrainWithStringKey
{
    Task<string> KeyAsync();

    Task<int> ActivationNumberAsync();

    /// <summary>Notes "name begins", waits for the signal "name may end", notes "name ends".</summary>
    Task StepAsync(string name);

    [ReadOnly]
    Task ReadStepAsync(string name);

    [AlwaysInterleave]
    Task<string> InterleaveAsync();

    Task<bool> StaysOnSchedulerAsync();

    Task<int> CountWithManyAwaitsAsync(int awaits);

    Task CallAsync(string otherKey, string backKey);

    Task FailAsync(string message);

    Task FailLaterAsync(string message);

    Task FailBecauseAsync(string message, string why);

    Task EndAsync();

    Task EndAfterAsync(string name);

    Task TickAsync(TimeSpan due, TimeSpan period, string name);

    Task BlockingTickAsync(TimeSpan due, string name, bool interleave);

    Task<ValueTuple> NothingAsync();

    ValueTask<int> SumAsync(int a, long b, string c, DateTimeOffset d, Guid? e, byte f, short g);

    ValueTask PlainAsync();
}

/// <summary>An exception like a database driver's: nobody has told any host how to carry it.</summary>
public sealed class NowhereKnownException(string message) : Exception(message);

public sealed class ProbeGrain(Signals signals) : Grain, IProbeGrain
{
    private static int s_activations;
    private readonly int _number = Interlocked.Increment(ref s_activations);
    private int _count;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        signals.Note($"{this.GetPrimaryKeyString()} activates");
        if (this.GetPrimaryKeyString().StartsWith("slow", StringComparison.Ordinal)) await signals.Until("activation may end");
        if (this.GetPrimaryKeyString().StartsWith("broken", StringComparison.Ordinal) && !signals.Notes.Contains("repaired"))
            throw new InvalidDataException("cannot begin");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note($"{this.GetPrimaryKeyString()} deactivates {reason.ReasonCode}");
        if (this.GetPrimaryKeyString().StartsWith("lingering", StringComparison.Ordinal)) await signals.Until("deactivation may end");
    }

    public Task<string> KeyAsync() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<int> ActivationNumberAsync() => Task.FromResult(_number);

    public async Task StepAsync(string name)
    {
        signals.Note(name + " begins");
        await signals.Until(name + " may end");
        signals.Note(name + " ends");
    }

    public Task ReadStepAsync(string name) => StepAsync(name);

    public Task<string> InterleaveAsync() => Task.FromResult("in between");

    public async Task<bool> StaysOnSchedulerAsync()
    {
        var mine = TaskScheduler.Current;
        await Task.Yield();
        var afterYield = TaskScheduler.Current == mine;
        await Task.Run(() => Environment.CurrentManagedThreadId);
        var afterPool = TaskScheduler.Current == mine;
        var nested = await Task.Factory.StartNew(() => TaskScheduler.Current == mine);
        return mine != TaskScheduler.Default && afterYield && afterPool && nested;
    }

    /// <summary>Without locks: a second thread in this activation would lose counts.</summary>
    public async Task<int> CountWithManyAwaitsAsync(int awaits)
    {
        await Task.WhenAll(Enumerable.Range(0, awaits).Select(async _ =>
        {
            await Task.Yield();
            var seen = _count;
            Thread.SpinWait(20);
            _count = seen + 1;
        }));
        return _count;
    }

    public async Task CallAsync(string otherKey, string backKey)
    {
        signals.Note($"{this.GetPrimaryKeyString()} calls {otherKey}");
        var other = GrainFactory.GetGrain<IProbeGrain>(otherKey);
        try
        {
            if (backKey.Length > 0) await other.CallAsync(backKey, "");
            else await other.KeyAsync();
        }
        finally
        {
            signals.Note($"{this.GetPrimaryKeyString()} is back from {otherKey}");
        }
    }

    public Task FailAsync(string message) => throw new InvalidDataException(message);

    public async Task FailLaterAsync(string message)
    {
        await Task.Yield();
        throw new InvalidDataException(message);
    }

    public Task FailBecauseAsync(string message, string why) => throw new InvalidDataException(message, new NowhereKnownException(why));

    public Task EndAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task EndAfterAsync(string name)
    {
        DeactivateOnIdle();
        await StepAsync(name);
    }

    public Task TickAsync(TimeSpan due, TimeSpan period, string name)
    {
        var ticks = 0;
        this.RegisterGrainTimer(() =>
        {
            signals.Note($"{name} {++ticks}");
            return Task.CompletedTask;
        }, due, period);
        return Task.CompletedTask;
    }

    public Task BlockingTickAsync(TimeSpan due, string name, bool interleave)
    {
        this.RegisterGrainTimer(
            (state, _) => StepAsync(state), name, new() { DueTime = due, Period = Timeout.InfiniteTimeSpan, Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task<ValueTuple> NothingAsync() => Task.FromResult(default(ValueTuple));

    public ValueTask<int> SumAsync(int a, long b, string c, DateTimeOffset d, Guid? e, byte f, short g) =>
        new((int)(a + b + c.Length + d.Year + (e is null ? 0 : 1) + f + g));

    public ValueTask PlainAsync() => default;
}

[GenerateSerializer, Immutable]
public sealed record Sealed([property: Id(0)] string Text, [property: Id(1)] ImmutableArray<int> Numbers);

[GenerateSerializer]
public sealed record Mixed([property: Id(0)] List<string> Names)
{
    [Id(1)]
    public Dictionary<string, int[]> Table { get; set; } = [];
}

public interface IKeepingGrain : IGrainWithStringKey
{
    Task<Sealed> SameSealedAsync(Sealed value);

    Task KeepAsync(List<int> numbers, Mixed mixed, byte[] bytes);

    Task<Mixed> MixedAsync();

    Task<IReadOnlyList<int>> NumbersAsync();

    Task<byte[]> BytesAsync();

    Task SpoilAsync();
}

public sealed class KeepingGrain : Grain, IKeepingGrain
{
    private List<int> _numbers = [];
    private Mixed _mixed = new([]);
    private byte[] _bytes = [];

    public Task<Sealed> SameSealedAsync(Sealed value) => Task.FromResult(value);

    public Task KeepAsync(List<int> numbers, Mixed mixed, byte[] bytes)
    {
        (_numbers, _mixed, _bytes) = (numbers, mixed, bytes);
        return Task.CompletedTask;
    }

    public Task<Mixed> MixedAsync() => Task.FromResult(_mixed);

    public Task<IReadOnlyList<int>> NumbersAsync() => Task.FromResult<IReadOnlyList<int>>(_numbers);

    public Task<byte[]> BytesAsync() => Task.FromResult(_bytes);

    public Task SpoilAsync()
    {
        _numbers.Add(-1);
        _mixed.Names.Add("spoilt");
        _bytes[0] = 255;
        return Task.CompletedTask;
    }
}

[GenerateSerializer]
public sealed class Purse
{
    [Id(0)]
    public int Coins { get; set; }
}

public interface IPurseGrain : IGrainWithStringKey
{
    Task<int> AddAsync(int coins);

    Task<int> CoinsAsync();

    /// <summary>Changes the state without writing it.</summary>
    Task LoseAsync();

    Task ClearAsync();

    Task EndAsync();
}

public sealed class PurseGrain([PersistentState("purse")] IPersistentState<Purse> purse) : Grain, IPurseGrain
{
    public async Task<int> AddAsync(int coins)
    {
        purse.State.Coins += coins;
        await purse.WriteStateAsync();
        return purse.State.Coins;
    }

    public Task<int> CoinsAsync() => Task.FromResult(purse.State.Coins);

    public Task LoseAsync()
    {
        purse.State.Coins = 0;
        return Task.CompletedTask;
    }

    public Task ClearAsync() => purse.ClearStateAsync();

    public Task EndAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public interface IBellGrain : IGrainWithStringKey
{
    Task RemindAsync(string name, TimeSpan due, TimeSpan period);

    Task<bool> HasAsync(string name);

    Task StopAsync(string name);

    Task EndAsync();
}

public sealed class BellGrain(Signals signals) : Grain, IBellGrain, IRemindable
{

    public Task RemindAsync(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task<bool> HasAsync(string name) => await this.GetReminder(name) is not null;

    public async Task StopAsync(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public Task EndAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        signals.Note($"{reminderName} rings {(status.CurrentTickTime - status.FirstTickTime).TotalMinutes:0}");
        return Task.CompletedTask;
    }
}
