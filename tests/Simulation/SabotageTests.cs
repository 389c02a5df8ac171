using PetitionMesh.Simulation.Runs;
using PetitionMesh.Simulation.Sabotages;
using Xunit.Abstractions;

namespace PetitionMesh.Simulation;

/// <summary>A net is worth what it catches: each promise is broken on purpose, and the simulation must notice within a few seeds.</summary>
public sealed class SabotageTests(ITestOutputHelper output)
{
    private const int MostSeeds = 200;

    [Fact]
    public void An_append_without_its_version_check_is_found() => Finds(new NoVersionCheck(), "has number");

    [Fact]
    public void An_acknowledgement_before_the_commit_is_found() => Finds(new EarlyAcknowledgement(), "was acknowledged");

    [Fact]
    public void A_lost_answer_taken_for_success_is_found() => Finds(new TakingDoubtForSuccess(), "was acknowledged");

    [Fact]
    public void A_missing_command_table_is_found() => Finds(new NoCommandTable(), "its first answer is lost");

    [Fact]
    public void A_ledger_written_outside_the_transaction_is_found() => Finds(new LateLedger(), "ledger");

    [Fact]
    public void A_text_sealed_with_a_key_that_was_erased_is_found() => Finds(new NoErasureGuard(), "a key that is not there", mostSeeds: 1_500);

    /// <param name="telling">Part of the finding: it must be the promise that was broken, not any by-product.</param>
    /// <param name="mostSeeds">More for what needs a rare meeting: two processes, an erasure at one, the same person at the other at once.</param>
    private void Finds(Sabotage sabotage, string telling, int mostSeeds = MostSeeds)
    {
        for (var seed = 1; seed <= mostSeeds; seed++)
        {
            var result = Run.Of(seed, sabotage);
            if (result.Findings.FirstOrDefault(f => f.Contains(telling, StringComparison.OrdinalIgnoreCase)) is { } finding)
            {
                output.WriteLine($"{sabotage.GetType().Name} is found by seed {seed}: {finding}");
                return;
            }
        }

        Assert.Fail($"{sabotage.GetType().Name} went unnoticed in {mostSeeds} seeds.");
    }
}
