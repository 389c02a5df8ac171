using PetitionMesh.Cluster.Running;

namespace PetitionMesh.Cluster;

/// <summary>Tests that kill real processes and start them again, one after the other: they mostly work.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessTests : ICollectionFixture<SyncingPostgres>
{
    public const string Name = "Processes";
}
