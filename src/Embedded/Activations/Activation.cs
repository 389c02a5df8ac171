using System.Collections.Immutable;
using Orleans;
using Orleans.Runtime;

namespace PetitionMesh.Embedded.Activations;

/// <summary>
/// One grain in memory. It is its own task scheduler: all that it runs, turns and their continuations, runs one at a time
/// in slices queued on the host's executor. See Activation.Scheduling.cs for that part and Activation.Life.cs for begin and end.
/// </summary>
/// <remarks>Every field is paid a hundred thousand times; what few activations need stands in <see cref="Extras"/>.</remarks>
internal sealed partial class Activation(GrainClass grainClass, string key) : TaskScheduler, IGrainContext
{
    [ThreadStatic]
    private static Activation? s_current;

    private Grain? _grain;
    private Extras? _extras;
    private WaitingLine _waiting;
    private long _idleSince = grainClass.Host.Time.GetTimestamp();
    private int _exclusive;
    private int _readers;
    private int _interleaving;
    private Stage _stage;
    private bool _isPumping;

    /// <summary>The activation whose turn this thread is running.</summary>
    public static Activation? Running => s_current;

    public EmbeddedHost Host => grainClass.Host;

    public string Key => key;

    public GrainId GrainId => grainClass.IdOf(key);

    public object? GrainInstance => _grain;

    public IServiceProvider ActivationServices => Host.ServiceProvider;

    /// <summary>The grain as its contracts see it; only turns ask, and they run after it was built.</summary>
    internal object Grain => _grain!;

    /// <summary>False when the activation is dead and the turn needs another one.</summary>
    internal bool TryEnqueue(Turn turn)
    {
        bool isFull, pump = false;
        lock (this)
        {
            if (_stage == Stage.Dead) return false;
            isFull = turn.IsBounded && _waiting.Count >= Host.Options.MaxQueuedCalls;
            if (!isFull)
            {
                _waiting.Add(turn);
                pump = ClaimPump();
            }
        }
        if (pump) Host.ExecuteCalled(this);
        else if (isFull) turn.Fail(Overload());
        return true;
    }

    /// <summary>A turn has ended, with its answer already given.</summary>
    internal void Finished(Turn turn, long now)
    {
        bool pump;
        lock (this)
        {
            switch (turn.Rule)
            {
                case TurnRule.Exclusive: _exclusive--; break;
                case TurnRule.ReadOnly: _readers--; break;
                default: _interleaving--; break;
            }
            if (turn.KeepsAlive) _idleSince = now;
            pump = ClaimPump();
        }
        if (pump) Host.Execute(this);
    }

    internal void DelayDeactivation(TimeSpan span)
    {
        lock (this)
        {
            if (span <= TimeSpan.Zero && _extras is null) return;
            (_extras ??= new Extras()).KeepUntil = span <= TimeSpan.Zero ? null : Host.Time.GetUtcNow() + Longest(span);
        }

        static TimeSpan Longest(TimeSpan span) => span < TimeSpan.FromDays(3650) ? span : TimeSpan.FromDays(3650);
    }

    internal GrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (!ReferenceEquals(s_current, this))
            throw new InvalidOperationException("A timer is registered inside a turn of its own grain.");
        var timer = new GrainTimer(this, callback, options);
        lock (this) (_extras ??= new Extras()).Timers = (_extras.Timers ?? []).Add(timer);
        return timer;
    }

    internal void Forget(GrainTimer timer)
    {
        lock (this)
        {
            if (_extras?.Timers is { } timers) _extras.Timers = timers.Remove(timer);
        }
    }

    private LimitExceededException Overload() =>
        new($"calls waiting for {GrainId}", Host.Options.MaxQueuedCalls, Host.Options.MaxQueuedCalls, "Try again later.");

    /// <summary>Counts the turn in and takes the next that may run; the caller holds the lock.</summary>
    private Turn? TakeTurn()
    {
        var turn = _waiting.Take(_exclusive, _readers);
        switch (turn?.Rule)
        {
            case TurnRule.Exclusive: _exclusive++; break;
            case TurnRule.ReadOnly: _readers++; break;
            case TurnRule.Interleaving: _interleaving++; break;
        }
        return turn;
    }

    /// <summary>What few activations need.</summary>
    private sealed class Extras
    {
        public ImmutableList<GrainTimer>? Timers;
        public DateTimeOffset? KeepUntil;
        public DeactivationReason Reason;
        public TaskCompletionSource? Ended;
        public bool EndsAfterBegin;
    }
}
