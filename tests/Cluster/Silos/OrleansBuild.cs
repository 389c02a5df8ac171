namespace PetitionMesh.Cluster.Silos;

/// <summary>Which host these tests were built with.</summary>
internal static class OrleansBuild
{
#if ORLEANS
    private const bool IsHere = true;
#else
    private const bool IsHere = false;
#endif

    /// <summary>Skips the test by name in a build without Microsoft Orleans.</summary>
    public static void SkipIfAbsent() =>
        Skip.IfNot(IsHere, "Built for the embedded host, which is one process. Where Microsoft Orleans can be restored: dotnet test tests/Cluster -p:GrainHost=Orleans");
}
