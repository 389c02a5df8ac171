using System.Globalization;

namespace PetitionMesh.Cluster.Running;

/// <summary>
/// How often and from which seed. <c>dotnet test</c> runs a few rounds with a seed of its own each time; PETITIONMESH_KILLS and
/// PETITIONMESH_RESTARTS ask for more, PETITIONMESH_CLUSTER_SECONDS for a longer life of the silos, PETITIONMESH_SEED for the very
/// run that failed.
/// </summary>
internal static class Rounds
{
    /// <summary>0 where nobody asked: then every kind of moment has one turn.</summary>
    public static int Kills { get; } = Number("PETITIONMESH_KILLS", 0);

    public static int Restarts { get; } = Number("PETITIONMESH_RESTARTS", 3);

    /// <summary>How long the silos are killed under load.</summary>
    public static TimeSpan SilosUnderFire { get; } = TimeSpan.FromSeconds(Number("PETITIONMESH_CLUSTER_SECONDS", 60));

    public static int Seed { get; } = Number("PETITIONMESH_SEED", Random.Shared.Next(1, 1_000_000));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
