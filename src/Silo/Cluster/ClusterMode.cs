namespace PetitionMesh.Silo.Cluster;

/// <summary>How this process takes part in a cluster.</summary>
public enum ClusterMode
{
    /// <summary>One process holds all grains; nothing is shared but the journal's file or database.</summary>
    Single = 0,

    /// <summary>One of several silos that share the grains and one PostgreSQL.</summary>
    Silo = 1,

    /// <summary>Holds no grains: calls those of the silos.</summary>
    Client = 2,
}
