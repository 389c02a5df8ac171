namespace PetitionMesh.Cluster.Load;

/// <summary>A count that grows on many threads. Who waits for it goes on at the very step that reaches his goal, without asking again and again.</summary>
internal sealed class AwaitableCount
{
    private readonly Lock _lock = new();
    private readonly List<(int Goal, TaskCompletionSource Reached)> _awaited = [];
    private int _value;

    public int Value => Volatile.Read(ref _value);

    public void Increment()
    {
        lock (_lock)
        {
            var value = ++_value;
            foreach (var (_, reached) in _awaited.Where(a => a.Goal <= value))
                reached.SetResult();
            _awaited.RemoveAll(a => a.Goal <= value);
        }
    }

    /// <summary>Completes when it stands at <paramref name="goal"/> or above.</summary>
    public Task ReachesAsync(int goal)
    {
        lock (_lock)
        {
            if (_value >= goal)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((goal, reached));
            return reached.Task;
        }
    }
}
