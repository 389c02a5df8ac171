namespace PetitionMesh.Simulation.Runs;

/// <summary>What became of a seed.</summary>
/// <param name="Trace">Equal for two runs of one seed in one build.</param>
/// <param name="Findings">Broken invariants; empty when all held.</param>
/// <param name="Lines">The readable trace, when it was kept.</param>
/// <param name="Acknowledged">Commands whose client was told that they are done.</param>
internal sealed record RunResult(
    long Seed, ulong Trace, IReadOnlyList<string> Findings, IReadOnlyList<string> Lines, long Steps, int Events, int Acknowledged)
{
    public bool Held => Findings.Count == 0;

    public override string ToString() => $"seed {Seed}: {string.Join("; ", Findings)}";
}
