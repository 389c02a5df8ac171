using System.Collections.Immutable;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// The events of one decision while it is being made: each is folded as it is told, so that the next is decided on what then is true.
/// Local to one decision; what comes out is the list.
/// </summary>
internal sealed class CaseDraft(CaseState state)
{
    private readonly ImmutableArray<CaseEvent>.Builder _events = ImmutableArray.CreateBuilder<CaseEvent>();

    public CaseState State { get; private set; } = state;

    public CaseWork Work => State.Work;

    public void Tell(CaseEvent @event)
    {
        State = CaseEvolution.Evolve(State, @event);
        _events.Add(@event);
    }

    public ImmutableArray<CaseEvent> Events => _events.ToImmutable();

    public Decision<CaseEvent> Decision => new(Events, null);
}
