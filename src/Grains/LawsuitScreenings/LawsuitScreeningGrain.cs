using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.LawsuitScreenings;

/// <inheritdoc cref="ILawsuitScreeningGrain"/>
public sealed class LawsuitScreeningGrain(IJournal journal)
    : JournaledGrain<LawsuitScreeningState, LawsuitScreeningEvent>(journal, Codecs.LawsuitScreening, LawsuitScreeningState.Unknown), ILawsuitScreeningGrain
{
    protected override StreamId Stream => StreamId.Of(Id);

    private LawsuitScreeningId Id => LawsuitScreeningId.Parse(this.GetPrimaryKeyString());

    protected override LawsuitScreeningState Evolve(LawsuitScreeningState state, LawsuitScreeningEvent @event) => LawsuitScreeningState.Evolve(state, @event);

    public async Task<ActReply> StepAsync(LawsuitScreeningStep step)
    {
        var decision = LawsuitScreeningDecider.Decide(State, Id, step);
        if (decision.Refusal is { } refusal)
        {
            if (State.Reported is null)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        var state = decision.Events.Aggregate(State, LawsuitScreeningState.Evolve);
        var answer = new LawsuitScreeningAnswer(
            Id.Unit.Value, Id.Value[(Id.Value.LastIndexOf('/') + 1)..], LawsuitScreeningState.StatusOf(state.Reported!.Late, state.Found.Length, Id.DueOn, step.Today),
            state.OpenLawsuits, state.ClosedLawsuits, state.Found.Length, state.Left);
        return await ReplyAsync(
            step.Id, step.Actor, step.Now, decision.Events, JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Readable.LawsuitScreeningAnswer),
            step.Tell is { Reason: null } ? 201 : 200);
    }
}
