namespace PetitionMesh.Simulation.Engine;

/// <summary>The world's clock as one lane sees it: timers ring as tasks of the lane, so a crash silences them and a freeze delays them.</summary>
internal sealed class LaneTime(World world, Lane lane) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => world.Now;

    public override long GetTimestamp() => world.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        world.AssertOwnThread();
        var timer = new LaneTimer(world, lane, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
