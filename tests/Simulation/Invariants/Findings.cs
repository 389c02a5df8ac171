namespace PetitionMesh.Simulation.Invariants;

/// <summary>What is wrong with a run, in sentences.</summary>
internal sealed class Findings
{
    private const int Most = 20;
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public bool AreEmpty => _all.Count == 0;

    public void Add(string finding)
    {
        if (_all.Count < Most && !_all.Contains(finding))
            _all.Add(finding);
    }

    public void Require(bool holds, string otherwise)
    {
        if (!holds)
            Add(otherwise);
    }
}
