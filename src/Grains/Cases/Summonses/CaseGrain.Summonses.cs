using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Cases;

/// <content>What is done about the summonses that this case sent (W8).</content>
public sealed partial class CaseGrain
{
    public async Task<ActReply> AnswerSummonsAsync(AnswerSummons command)
    {
        var called = State.Summons(command.Summons)?.LeaderId;
        var decision = SummonsDecider.Decide(State, command, called is { } leader ? city.Current.Leader(leader)?.Court : null);
        if (decision.Refusal is { } refusal)
            return await ReplyRefusalAsync(refusal);
        var after = decision.Events.Aggregate(State, CaseEvolution.Evolve).Summons(command.Summons)!;
        var answer = JsonSerializer.SerializeToUtf8Bytes(after, AnswersJson.Readable.SummonsStanding);
        return await ReplyAsync(command.Id, command.Actor, command.Now, decision.Events, answer);
    }

    /// <summary>Appends this case's own events together with the answer that a repeat will get; nothing to append answers at once.</summary>
    private async Task<ActReply> ReplyAsync(
        CommandId id, Actor actor, DateTimeOffset now, System.Collections.Immutable.ImmutableArray<CaseEvent> events, byte[] answer)
    {
        var record = new CommandRecord(id.Caller, id.Key, id.BodyHash, 200, ImmutableCollectionsMarshal.AsImmutableArray(answer));
        if (events.IsEmpty)
            return ActReply.Already(record, id.Recorded ? await Journal.FindCommandAsync(id.Caller, id.Key, CancellationToken.None) : null);
        var result = await AppendAsync(
            new Append([SliceOf(events)], now, actor.Subject, actor.Court.Value, id.Recorded ? record : null, []),
            events);
        return ActReply.Of(record, result);
    }

    private async Task<ActReply> ReplyRefusalAsync(Refusal refusal)
    {
        if (!await IsOutdatedAsync())
            return ActReply.Refused(refusal);
        DeactivateOnIdle();
        return ActReply.Beaten;
    }
}
