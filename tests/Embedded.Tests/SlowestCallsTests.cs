using PetitionMesh.Embedded.Figures;

namespace PetitionMesh.Embedded.Tests;

public sealed class SlowestCallsTests
{
    private readonly ManualTime _time = new();
    private readonly SlowestCalls _slowest;

    public SlowestCallsTests() => _slowest = new SlowestCalls(_time);

    [Fact]
    public void The_ten_slowest_are_kept_in_order()
    {
        foreach (var n in Enumerable.Range(1, 50).OrderBy(n => n * 7919 % 53))
            Ended(n);
        Assert.Equal(Enumerable.Range(41, 10).Reverse().Select(n => (double)n), _slowest.Read().Select(c => c.Took.TotalMilliseconds));
    }

    [Fact]
    public void What_was_slow_long_ago_makes_room_for_what_is_slow_now()
    {
        Ended(900);
        _time.Advance(TimeSpan.FromMinutes(6));
        Ended(3);
        Assert.Equal([900, 3], _slowest.Read().Select(c => c.Took.TotalMilliseconds));
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal([3], _slowest.Read().Select(c => c.Took.TotalMilliseconds));
        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Empty(_slowest.Read());
    }

    private void Ended(double milliseconds) => _slowest.Ended("Case", "Receive", TimeSpan.FromMilliseconds(milliseconds), failed: false);
}
