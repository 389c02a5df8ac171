using PetitionMesh.Simulation.Engine;

namespace PetitionMesh.Simulation.People;

/// <summary>The courts' calendar: now and then it leaps by days or years, so that limits run out, while the machines' time runs on.</summary>
internal sealed class Calendar(World world)
{
    private TimeSpan _ahead;

    public DateTimeOffset Now => world.Now + _ahead;

    public void Leap(TimeSpan span)
    {
        _ahead += span;
        world.Note("world", () => $"it is {Now:yyyy-MM-dd} now");
    }
}
