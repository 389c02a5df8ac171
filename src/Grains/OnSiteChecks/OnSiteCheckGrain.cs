using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.OnSiteChecks;

/// <inheritdoc cref="IOnSiteCheckGrain"/>
public sealed class OnSiteCheckGrain(IJournal journal)
    : JournaledGrain<OnSiteCheckState, OnSiteCheckEvent>(journal, Codecs.OnSiteCheck, OnSiteCheckState.Unknown), IOnSiteCheckGrain
{
    protected override StreamId Stream => StreamId.Of(OnSiteCheckId.Parse(this.GetPrimaryKeyString()));

    protected override OnSiteCheckState Evolve(OnSiteCheckState state, OnSiteCheckEvent @event) => OnSiteCheckState.Evolve(state, @event);

    public Task<ActReply> RecordAsync(RecordOnSiteCheck command) => ReplyAsync(command.Id, command.Actor, command.Now, 201, OnSiteCheckDecider.Record(State, command));

    public Task<ActReply> StepAsync(OnSiteCheckStep step) => ReplyAsync(step.Id, step.Actor, step.Now, 200, OnSiteCheckDecider.Decide(State, step));

    private async Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, int status, Decision<OnSiteCheckEvent> decision)
    {
        if (decision.Refusal is { } refusal)
        {
            if (State.Recorded is null)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        var state = decision.Events.Aggregate(State, OnSiteCheckState.Evolve);
        var recorded = state.Recorded!;
        var answer = new OnSiteCheckAnswer(recorded.Check, state.Status, recorded.Shown, state.DueOn, state.Rectified?.Late);
        return await ReplyAsync(id, actor, now, decision.Events, JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Readable.OnSiteCheckAnswer), status);
    }
}
