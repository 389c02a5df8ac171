using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PetitionMesh.Grains;

/// <summary>What a decider answers: the events that now are true, none when they already were, or a refusal.</summary>
[CollectionBuilder(typeof(Decision), nameof(Decision.Of))]
public sealed record Decision<TEvent>(ImmutableArray<TEvent> Events, Refusal? Refusal)
{
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);

    public ImmutableArray<TEvent>.Enumerator GetEnumerator() => Events.GetEnumerator();
}

/// <summary>Builds decisions from collection expressions.</summary>
public static class Decision
{
    public static Decision<TEvent> Of<TEvent>(ReadOnlySpan<TEvent> events) => new([.. events], null);
}
