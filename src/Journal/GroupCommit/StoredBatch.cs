using System.Collections.Immutable;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>One link of the chain as it is stored: the events <paramref name="First"/>..<paramref name="Last"/> and the hash after them.</summary>
public sealed record StoredBatch(Guid Id, long First, long Last, ImmutableArray<byte> Hash, DateTimeOffset At);
