using System.Text.Json;
using Orleans;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>Brings acts to the days of reporting units.</summary>
internal sealed class DailyReportDesk(IGrainFactory grains, IJournal journal)
{
    /// <summary>Another silo's activation may be faster; it is asked again with the same command, so nothing doubles.</summary>
    private const int Attempts = 4;

    public async Task<(CourtDayView? Answer, Problem? Problem)> DoAsync(CourtDayId day, CourtDayCommand command, CancellationToken cancellationToken)
    {
        var id = command.Id;

        // A repeat is answered as at first, whatever the register has learnt since.
        if (id.Recorded && await journal.FindCommandAsync(id.Caller, id.Key, cancellationToken) is { } before)
            return Repeated(before, id);
        var grain = grains.GetGrain<ICourtDayGrain>(day.Value);
        var outcome = await grain.DoAsync(command);
        for (var attempt = 1; attempt < Attempts && outcome.Contended; attempt++)
            outcome = await grain.DoAsync(command);
        if (outcome.Answer is { } answer)
            return (answer, null);
        if (outcome.First is { } first)
            return Repeated(first, id);
        return (null, outcome switch
        {
            { KeyReused: true } => Problems.KeyReused,
            { Contended: true } => Problems.Busy,
            _ => outcome.Refusal!.ToProblem(),
        });
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

    private static (CourtDayView? Answer, Problem? Problem) Repeated(CommandRecord record, Grains.CommandId id) =>
        record.BodyHash.AsSpan().SequenceEqual(id.BodyHash.AsSpan())
            ? (JsonSerializer.Deserialize(record.Answer.AsSpan(), CourtDayAnswersJson.Default.CourtDayView)
                ?? throw new InvalidOperationException("A stored answer of a unit's day is empty."), null)
            : (null, Problems.KeyReused);
}
