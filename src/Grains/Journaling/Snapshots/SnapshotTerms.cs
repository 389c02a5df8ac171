namespace PetitionMesh.Grains.Journaling.Snapshots;

/// <summary>When a stream is long.</summary>
/// <param name="From">Events from which on a stream has snapshots; so many are read before one is asked for.</param>
/// <param name="Every">Events after which the next one is made.</param>
public sealed record SnapshotTerms(int From, int Every)
{
    public static SnapshotTerms Ordinary { get; } = new(128, 64);
}
