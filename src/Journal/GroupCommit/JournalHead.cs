using System.Collections.Immutable;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>Where the journal ends and what its hash chain says about everything up to there.</summary>
/// <param name="Position">Of the last event; 0 when there is none.</param>
/// <param name="Hash">SHA-256 of the chain up to <paramref name="Position"/>; 32 zero bytes at the beginning.</param>
public sealed record JournalHead(long Position, ImmutableArray<byte> Hash)
{
    public static JournalHead Beginning { get; } = new(0, [.. new byte[32]]);

    public string HashText => Convert.ToHexStringLower(Hash.AsSpan());

    public bool Equals(JournalHead? other) => other is not null && Position == other.Position && Hash.AsSpan().SequenceEqual(other.Hash.AsSpan());

    public override int GetHashCode() => Position.GetHashCode();
}
