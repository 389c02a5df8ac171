using PetitionMesh.Grains.Journaling;
using PetitionMesh.Simulation.Database;

namespace PetitionMesh.Simulation.Sabotages;

/// <summary>A defect put in on purpose, to see that the simulation notices it. Only tests know these; <see cref="None"/> is the system as it is.</summary>
internal class Sabotage
{
    public static Sabotage None { get; } = new();

    /// <summary>How a process reaches the database.</summary>
    public virtual Connection Connect(SimulatedDatabase database) => new(database);

    /// <summary>What grains take for the journal.</summary>
    public virtual IJournal Dress(IJournal journal) => journal;
}
