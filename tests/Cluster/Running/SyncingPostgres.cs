using PetitionMesh.Tests;

namespace PetitionMesh.Cluster.Running;

/// <summary>PostgreSQL as courts run it: a commit is answered when it is on the disk.</summary>
public sealed class SyncingPostgres : PostgresServer
{
    protected override bool Syncs => true;
}
