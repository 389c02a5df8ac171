using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Privacy;

/// <summary>A key that seals something now, with what the append of that must bring along.</summary>
/// <param name="Row">Of a key that is new; null for one that is there already.</param>
public readonly record struct SealingKey(DataKey Key, WrappedKey? Row)
{
    /// <summary>That a key which is there already has not been erased meanwhile; null for a new one, which its stream's version orders against an erasure.</summary>
    internal Slice? Guard => Row is null ? Key.Guard : null;

    /// <summary>The row, if the key is new.</summary>
    internal ImmutableArray<WrappedKey> Rows => Row is null ? [] : [Row];

    /// <summary>The slices of what was sealed, and the guard.</summary>
    internal ImmutableArray<Slice> With(params ImmutableArray<Slice> slices) => Guard is { } guard ? slices.Add(guard) : slices;
}
