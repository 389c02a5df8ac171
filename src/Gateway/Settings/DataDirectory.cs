namespace PetitionMesh.Gateway.Settings;

/// <summary>Where the process keeps what must outlive it (setting <c>Data:Directory</c>, default <c>data</c> below the current folder).</summary>
internal sealed record DataDirectory(string Path)
{
    public static DataDirectory Of(IConfiguration configuration) =>
        new(System.IO.Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } named ? named : "data"));
}
