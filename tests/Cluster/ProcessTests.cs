using PetitionMesh.Tests;

namespace PetitionMesh.Cluster;

/// <summary>Tests that kill and starve real processes. One after the other: two at once would measure each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "Processes";
}
