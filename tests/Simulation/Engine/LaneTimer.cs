namespace PetitionMesh.Simulation.Engine;

/// <summary>A timer of a lane. Changing or disposing it outdates the alarm that the world holds, by its generation.</summary>
internal sealed class LaneTimer(World world, Lane lane, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private int _generation;
    private bool _isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        world.AssertOwnThread();
        if (_isDisposed)
            return false;
        _generation++;
        _period = period;
        if (dueTime != Timeout.InfiniteTimeSpan && !lane.IsDead)
            world.SetAlarm(world.Now + dueTime, this, _generation);
        return true;
    }

    /// <summary>Called by the world when the alarm of this generation is due.</summary>
    public void Ring(int generation)
    {
        if (generation != _generation || lane.IsDead)
            return;
        if (_period > TimeSpan.Zero)
            world.SetAlarm(world.Now + _period, this, _generation);
        new Task(() => CallBack(generation), CancellationToken.None, TaskCreationOptions.DenyChildAttach).Start(lane);
    }

    public bool IsOutdated(int generation) => generation != _generation || lane.IsDead;

    public void Dispose()
    {
        _isDisposed = true;
        _generation++;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void CallBack(int generation)
    {
        if (generation == _generation)
            callback(state);
    }
}
