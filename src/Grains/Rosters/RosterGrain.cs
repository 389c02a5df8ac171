using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Rosters;

/// <inheritdoc cref="IRosterGrain"/>
public sealed class RosterGrain(IJournal journal, ICityDirectory city, WorkingCalendar calendar, RosterTerms terms, TimeProvider time)
    : JournaledGrain<RosterState, RosterEvent>(journal, Codecs.Roster, RosterState.Empty), IRosterGrain
{
    private RosterId Id => RosterId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override RosterState Evolve(RosterState state, RosterEvent @event) => RosterEvolution.Evolve(state, @event);

    public async Task<RosterOutcome> DoAsync(RosterCommand command)
    {
        if (command.ExpectedRevision is { } expected && expected != Version)
            return RosterOutcome.Stale;
        var ground = Ground(command.Now);
        var decision = RosterDecider.Decide(State, command, ground);
        if (decision.Refusal is { } refusal)
            return RosterOutcome.Refused(refusal);
        var answer = AnswerAfter(decision.Events, ground, swap: null);
        return await SettleAsync(command.Id, command.Actor, command.Now, decision.Events, others: [], answer);
    }

    public async Task<RosterOutcome> SwapAsync(SwapCommand command)
    {
        var months = command.Swap.Months();
        if (months[0] != Id.Month)
            throw new InvalidOperationException($"A swap is asked of the roster of its first month, not of {Id}.");
        var side = SwapSide.Of(Id, Version, State, command);
        if (months.Count == 1)
            return await SettleAsync(command, [side]);
        try
        {
            // Ascending order of keys, in one direction only: no cycle, so no deadlock.
            var later = new RosterId(Id.Court, months[1]);
            var outcome = await GrainFactory.GetGrain<IRosterGrain>(later.Value).SwapWithAsync(command, side);
            TakeUp(outcome.Written);
            if (outcome.Contended || outcome.First is not null)
                DeactivateOnIdle();
            return outcome;
        }
        catch
        {
            // Whether this stream has grown is not known: the next activation replays what is there.
            DeactivateOnIdle();
            throw;
        }
    }

    public Task<RosterOutcome> SwapWithAsync(SwapCommand command, SwapSide earlier) =>
        SettleAsync(command, [earlier, SwapSide.Of(Id, Version, State, command)]);

    public Task<RosterView> ViewAsync()
    {
        var ground = Ground(time.GetUtcNow());
        var view = new RosterView(
            Id,
            Version,
            State.Version,
            ground.Days.Any(d => d.IsProvisional),
            [.. State.Duties.Values],
            Coverage.GapsOf(State, ground),
            [.. State.Leave.OrderBy(l => l.Date).ThenBy(l => l.Leader.Value, StringComparer.Ordinal)],
            State.Periods,
            [.. State.Swaps.Values.OrderBy(s => s.ProposedAt)]);
        if (Version == 0)
            DeactivateOnIdle();
        return Task.FromResult(view);
    }

    /// <summary>Decides over all sides and appends all their slices as one; this grain's side is the last.</summary>
    private async Task<RosterOutcome> SettleAsync(SwapCommand command, ImmutableArray<SwapSide> sides)
    {
        var ground = Ground(command.Now);
        var (refusal, swap, events) = SwapDecider.Decide(command, sides, ground);
        if (refusal is not null)
            return RosterOutcome.Refused(refusal);
        if (events.IsEmpty)
            return await SettleAsync(command.Id, command.Actor, command.Now, own: [], others: [], AnswerAfter([], ground, swap));
        var own = events[^1];
        var answer = AnswerAfter(own, ground, swap);
        ImmutableArray<Slice> others =
            [.. sides[..^1].Select((side, i) => new Slice(StreamId.Of(side.Roster), side.Revision, [.. events[i].Select(Codecs.Roster.Encode)]))];
        return await SettleAsync(command.Id, command.Actor, command.Now, own, others, answer);
    }

    /// <param name="others">The other month's slice of a swap, which goes first.</param>
    private async Task<RosterOutcome> SettleAsync(
        CommandId id, Actor actor, DateTimeOffset now, ImmutableArray<RosterEvent> own, ImmutableArray<Slice> others, RosterAnswer answer)
    {
        if (own.IsEmpty && !id.Recorded)
            return RosterOutcome.Done(answer);
        var append = AppendOf(own, actor, now, RecordOf(id, answer));
        return RosterOutcome.Of(answer, await AppendAsync(append with { Slices = [.. others, .. append.Slices] }, own), others);
    }

    private RosterGround Ground(DateTimeOffset now) => RosterGround.Of(Id, city.Current, calendar, terms.SwapNotice(Id.Court), now);

    private RosterAnswer AnswerAfter(ImmutableArray<RosterEvent> events, RosterGround ground, SwapStanding? swap)
    {
        var after = events.Aggregate(State, RosterEvolution.Evolve);
        return new RosterAnswer(
            Id,
            Version + events.Length,
            after.Version,
            ground.Days.Any(d => d.IsProvisional),
            after.Duties.Count,
            Coverage.GapsOf(after, ground),
            swap);
    }

    private static CommandRecord? RecordOf(CommandId id, RosterAnswer answer) => id.Recorded
        ? new CommandRecord(
            id.Caller,
            id.Key,
            id.BodyHash,
            200,
            ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(answer, RosterAnswersJson.Default.RosterAnswer)))
        : null;
}
