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
            return new PublicationOutcome(null, null, Contended: true);
        var decision = PublicationDecider.Decide(State.View, Id, command);
        if (decision.Refusal is { } refusal)
            return new PublicationOutcome(null, refusal, Contended: false);
        if (!decision.Events.IsEmpty)
        {
            var append = new Append([SliceOf(decision.Events)], command.Now, command.Actor.Subject, command.Actor.Court.Value, null, []);
            if (await AppendAsync(append, decision.Events) is not AppendResult.Appended)
                return new PublicationOutcome(null, null, Contended: true);
        }
        return new PublicationOutcome(State.View, null, Contended: false);
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
