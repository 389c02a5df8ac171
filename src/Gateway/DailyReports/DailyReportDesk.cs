using Orleans;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>Brings acts to the days of reporting units.</summary>
internal sealed class DailyReportDesk(IGrainFactory grains, RecordedActs acts)
{
    /// <summary>Another silo's activation may be faster; it is asked again with the same command, so nothing doubles.</summary>
    private const int Attempts = 4;

    public async Task<(CourtDayView? Answer, Problem? Problem)> DoAsync(CourtDayId day, CourtDayCommand command, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<ICourtDayGrain>(day.Value);
        var (kept, problem) = await acts.KeepAsync(command.Id, () => grain.DoAsync(command), cancellationToken);
        return (kept is null ? null : CourtDayAnswersJson.Read(kept), problem);
    }

    public Task<CourtDayView> ViewAsync(CourtDayId day) => grains.GetGrain<ICourtDayGrain>(day.Value).ViewAsync();

    /// <returns>False when others were faster each time.</returns>
    public async Task<bool> NameContactAsync(UnitId unit, NameContact command)
    {
        var grain = grains.GetGrain<IReportingUnitGrain>(unit.Value);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await grain.NameContactAsync(command))
                return true;
        }
        return false;
    }
}
