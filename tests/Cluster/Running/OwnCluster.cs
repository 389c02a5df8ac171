using PetitionMesh.Tests;

namespace PetitionMesh.Cluster.Running;

/// <summary>A PostgreSQL of one test alone, which may stop, kill and starve it without another test noticing.</summary>
internal static class OwnCluster
{
    /// <summary>Skips the test by name where PostgreSQL's server programs are not.</summary>
    /// <param name="directory">Null for a temporary one.</param>
    public static async Task<PostgresCluster> StartAsync(string? directory = null)
    {
        try
        {
            return await PostgresCluster.StartAsync(directory);
        }
        catch (PostgresMissingException missing)
        {
            throw new SkipException($"No PostgreSQL for tests: {missing.Message}");
        }
    }
}
