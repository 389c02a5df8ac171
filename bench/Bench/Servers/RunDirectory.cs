namespace PetitionMesh.Bench.Servers;

/// <summary>The run's own folder: database, data and logs. Removed at the end of a good run, kept after a bad one to look into.</summary>
internal sealed class RunDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("petitionmesh-bench-").FullName;

    /// <summary>Set when everything has gone well.</summary>
    public bool Remove { get; set; }

    public void Dispose()
    {
        if (Remove)
            Directory.Delete(Path, recursive: true);
        else
            Console.Error.WriteLine($"Kept for a look: {Path}");
    }
}
