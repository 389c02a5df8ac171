using System.Collections.Immutable;

namespace PetitionMesh.Grains.Journaling.Snapshots;

/// <summary>What a long stream had come to. A cache: missing, unreadable or outdated it is ignored, and the events say it all again.</summary>
/// <param name="Version">Version of the stream that it shows.</param>
/// <param name="State">The state as JSON (UTF-8); what is personal in it is sealed, as in the events.</param>
/// <param name="Seal">Keyed hash by which <see cref="StreamSnapshots{TState}"/> knows its own work.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.snapshot")]
public sealed record Snapshot(
    [property: Id(0)] int Version,
    [property: Id(1)] ImmutableArray<byte> State,
    [property: Id(2)] ImmutableArray<byte> Seal);
