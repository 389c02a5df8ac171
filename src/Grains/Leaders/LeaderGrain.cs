using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Leaders;

/// <inheritdoc cref="ILeaderGrain"/>
public sealed class LeaderGrain(IJournal journal)
    : JournaledGrain<LeaderState, LeaderEvent>(journal, Codecs.Leader, LeaderState.Present), ILeaderGrain
{
    private LeaderId Id => LeaderId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override LeaderState Evolve(LeaderState state, LeaderEvent @event) => LeaderState.Evolve(state, @event);

    public async Task<ActReply> TellLongLeaveAsync(TellLongLeave command)
    {
        var decision = LeaderDecider.Decide(Id, State, command);
        if (decision.Refusal is { } refusal)
            return ActReply.Refused(refusal);
        var after = decision.Events.Aggregate(State, LeaderState.Evolve);
        var standing = JsonSerializer.SerializeToUtf8Bytes(new LeaderStanding(Id, after.Leave?.From, after.Leave?.Until), AnswersJson.Readable.LeaderStanding);
        return await ReplyAsync(command.Id, command.Actor, command.Now, decision.Events, standing);
    }
}
