namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>Tests that measure what the whole process holds; no other runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "Alone in the process";
}
