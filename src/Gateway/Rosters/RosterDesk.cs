using System.Collections.Immutable;
using System.Text.Json;
using Orleans;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Silo.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>Brings acts to the rosters they concern, and what came of them into this process's knowledge of who is on duty.</summary>
internal sealed class RosterDesk(IGrainFactory grains, RecordedActs acts, DutyDirectory duties)
{
    public async Task<(RosterAnswer? Answer, Problem? Problem)> DoAsync(RosterId roster, RosterCommand command, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<IRosterGrain>(roster.Value);
        var settled = await SettleAsync(() => grain.DoAsync(command), command.Id, cancellationToken);
        await LearnAsync(roster, cancellationToken);
        return settled;
    }

    public async Task<(RosterAnswer? Answer, Problem? Problem)> SwapAsync(Grains.City.CourtId court, SwapCommand command, CancellationToken cancellationToken)
    {
        var rosters = command.Swap.Months().Select(month => new RosterId(court, month)).ToArray();
        var grain = grains.GetGrain<IRosterGrain>(rosters[0].Value);
        var settled = await SettleAsync(() => grain.SwapAsync(command), command.Id, cancellationToken);
        foreach (var roster in rosters)
            await LearnAsync(roster, cancellationToken);
        return settled;
    }

    /// <summary>
    /// The same act told to several rosters, in this order. Each is complete by itself and telling it twice changes nothing, so a caller who repeats
    /// after a failure completes what was begun. Stops at the first that refuses.
    /// </summary>
    public async Task<(ImmutableArray<RosterAnswer> Answers, Problem? Problem)> TellAsync(
        IEnumerable<RosterId> rosters, Func<RosterId, RosterCommand> command, CancellationToken cancellationToken)
    {
        var answers = ImmutableArray.CreateBuilder<RosterAnswer>();
        foreach (var roster in rosters)
        {
            var told = command(roster);
            var (answer, problem) = await DoAsync(roster, told with { Id = told.Id with { Key = $"{told.Id.Key} {roster}" } }, cancellationToken);
            if (problem is not null)
                return ([], problem);
            answers.Add(answer!);
        }
        return (answers.DrainToImmutable(), null);
    }

    public async Task<ImmutableArray<RosterView>> ViewAsync(Grains.City.CourtId court, DateOnly from, DateOnly to)
    {
        var views = ImmutableArray.CreateBuilder<RosterView>();
        foreach (var roster in RosterId.Between(court, from, to))
            views.Add(await grains.GetGrain<IRosterGrain>(roster.Value).ViewAsync());
        return views.DrainToImmutable();
    }

    /// <summary>What this process has answered, its next reception and screen know; a roster nobody asks for is not kept.</summary>
    private Task LearnAsync(RosterId roster, CancellationToken cancellationToken) =>
        duties.Holds(roster) ? duties.RefreshAsync(roster, cancellationToken) : Task.CompletedTask;

    private async Task<(RosterAnswer? Answer, Problem? Problem)> SettleAsync(
        Func<Task<RosterOutcome>> ask, CommandId id, CancellationToken cancellationToken)
    {
        var (done, first, problem) = await acts.SettleAsync(id, ask, cancellationToken);
        return problem is not null ? (null, problem) : (first is not null ? Read(first) : done!.Answer, null);
    }

    private static RosterAnswer Read(CommandRecord record) =>
        JsonSerializer.Deserialize(record.Answer.AsSpan(), RosterAnswersJson.Default.RosterAnswer)
        ?? throw new InvalidOperationException("A stored answer of a roster is empty.");
}
