using System.Collections.Immutable;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>Which cases a person has, and the key that seals what is theirs.</summary>
public sealed record PetitionerState
{
    public static PetitionerState Unknown { get; } = new();

    /// <summary>Null until the city has met this person, and again once their data was erased: who comes back gets a new one.</summary>
    public DataKeyId? Key { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<CaseLink> Links { get; init; } = [];

    public static PetitionerState Evolve(PetitionerState state, PetitionerEvent @event) => @event switch
    {
        PetitionerEvent.Registered registered when state.Key is null => state with { Key = registered.Key },
        PetitionerEvent.CaseLinked linked when state.Key is not null && state.Links.All(l => l.Case != linked.Case) =>
            state with { Links = state.Links.Add(new CaseLink(linked.Case, linked.Number)) },
        PetitionerEvent.DataErased when state.Key is not null => state with { Key = null },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a petitioner with {state.Links.Length} cases."),
    };
}
