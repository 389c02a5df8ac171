namespace PetitionMesh.Simulation.Engine;

/// <summary>
/// One thread, one clock, many machines. Each step runs one task of one lane, both picked by seed; when nothing can run the clock
/// jumps to the next timer. Nothing else moves, so a seed is a run.
/// </summary>
internal sealed class World
{
    /// <summary>What a step takes, so that instants differ as they do in life.</summary>
    private static readonly TimeSpan StepTime = TimeSpan.FromTicks(200);

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly DateTimeOffset _begun;
    private readonly List<Lane> _lanes = [];
    private readonly List<Lane> _runnable = [];
    private readonly PriorityQueue<(LaneTimer Timer, int Generation), (DateTimeOffset Due, long Order)> _alarms = new();
    private readonly Picking _picking;
    private Lane? _last;
    private long _order;
    private int _born;

    public World(Chance chance, Trace trace, DateTimeOffset begins)
    {
        Chance = chance;
        Trace = trace;
        Now = _begun = begins;
        _picking = new Picking(chance);
    }

    public Chance Chance { get; }

    public Trace Trace { get; }

    public DateTimeOffset Now { get; private set; }

    public TimeSpan Elapsed => Now - _begun;

    public long Steps { get; private set; }

    /// <summary>What a task threw that nobody awaited; a run with one is broken.</summary>
    public Exception? Bug { get; set; }

    public Lane NewLane(string name)
    {
        var lane = new Lane(this, name, ++_born);
        _lanes.Add(lane);
        return lane;
    }

    public void Note(string who, Func<string> what) => Trace.Note(Elapsed, who, what);

    /// <exception cref="InvalidOperationException">Something left the simulated machines: the run is not deterministic.</exception>
    public void AssertOwnThread()
    {
        if (Environment.CurrentManagedThreadId == _thread)
            return;
        // Noted as well as thrown: what runs elsewhere may swallow it.
        Bug ??= new InvalidOperationException($"Code of the simulation runs on a thread that is not its own: {Environment.StackTrace}");
        throw Bug;
    }

    public void SetAlarm(DateTimeOffset due, LaneTimer timer, int generation) => _alarms.Enqueue((timer, generation), (due, _order++));

    /// <summary>One step; false when nothing can run and no timer is set, so nothing will ever happen again.</summary>
    public bool Step()
    {
        RingDue();
        FindRunnable();
        while (_runnable.Count == 0)
        {
            if (!Jump())
                return false;
            FindRunnable();
        }
        var lane = _picking.Lane(_runnable, _last);
        var index = _picking.Task(lane.Waiting);
        Trace.Mix((lane.Number << 16) + index);
        _last = lane;
        lane.RunOne(index);
        Steps++;
        Now += StepTime;
        return true;
    }

    private void FindRunnable()
    {
        _runnable.Clear();
        for (var i = _lanes.Count - 1; i >= 0; i--)
        {
            var lane = _lanes[i];
            if (lane.IsDead)
                _lanes.RemoveAt(i);
            else if (lane.CanRun(Now))
                _runnable.Add(lane);
        }
    }

    /// <summary>Moves the clock to the next thing that will happen.</summary>
    private bool Jump()
    {
        var thaw = _lanes.Where(l => l.Waiting > 0).Select(l => (DateTimeOffset?)l.FrozenUntil).Min();
        while (_alarms.TryPeek(out var alarm, out _) && alarm.Timer.IsOutdated(alarm.Generation))
            _alarms.Dequeue();
        var due = _alarms.TryPeek(out _, out var priority) ? priority.Due : (DateTimeOffset?)null;
        if ((thaw is null || due < thaw ? due : thaw) is not { } next)
            return false;
        if (next > Now)
            Now = next;
        Trace.Mix(Now.UtcTicks);
        RingDue();
        return true;
    }

    private void RingDue()
    {
        while (_alarms.TryPeek(out var alarm, out var priority) && priority.Due <= Now)
        {
            _alarms.Dequeue();
            alarm.Timer.Ring(alarm.Generation);
        }
    }
}
