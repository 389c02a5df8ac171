namespace PetitionMesh.Embedded.Tests.Simulated;

/// <summary>Runs everything on the thread that drives it, in an order that its seed decides.</summary>
internal sealed class SeededExecutor(int seed) : TaskScheduler
{
    private readonly Random _random = new(seed);
    private readonly List<Task> _queue = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Things that were queued from another thread; must stay 0.</summary>
    public int Strays { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs what is queued, and lets time jump to the next timer when nothing is, until the task has completed.</summary>
    public void Drive(ManualTime time, Func<Task> scenario)
    {
        // Awaits of the scenario would prefer the test runner's context to this scheduler.
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var task = Task.Factory.StartNew(scenario, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();
            while (!task.IsCompleted)
                if (!RunOne() && !time.Step()) throw new InvalidOperationException("Nothing is left to run, and the scenario waits.");
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    public bool RunOne()
    {
        if (_queue.Count == 0) return false;
        var pick = _random.Next(_queue.Count);
        var task = _queue[pick];
        _queue.RemoveAt(pick);
        TryExecuteTask(task);
        return true;
    }

    /// <summary>What a crash does.</summary>
    public void ThrowAway() => _queue.Clear();

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != _thread) Strays++;
        _queue.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _queue;
}
