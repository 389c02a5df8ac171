using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Publications;

/// <inheritdoc cref="IPublicationGrain"/>
public sealed class PublicationGrain(IJournal journal)
    : JournaledGrain<PublicationState, PublicationEvent>(journal, Codecs.Publication, PublicationState.Unpublished), IPublicationGrain
{
    private PublicationId Id => PublicationId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override PublicationState Evolve(PublicationState state, PublicationEvent @event) => new(PublicationDecider.Evolve(state.View, @event));

    public async Task<PublicationOutcome> PublishAsync(Publish command)
    {
        if (command.Seen != State.View?.InForce.Hash)
            return PublicationOutcome.Again;
        var decision = PublicationDecider.Decide(State.View, Id, command);
        if (decision.Refusal is { } refusal)
            return PublicationOutcome.Refused(refusal);
        var answer = decision.Events.Aggregate(State.View, PublicationDecider.Evolve)!;
        if (decision.Events.IsEmpty && !command.Id.Recorded)
            return PublicationOutcome.Done(answer);
        var append = AppendOf(decision.Events, command.Actor, command.Now, RecordOf(command.Id, answer));
        return PublicationOutcome.Of(answer, await AppendAsync(append, decision.Events));
    }

    public Task<PublicationView?> ViewAsync()
    {
        var view = State.View;
        if (view is null)
            DeactivateOnIdle();
        return Task.FromResult(view);
    }

    private static CommandRecord? RecordOf(CommandId id, PublicationView answer) =>
        id.Recorded ? new CommandRecord(id.Caller, id.Key, id.BodyHash, 200, PublicationAnswersJson.Write(answer)) : null;
}

/// <param name="View">Null while nothing is published.</param>
public sealed record PublicationState(PublicationView? View)
{
    public static PublicationState Unpublished { get; } = new(View: null);
}
