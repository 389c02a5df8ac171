namespace PetitionMesh.Cluster.Silos;

/// <summary>Tests of several silos, which measure what they can do: alone on the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SiloTests
{
    public const string Name = "Silos";
}
