namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>A clock that stands still where the test began until it is advanced; timers run on the real one.</summary>
internal sealed class SettableTime : TimeProvider
{
    private long _now = System.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);
}
