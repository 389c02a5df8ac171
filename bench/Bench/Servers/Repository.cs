namespace PetitionMesh.Bench.Servers;

/// <summary>Where the built servers and the page to rewrite are, found from the bench's own place.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release, the same as the bench itself.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Built(string project, string assembly) =>
        Path.Combine(Root, project, "bin", Configuration, "net10.0", assembly + ".dll");

    /// <summary>The same project built with <c>-p:GrainHost=Orleans</c>.</summary>
    public static string BuiltOnOrleans(string project, string assembly) =>
        Path.Combine(Root, project, "bin", "orleans", Configuration, "net10.0", assembly + ".dll");

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "PetitionMesh.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException("PetitionMesh.sln is in none of the folders above: run the bench from a checkout.");
    }
}
