using Orleans;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Sweeping;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Silo.Summonses;

/// <summary>W8: a summons that nobody answered is escalated, a meeting that nobody recorded is missed.</summary>
internal sealed class SummonsSweep(ILedger ledger, IGrainFactory grains, SummonsOptions options) : ISweep
{
    /// <summary>Most summonses of one state that one round asks.</summary>
    private const int Page = 200;

    public async Task<int> SweepAsync(CourtId court, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var within = TimeSpan.FromMinutes(options.AnswerMinutesOf.GetValueOrDefault(court.Value, options.AnswerMinutes));
        var missed = TimeSpan.FromHours(options.MissedAfterHours);
        var due = (await ledger.DueSummonsesAsync(court, SummonsStatus.Sent, now - within, Page, cancellationToken))
            .AddRange(await ledger.DueSummonsesAsync(court, SummonsStatus.Arranged, now - missed, Page, cancellationToken));
        var sweeper = new Actor("system", "system", court, Role.Supervisor);
        foreach (var summons in due)
        {
            var id = new CommandId("system", $"sweep {summons.Summons} {summons.Status}", [], Recorded: false);
            await grains.GetGrain<ICaseGrain>(summons.Case.Value)
                .AnswerSummonsAsync(new AnswerSummons(id, sweeper, now, summons.Summons, new SummonsAct.Sweep(within, missed)));
        }
        return due.Length;
    }
}
