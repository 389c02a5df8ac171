using Orleans;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Silo.Rosters;

/// <summary>S7: when a reception day is over, who did not come has missed it, and whom to tell is forgotten.</summary>
internal sealed class ReceptionDaySweep(IGrainFactory grains, ICityDirectory city) : ISweep
{
    /// <summary>Days back that are looked at, so that a stop over a long holiday leaves none behind.</summary>
    private const int Back = 14;

    public async Task<int> SweepAsync(CourtId court, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = city.Current.DayOf(now);
        var ended = 0;
        foreach (var month in new[] { RosterId.Of(court, today.AddDays(-Back)), RosterId.Of(court, today) }.Distinct())
            ended += await grains.GetGrain<IReceptionDaysGrain>(month.Value).EndAsync(now);
        return ended;
    }
}
