using System.Collections.Immutable;

namespace PetitionMesh.Embedded.Figures;

/// <summary>
/// The slowest calls of the last minutes, in two generations so that a bad start does not hide what is slow now. A call faster than
/// all that are kept costs one comparison.
/// </summary>
internal sealed class SlowestCalls(TimeProvider time)
{
    private const int Kept = 10;
    private static readonly TimeSpan s_generation = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly List<SlowCall> _now = [];
    private List<SlowCall> _before = [];
    private DateTimeOffset _since = time.GetUtcNow();
    private long _slowEnough;

    public void Ended(string grain, string method, TimeSpan took, bool failed)
    {
        if (took.Ticks <= Volatile.Read(ref _slowEnough))
            return;
        lock (_gate)
        {
            var at = time.GetUtcNow();
            Turn(at);
            var place = _now.FindIndex(c => c.Took < took);
            _now.Insert(place < 0 ? _now.Count : place, new SlowCall(grain, method, took, failed, at));
            if (_now.Count <= Kept) return;
            _now.RemoveAt(Kept);
            Volatile.Write(ref _slowEnough, _now[^1].Took.Ticks);
        }
    }

    /// <summary>At most ten, the slowest first, of the last five to ten minutes.</summary>
    public ImmutableArray<SlowCall> Read()
    {
        lock (_gate)
        {
            Turn(time.GetUtcNow());
            return [.. _now.Concat(_before).OrderByDescending(c => c.Took).Take(Kept)];
        }
    }

    private void Turn(DateTimeOffset at)
    {
        if (at - _since < s_generation) return;
        _before = at - _since < 2 * s_generation ? [.. _now] : [];
        _now.Clear();
        _since = at;
        Volatile.Write(ref _slowEnough, 0);
    }
}
