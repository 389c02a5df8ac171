using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Integrity;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>The journal as such: one order without gaps, streams without gaps, a chain that verifies.</summary>
internal static class JournalAudit
{
    public static void Check(MemoryTables tables, Findings findings)
    {
        var versions = new Dictionary<StreamId, int>();
        var position = 0L;
        foreach (var recorded in tables.Events)
        {
            findings.Require(recorded.Position == ++position, $"Position {recorded.Position} stands where {position} should.");
            var version = versions[recorded.Stream] = versions.GetValueOrDefault(recorded.Stream) + 1;
            findings.Require(recorded.Version == version, $"{recorded.Stream} goes on with version {recorded.Version} instead of {version}.");
        }

        CheckChain(tables, findings);
    }

    private static void CheckChain(MemoryTables tables, Findings findings)
    {
        var hash = new byte[32];
        var position = 0L;
        foreach (var link in tables.Links)
        {
            findings.Require(link.First == position + 1 && link.Last >= link.First, $"The chain jumps from {position} to {link.First}..{link.Last}.");
            hash = [.. Chain.Extend(hash, tables.Events.Where(e => e.Position >= link.First && e.Position <= link.Last))];
            findings.Require(link.Hash.AsSpan().SequenceEqual(hash), $"The chain does not verify at {link.First}..{link.Last}.");
            position = link.Last;
        }

        findings.Require(
            tables.Head.Position == tables.Events.Count && position == tables.Events.Count && tables.Head.Hash.AsSpan().SequenceEqual(hash),
            "The head is not the end of the chain.");
    }
}
