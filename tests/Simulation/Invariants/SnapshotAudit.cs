using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>Every snapshot is what the events up to its version say, and still is after it was read: nothing of a state is lost on the way.</summary>
internal static class SnapshotAudit
{
    public static void Check(MemoryTables tables, CaseHistory history, Findings findings)
    {
        foreach (var (id, entries) in history.Cases)
        {
            if (!tables.Snapshots.TryGetValue(Grains.Journaling.StreamId.Of(id), out var row))
                continue;
            var stored = row.Snapshot;
            var folded = entries.Take(stored.Version).Aggregate(CaseState.Unopened, (state, entry) => CaseEvolution.Evolve(state, entry.Event));
            findings.Require(stored.State.AsSpan().SequenceEqual(Write(folded)), $"The snapshot of case {id.Value[..8]} at version {stored.Version} is not what its events say.");
            var read = JsonSerializer.Deserialize(stored.State.AsSpan(), CaseStateJson.Default.CaseState)!;
            findings.Require(stored.State.AsSpan().SequenceEqual(Write(read)), $"The snapshot of case {id.Value[..8]} is another one after it was read.");
        }
    }

    private static byte[] Write(CaseState state) => JsonSerializer.SerializeToUtf8Bytes(state, CaseStateJson.Default.CaseState);
}
