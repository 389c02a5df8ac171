namespace PetitionMesh.Grains.Publications;

/// <summary>The law of what was published: it stays, and what was wrong is put right in the open.</summary>
public static class PublicationDecider
{
    public static Decision<PublicationEvent> Decide(PublicationView? state, PublicationId id, Publish command)
    {
        if (command.Actor.Role is not (Role.Supervisor or Role.Office) || (command.Actor.Role == Role.Office && command.Actor.Court.Value != id.Scope))
            return Refusal.Forbids("not-the-publisher", "全市统计产品由中院信访局发布，本院的由本院信访部门发布。");
        if (state is null)
            return [new PublicationEvent.Frozen(id, command.Content, command.Hash, command.Position, command.Actor.Name, command.Now)];
        if (command.Lines.IsEmpty)
            return [];
        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Breaks("reason", "J12", "已发布的数字有变动，发布更正须写明理由。", "reason")
            : [new PublicationEvent.PutRight(
                id, state.Corrections.Length + 1, command.Lines, command.Reason, command.Content, command.Hash, command.Position, command.Actor.Name, command.Now)];
    }

    public static PublicationView Evolve(PublicationView? state, PublicationEvent @event) => (state, @event) switch
    {
        (null, PublicationEvent.Frozen e) => new PublicationView(e.Publication, ContentOf(e), ContentOf(e), []),
        ({ } known, PublicationEvent.PutRight e) when e.Number == known.Corrections.Length + 1 => known with
        {
            InForce = new FrozenContent(e.Content, e.Hash, e.Position, e.By, e.At),
            Corrections = known.Corrections.Add(new PublishedCorrection(e.Number, e.Lines, e.Reason, e.By, e.At)),
        },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on this publication."),
    };

    private static FrozenContent ContentOf(PublicationEvent.Frozen e) => new(e.Content, e.Hash, e.Position, e.By, e.At);
}
