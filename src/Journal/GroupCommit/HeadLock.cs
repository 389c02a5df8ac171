namespace PetitionMesh.Journal.GroupCommit;

/// <summary>A fair lock that is awaited and belongs to a turn instead of a thread.</summary>
internal sealed class HeadLock
{
    private readonly Queue<TaskCompletionSource<object>> _waiting = new();
    private object? _holder;

    public Task<object> TakeAsync()
    {
        lock (this)
        {
            if (_holder is null)
                return Task.FromResult(_holder = new object());
            var next = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(next);
            return next.Task;
        }
    }

    public bool IsHeldBy(object turn) => ReferenceEquals(_holder, turn);

    /// <summary>Releasing a turn that is over does nothing.</summary>
    public void Release(object turn)
    {
        lock (this)
        {
            if (IsHeldBy(turn))
                PassOn();
        }
    }

    private void PassOn()
    {
        _holder = null;
        if (_waiting.TryDequeue(out var next))
            next.SetResult(_holder = new object());
    }
}
