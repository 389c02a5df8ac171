using PetitionMesh.Cluster.Running;

namespace PetitionMesh.Cluster;

/// <summary>Tests that take something away from real processes and give it back, one after the other: they mostly wait, so they run beside <see cref="ProcessTests"/>.</summary>
[CollectionDefinition(Name)]
public sealed class StarvedTests : ICollectionFixture<SyncingPostgres>
{
    public const string Name = "Starved";
}
