using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Tests.Cases;

/// <summary>Given what happened, when something is asked, then these are the events.</summary>
internal sealed record CaseStory(CaseState State, ImmutableArray<CaseEvent> Events)
{
    public static CaseStory NoCaseYet { get; } = new(CaseState.Unopened, []);

    public CaseStory Given(params CaseEvent[] events) => this with { State = events.Aggregate(State, CaseEvolution.Evolve) };

    public CaseStory When(CaseCommand command)
    {
        var decision = CaseDecider.Decide(State, command);
        Assert.Null(decision.Refusal);
        return new CaseStory(decision.Events.Aggregate(State, CaseEvolution.Evolve), decision.Events);
    }

    public T The<T>()
        where T : CaseEvent => Assert.Single(Events.OfType<T>());

    public void No<T>()
        where T : CaseEvent => Assert.Empty(Events.OfType<T>());
}
