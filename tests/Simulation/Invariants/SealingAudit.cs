using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>Everything sealed can be read again: the key's row was written with the first event that was sealed with it.</summary>
internal static class SealingAudit
{
    public static void Check(MemoryTables tables, CaseHistory history, KeyFile keys, Findings findings)
    {
        var keyring = new Keyring(keys, _ => throw new InvalidOperationException("Reading needs nothing random."));
        foreach (var (_, received) in history.Receptions)
        {
            if (tables.Keys.GetValueOrDefault(received.Claim.Key) is not { } row)
                findings.Add($"Reception {received.Reception.Value[..8]} is sealed with a key that is not there.");
            else
                findings.Require(
                    keyring.Open(row).Open(received.Reception.Value, Sealing.ClaimField, received.Claim) == People.Requests.Claim,
                    $"Reception {received.Reception.Value[..8]} holds another claim than was made.");
        }
    }
}
