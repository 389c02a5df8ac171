using Orleans.Runtime;
using PetitionMesh.Embedded.Hosting;

namespace PetitionMesh.Embedded.Activations;

/// <summary>
/// A grain's timer, and the turn of its ticks: it is armed again only after a tick has ended, so it never waits in line
/// twice. A tick that throws is logged and the next one comes a period later.
/// </summary>
internal sealed class GrainTimer : Turn, IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private TimeSpan? _changedDue;
    private bool _isTicking;
    private bool _isDisposed;
    private Task _tick = Task.CompletedTask;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Validate(options.DueTime, options.Period);
        _activation = activation;
        _callback = callback;
        _options = options;
        _period = options.Period;
        _timer = HostTimer.Create(activation.Host.Time, static timer => ((GrainTimer)timer!).Due(), this);
        _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
    }

    internal override TurnRule Rule => _options.Interleave ? TurnRule.Interleaving : TurnRule.Exclusive;

    internal override bool IsBounded => false;

    internal override bool KeepsAlive => _options.KeepAlive;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Validate(dueTime, period);
        lock (_gate)
        {
            if (_isDisposed) return;
            _period = period;
            if (_isTicking) _changedDue = dueTime;
            else _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
        }
        _timer.Dispose();
        _activation.Forget(this);
        _disposed.Cancel();
        _disposed.Dispose();
    }

    internal override void Run(Activation activation)
    {
        try
        {
            _tick = _isDisposed ? Task.CompletedTask : _callback(_disposed.Token);
        }
#pragma warning disable CA1031 // A tick has no caller; what it throws is logged in Ticked.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _tick = Task.FromException(failure);
        }
        if (_tick.IsCompleted) Ticked();
        else _tick.GetAwaiter().UnsafeOnCompleted(Ticked);
    }

    internal override void Fail(Exception exception) { }

    internal override void Reroute(GrainClass grainClass, string key) { }

    private void Due()
    {
        lock (_gate)
        {
            if (_isTicking || _isDisposed) return;
            _isTicking = true;
        }
        _activation.TryEnqueue(this);
    }

    private void Ticked()
    {
        if (_tick.Exception is { } failure) HostLog.TimerFailed(_activation.Host.Log, failure.InnerException ?? failure, _activation.GrainId.Type.ToString());
        lock (_gate)
        {
            _isTicking = false;
            if (!_isDisposed) _timer.Change(_changedDue ?? _period, Timeout.InfiniteTimeSpan);
            _changedDue = null;
        }
        _activation.Finished(this, _activation.Host.Time.GetTimestamp());
    }

    private static void Validate(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));

        static void Check(TimeSpan span, string name)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan((long)span.TotalMilliseconds, -1, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan((long)span.TotalMilliseconds, 0xfffffffe, name);
        }
    }
}
