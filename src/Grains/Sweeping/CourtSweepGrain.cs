using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Sweeping;

/// <inheritdoc cref="ICourtSweepGrain"/>
public sealed class CourtSweepGrain(IEnumerable<ISweep> sweeps) : Grain, ICourtSweepGrain
{
    private DateTimeOffset? _last;

    public async Task<int> SweepAsync(DateTimeOffset now, TimeSpan pause)
    {
        if (now - _last < pause / 2)
            return 0;
        _last = now;
        var court = CourtId.Parse(this.GetPrimaryKeyString());
        var asked = 0;
        foreach (var sweep in sweeps)
            asked += await sweep.SweepAsync(court, now, CancellationToken.None);
        return asked;
    }
}
