namespace PetitionMesh.Embedded.Activations;

/// <summary>
/// Scheduling. At most one slice of an activation is queued or running at any time, which is what makes it single-threaded.
/// A slice runs inside one task on this scheduler, so that everything awaited in it comes back here.
/// </summary>
internal sealed partial class Activation : IThreadPoolWorkItem
{
    private const int CalledSteps = 2;

    private static readonly Action<object?> s_slice = static activation => ((Activation)activation!).RunSlice(((Activation)activation!).Host.Options.StepsPerSlice);
    private static readonly Action<object?> s_calledSlice = static activation => ((Activation)activation!).RunSlice(CalledSteps);
    private static readonly object s_activate = new();
    private static readonly object s_deactivate = new();

    // Continuations waiting to run. One slot is nearly always enough, so the queue exists only while more wait.
    private Task? _continuation;
    private Queue<Task>? _continuations;

    public override int MaximumConcurrencyLevel => 1;

    void IThreadPoolWorkItem.Execute() => RunOnExecutor();

    protected override void QueueTask(Task task)
    {
        bool pump;
        lock (this)
        {
            if (_continuation is null) _continuation = task;
            else (_continuations ??= new Queue<Task>()).Enqueue(task);
            pump = ClaimPump();
        }
        if (pump) Host.Execute(this);
    }

    /// <summary>A continuation that becomes ready inside a slice of this activation runs at once; nowhere else.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(s_current, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (this) return _continuation is null ? [] : [_continuation, .. _continuations ?? []];
    }

    /// <summary>
    /// True if the caller, who holds the lock, must now hand the activation to the executor: something can run, and no slice
    /// is queued or running that would.
    /// </summary>
    private bool ClaimPump()
    {
        if (_isPumping || !HasWork()) return false;
        _isPumping = true;
        return true;
    }

    /// <summary>The work item on the executor: one slice, then another work item if there is more.</summary>
    internal void RunOnExecutor() => Run(s_slice);

    /// <summary>A slice on the thread of a caller who found the activation at rest: enough for its beginning and the call itself.</summary>
    internal void RunOnCaller() => Run(s_calledSlice);

    private void Run(Action<object?> slice)
    {
        var outer = s_current;
        var context = SynchronizationContext.Current;
        s_current = this;
        // Awaits prefer a synchronization context to the task scheduler; a simulation's thread may have one.
        if (context is not null) SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            new Task(slice, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach).RunSynchronously(this);
        }
        finally
        {
            s_current = outer;
            if (context is not null) SynchronizationContext.SetSynchronizationContext(context);
        }
        bool pump;
        lock (this)
        {
            _isPumping = false;
            pump = ClaimPump();
        }
        if (pump) Host.Execute(this);
    }

    private void RunSlice(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            object? work;
            lock (this) work = TakeWork();
            if (work is null) return;
            if (work is Task continuation) TryExecuteTask(continuation);
            else if (work is Turn turn) turn.Run(this);
            else if (ReferenceEquals(work, s_activate)) _ = ActivateAsync();
            else _ = DeactivateAsync();
        }
    }

    /// <summary>Whether <see cref="TakeWork"/> will find something.</summary>
    private bool HasWork() => _continuation is not null || _stage switch
    {
        Stage.Created => true,
        Stage.Valid => _waiting.CanTake(_exclusive, _readers),
        Stage.Ending => IsQuiet,
        _ => false,
    };

    private bool IsQuiet => _exclusive + _readers + _interleaving == 0;

    private object? TakeWork()
    {
        if (_continuation is { } continuation)
        {
            _continuation = null;
            if (_continuations is { } more)
            {
                _continuation = more.Dequeue();
                if (more.Count == 0) _continuations = null;
            }
            return continuation;
        }
        switch (_stage)
        {
            case Stage.Created:
                _stage = Stage.Activating;
                return s_activate;
            case Stage.Valid:
                return TakeTurn();
            case Stage.Ending when IsQuiet:
                _stage = Stage.Deactivating;
                return s_deactivate;
            default:
                return null;
        }
    }
}
