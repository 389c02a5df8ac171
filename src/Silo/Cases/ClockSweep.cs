using Orleans;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Sweeping;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Silo.Cases;

/// <summary>
/// J5, W14(4): limits that ran out and promises kept for a year. Found by the ledger's due-date index; each case notes what is its own, and a
/// case that has noted it writes nothing.
/// </summary>
internal sealed class ClockSweep(ILedger ledger, IGrainFactory grains, ICityDirectory city) : ISweep
{
    /// <summary>Cases asked side by side: the journal's writer takes them as one batch.</summary>
    private const int Page = 100;

    /// <summary>Pages of one round, so that it stays far below a call's timeout; the next round goes on.</summary>
    private const int Pages = 10;

    public async Task<int> SweepAsync(CourtId court, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = city.Current.DayOf(now);
        var asked = 0;
        DueCase? last = null;
        for (var page = 0; page < Pages; page++)
        {
            var found = await ledger.FindDueCasesAsync(court, today, last, Page, cancellationToken);
            await Task.WhenAll(found.Select(c => grains.GetGrain<ICaseGrain>(c.Case.Value).SweepAsync(now)));
            asked += found.Length;
            if (found.Length < Page)
                break;
            last = found[^1];
        }
        return asked;
    }
}
