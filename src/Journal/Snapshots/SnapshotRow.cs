using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;

namespace PetitionMesh.Journal.Snapshots;

/// <summary>The one snapshot of a stream.</summary>
public sealed record SnapshotRow(StreamId Stream, Snapshot Snapshot);
