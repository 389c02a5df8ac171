using Orleans;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Silo.Rosters;

/// <summary>S7: when a reception day is over, who did not come has missed it, and whom to tell is forgotten.</summary>
internal sealed class ReceptionDaySweep(IGrainFactory grains, ICityDirectory city) : ISweep
{
    /// <summary>Months back that are looked at, so that even a long stop leaves no contact undeleted.</summary>
    private const int Back = 3;

    public async Task<int> SweepAsync(CourtId court, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = city.Current.DayOf(now);
        var ended = 0;
        for (var back = Back; back >= 0; back--)
            ended += await grains.GetGrain<IReceptionDaysGrain>(RosterId.Of(court, today.AddMonths(-back)).Value).EndAsync(now);
        return ended;
    }
}
