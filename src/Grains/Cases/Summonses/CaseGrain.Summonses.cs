using System.Text.Json;

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

    private async Task<ActReply> ReplyRefusalAsync(Refusal refusal)
    {
        if (!await IsOutdatedAsync())
            return ActReply.Refused(refusal);
        DeactivateOnIdle();
        return ActReply.Beaten;
    }
}
