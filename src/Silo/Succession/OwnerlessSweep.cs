using Orleans;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Silo.Succession;

/// <summary>W3: no open case keeps an inactive owner past one working day; its petition office is reminded.</summary>
internal sealed class OwnerlessSweep(OwnerlessCases cases, ICityDirectory city, IGrainFactory grains) : ISweep
{
    public async Task<int> SweepAsync(CourtId court, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = city.Current.DayOf(now);
        var asked = 0;
        foreach (var ownerless in await cases.FindAsync(court, today, cancellationToken))
        {
            // Reminded since it began: the case would decide nothing, so it is not asked every round.
            if (!ownerless.IsOverdue(today) || (ownerless.Line.RemindedAt is { } told && city.Current.DayOf(told) > ownerless.Since))
                continue;
            var remind = new RemindOffice(now, court, ownerless.Line.Case.Owner?.Leader, ownerless.Ground, ownerless.Since, ownerless.Due.Date);
            await grains.GetGrain<ICaseGrain>(ownerless.Line.Case.Case.Value).RemindOfficeAsync(remind);
            asked++;
        }
        return asked;
    }
}
