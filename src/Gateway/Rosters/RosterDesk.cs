using System.Collections.Immutable;
using System.Text.Json;
using Orleans;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Silo.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>Brings acts to the rosters they concern, and what came of them into this process's knowledge of who is on duty.</summary>
internal sealed class RosterDesk(IGrainFactory grains, IJournal journal, DutyDirectory duties)
{
    /// <summary>Another silo's activation may be faster; it is asked again with the same command, so nothing doubles.</summary>
    private const int Attempts = 4;

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
        for (var roster = RosterId.Of(court, from); roster.Month <= to; roster = roster with { Month = roster.Month.AddMonths(1) })
            views.Add(await grains.GetGrain<IRosterGrain>(roster.Value).ViewAsync());
        return views.DrainToImmutable();
    }

    /// <summary>What this process has answered, its next reception and screen know; a roster nobody asks for is not kept.</summary>
    private Task LearnAsync(RosterId roster, CancellationToken cancellationToken) =>
        duties.Holds(roster) ? duties.RefreshAsync(roster, cancellationToken) : Task.CompletedTask;

    private async Task<(RosterAnswer? Answer, Problem? Problem)> SettleAsync(
        Func<Task<RosterOutcome>> ask, CommandId id, CancellationToken cancellationToken)
    {
        var outcome = await ask();
        for (var attempt = 1; attempt < Attempts && outcome.Contended; attempt++)
            outcome = await ask();
        if (outcome.Answer is { } answer)
            return (answer, null);
        if (outcome.KeyReused)
            return (null, Problems.KeyReused);
        if (outcome.Contended)
            return (null, Problems.Busy);

        // A repeat is answered as at first, even where the rules or the version would now refuse what they then allowed.
        var first = outcome.First ?? (id.Recorded ? await journal.FindCommandAsync(id.Caller, id.Key, cancellationToken) : null);
        if (first is not null)
            return first.BodyHash.AsSpan().SequenceEqual(id.BodyHash.AsSpan()) ? (Read(first), null) : (null, Problems.KeyReused);
        return (null, outcome.Moved ? Problems.VersionMoved : outcome.Refusal!.ToProblem());
    }

    private static RosterAnswer Read(CommandRecord record) =>
        JsonSerializer.Deserialize(record.Answer.AsSpan(), RosterAnswersJson.Default.RosterAnswer)
        ?? throw new InvalidOperationException("A stored answer of a roster is empty.");
}
