namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>A clock that stands ahead of the real one by as much as a test says; timers run on the real one.</summary>
internal sealed class SettableTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
