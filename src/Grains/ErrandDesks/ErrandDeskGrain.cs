using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.ErrandDesks;

/// <inheritdoc cref="IErrandDeskGrain"/>
public sealed class ErrandDeskGrain(IJournal journal)
    : JournaledGrain<ErrandDeskState, ErrandDeskEvent>(journal, Codecs.ErrandDesk, ErrandDeskState.Unknown), IErrandDeskGrain
{
    protected override StreamId Stream => StreamId.Of(ErrandDeskId.Parse(this.GetPrimaryKeyString()));

    protected override ErrandDeskState Evolve(ErrandDeskState state, ErrandDeskEvent @event) => ErrandDeskState.Evolve(state, @event);

    public Task<ActReply> OpenAsync(OpenErrandDesk command) => ReplyAsync(command.Id, command.Actor, command.Now, 201, ErrandDeskDecider.Open(State, command));

    public Task<ActReply> StepAsync(ErrandDeskStep step) => ReplyAsync(step.Id, step.Actor, step.Now, 200, ErrandDeskDecider.Decide(State, step));

    public Task<ErrandDeskAnswer?> StandingAsync()
    {
        if (State.Opened is null)
        {
            DeactivateOnIdle();
            return Task.FromResult<ErrandDeskAnswer?>(null);
        }
        return Task.FromResult<ErrandDeskAnswer?>(AnswerOf(State));
    }

    private async Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, int status, Decision<ErrandDeskEvent> decision)
    {
        if (decision.Refusal is { } refusal)
        {
            if (State.Opened is null)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        var answer = AnswerOf(decision.Events.Aggregate(State, ErrandDeskState.Evolve));
        return await ReplyAsync(id, actor, now, decision.Events, JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Readable.ErrandDeskAnswer), status);
    }

    private static ErrandDeskAnswer AnswerOf(ErrandDeskState state)
    {
        var opened = state.Opened!;
        return new ErrandDeskAnswer(opened.Desk, opened.Court, opened.Name, opened.Place, state.Officer!, opened.Day, state.Closed?.Day);
    }
}
