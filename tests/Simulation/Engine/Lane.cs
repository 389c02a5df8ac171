namespace PetitionMesh.Simulation.Engine;

/// <summary>
/// The executor of one simulated machine. It runs nothing itself: the world picks, by seed, which waiting task of which lane runs
/// next. A dead lane forgets all that waits and takes nothing more, which is what a crash does to the code between two awaits.
/// </summary>
internal sealed class Lane(World world, string name, int number) : TaskScheduler
{
    private readonly List<Task> _waiting = [];

    public string Name => name;

    public int Number => number;

    public override int MaximumConcurrencyLevel => 1;

    public bool IsDead { get; private set; }

    /// <summary>Until then the machine stands still: alive for everybody else, but it runs nothing.</summary>
    public DateTimeOffset FrozenUntil { get; set; }

    public int Waiting => _waiting.Count;

    public bool CanRun(DateTimeOffset now) => _waiting.Count > 0 && FrozenUntil <= now;

    public void Kill()
    {
        IsDead = true;
        _waiting.Clear();
    }

    /// <summary>Starts something on this lane; what it awaits comes back here.</summary>
    public Task Run(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Runs the <paramref name="index"/>-th waiting task.</summary>
    public void RunOne(int index)
    {
        var task = _waiting[index];
        _waiting.RemoveAt(index);
        TryExecuteTask(task);
    }

    protected override void QueueTask(Task task)
    {
        world.AssertOwnThread();
        if (!IsDead)
            _waiting.Add(task);
    }

    /// <summary>Never: every continuation is a step of its own, between which anything may happen.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;
}
