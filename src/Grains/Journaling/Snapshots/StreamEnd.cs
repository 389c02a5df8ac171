using System.Collections.Immutable;

namespace PetitionMesh.Grains.Journaling.Snapshots;

/// <summary>What tells the last event of a stream from any other that could stand there: its instant (to the microsecond, as it is stored) and its bytes.</summary>
public readonly record struct StreamEnd(DateTimeOffset At, ImmutableArray<byte> Payload)
{
    public static StreamEnd Of(RecordedEvent recorded) => new(recorded.At, recorded.Payload);
}
