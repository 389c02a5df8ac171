namespace PetitionMesh.Simulation.Engine;

/// <summary>How a run picks what happens next. Different manners find different races, so the seed picks the manner too.</summary>
internal sealed class Picking
{
    private readonly Chance _chance;
    private readonly double _staying;
    private readonly double _inOrder;
    private readonly double _newestFirst;

    public Picking(Chance chance)
    {
        _chance = chance;
        _staying = chance.Pick([0.0, 0.0, 0.5, 0.9]);
        _inOrder = chance.Pick([0.0, 0.5, 1.0]);
        _newestFirst = chance.Pick([0.0, 0.0, 0.5]);
    }

    public Lane Lane(List<Lane> runnable, Lane? last)
    {
        if (runnable.Count == 1)
            return runnable[0];
        return last is not null && _chance.Odds(_staying) && runnable.Contains(last) ? last : _chance.Pick(runnable);
    }

    public int Task(int waiting)
    {
        if (waiting == 1 || _chance.Odds(_inOrder))
            return 0;
        return _chance.Odds(_newestFirst) ? waiting - 1 : _chance.Below(waiting);
    }
}
