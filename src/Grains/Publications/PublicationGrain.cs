using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Publications;

/// <inheritdoc cref="IPublicationGrain"/>
public sealed class PublicationGrain(IJournal journal)
    : JournaledGrain<PublicationState, PublicationEvent>(journal, Codecs.Publication, PublicationState.Unpublished), IPublicationGrain
{
    private PublicationId Id => PublicationId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override PublicationState Evolve(PublicationState state, PublicationEvent @event) => new(PublicationDecider.Evolve(state.View, @event));

    public async Task<ActReply> PublishAsync(Publish command)
    {
        if (command.Seen != State.View?.InForce.Hash)
            return ActReply.Beaten;
        var decision = PublicationDecider.Decide(State.View, Id, command);
        if (decision.Refusal is { } refusal)
            return ActReply.Refused(refusal);
        var answer = decision.Events.Aggregate(State.View, PublicationDecider.Evolve)!;
        return await ReplyAsync(command.Id, command.Actor, command.Now, decision.Events, PublicationAnswersJson.Write(answer));
    }

    public Task<PublicationView?> ViewAsync()
    {
        var view = State.View;
        if (view is null)
            DeactivateOnIdle();
        return Task.FromResult(view);
    }
}

/// <param name="View">Null while nothing is published.</param>
public sealed record PublicationState(PublicationView? View)
{
    public static PublicationState Unpublished { get; } = new(View: null);
}
