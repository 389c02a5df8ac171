using Orleans;
using PetitionMesh.Embedded.Hosting;

namespace PetitionMesh.Embedded.Activations;

/// <summary>Begin and end. Both run as work of the activation itself, so nothing of the grain runs beside them.</summary>
internal sealed partial class Activation
{
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        bool pump;
        lock (this)
        {
            if (_stage >= Stage.Ending) return;
            (_extras ??= new Extras()).Reason = deactivationReason;
            // While activating, the end is remembered and follows at once.
            if (_stage == Stage.Valid) _stage = Stage.Ending;
            else _extras.EndsAfterBegin = true;
            pump = ClaimPump();
        }
        if (pump) Host.Execute(this);
    }

    /// <summary>Asks for the end and completes when it has come.</summary>
    internal Task EndAsync(DeactivationReason reason)
    {
        Task ended;
        lock (this)
        {
            if (_stage == Stage.Dead) return Task.CompletedTask;
            _extras ??= new Extras();
            _extras.Ended ??= new TaskCompletionSource(Host.AnswerOptions);
            ended = _extras.Ended.Task;
        }
        Deactivate(reason);
        return ended;
    }

    /// <summary>Ends the activation if it has been idle for so long. Asked by the host's sweep.</summary>
    internal bool IsIdle(long now, DateTimeOffset clock, TimeSpan span)
    {
        lock (this)
        {
            return _stage == Stage.Valid && IsQuiet && _waiting.Count == 0 && _continuation is null
                && Host.Time.GetElapsedTime(_idleSince, now) >= span
                && (_extras?.KeepUntil is not { } until || until <= clock);
        }
    }

    private async Task ActivateAsync()
    {
        try
        {
            var grain = grainClass.Create(this, out var records);
            foreach (var record in records) await record.ReadStateAsync();
            await grain.OnActivateAsync(Host.Aborted);
            lock (this)
            {
                _grain = grain;
                _idleSince = Host.Time.GetTimestamp();
                _stage = _extras is { EndsAfterBegin: true } ? Stage.Ending : Stage.Valid;
            }
        }
#pragma warning disable CA1031 // Whatever a constructor, a storage or OnActivateAsync throws is the answer to the waiting calls.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            StopTimers();
            for (var turn = Bury(); turn is not null;)
            {
                var behind = turn.Behind;
                turn.Fail(failure);
                turn = behind;
            }
        }
    }

    private async Task DeactivateAsync()
    {
        StopTimers();
        try
        {
            await OnDeactivateAsync();
            await DisposeGrainAsync();
        }
#pragma warning disable CA1031 // The end cannot be refused: it is logged and the activation goes.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            HostLog.DeactivationFailed(Host.Log, failure, grainClass.Name);
        }
        for (var turn = Bury(); turn is not null;)
        {
            var behind = turn.Behind;
            turn.Reroute(grainClass, key);
            turn = behind;
        }
    }

    private async Task OnDeactivateAsync()
    {
        using var bound = new CancellationTokenSource();
        var ending = _grain!.OnDeactivateAsync(_extras!.Reason, bound.Token);
        if (ending.IsCompleted)
        {
            await ending;
            return;
        }
        try
        {
            await ending.WaitAsync(Host.Options.DeactivationTimeout, Host.Time);
        }
        catch (TimeoutException) when (!ending.IsCompleted)
        {
            // The grain is told, and left behind: its key must become callable again. Not CancelAsync, which takes the thread pool.
#pragma warning disable CA1849
            bound.Cancel();
#pragma warning restore CA1849
            HostLog.DeactivationAbandoned(Host.Log, grainClass.Name, Host.Options.DeactivationTimeout);
        }
    }

    private ValueTask DisposeGrainAsync()
    {
        if (_grain is IAsyncDisposable later) return later.DisposeAsync();
        (_grain as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes the activation out of the directory and returns the turns that still waited.</summary>
    private Turn? Bury()
    {
        Turn? waiting;
        TaskCompletionSource? ended;
        lock (this)
        {
            _stage = Stage.Dead;
            waiting = _waiting.Clear();
            ended = _extras?.Ended;
        }
        grainClass.Forget(this);
        if (ended is not null) Host.Deliver(ended);
        return waiting;
    }

    private void StopTimers()
    {
        var timers = _extras?.Timers;
        if (timers is null) return;
        foreach (var timer in timers) timer.Dispose();
    }
}
