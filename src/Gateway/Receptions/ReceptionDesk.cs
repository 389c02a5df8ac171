using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Receptions;

/// <summary>Brings a reception to the grain that decides it: the petitioner of the lowest key, or a case of someone unidentified.</summary>
internal sealed class ReceptionDesk(IGrainFactory grains)
{
    /// <summary>Another silo's activation may be faster; it is asked again with the same command, so nothing doubles.</summary>
    private const int Attempts = 4;

    public async Task<ReceptionOutcome> RegisterAsync(Receive command)
    {
        ReceptionOutcome outcome = new ReceptionOutcome.Contended();
        for (var attempt = 0; attempt < Attempts && outcome is ReceptionOutcome.Contended; attempt++)
            outcome = command.Persons[0].Key is null ? await AtCaseAsync(command) : await AtPetitionerAsync(command);
        return outcome;
    }

    private Task<ReceptionOutcome> AtPetitionerAsync(Receive command)
    {
        var first = command.Persons is [{ Key: { } alone }] ? alone.Value : command.Persons.Select(p => p.Key!.Value.Value).Min(StringComparer.Ordinal)!;
        return grains.GetGrain<IPetitionerGrain>(first).ReceiveAsync(command, ImmutableArray<PetitionerStanding>.Empty);
    }

    private async Task<ReceptionOutcome> AtCaseAsync(Receive command)
    {
        var target = command.Case.Id ?? command.NewCase;
        var outcome = await grains.GetGrain<ICaseGrain>(target.Value).ReceiveUnidentifiedAsync(command);
        while (outcome is ReceptionOutcome.Moved moved)
            outcome = await grains.GetGrain<ICaseGrain>(moved.To.Value).ReceiveUnidentifiedAsync(command);
        return outcome;
    }
}
