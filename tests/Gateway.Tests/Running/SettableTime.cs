namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>A clock that stands still where the test began until it is advanced; timers run on the real one.</summary>
internal sealed class SettableTime : TimeProvider
{
    private long _now = CityTime.Running.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);

    /// <summary>The next time the city's clocks show this hour.</summary>
    public void AdvanceTo(int hour)
    {
        var now = this.InTheCity();
        var then = new DateTimeOffset(now.Date.AddHours(hour), now.Offset);
        Advance(then > now ? then - now : then.AddDays(1) - now);
    }
}
