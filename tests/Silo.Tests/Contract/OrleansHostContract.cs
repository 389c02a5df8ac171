using PetitionMesh.Embedded.Tests.Contract;

namespace PetitionMesh.Silo.Tests.Contract;

/// <summary>One silo of Microsoft Orleans keeps the contract of all hosts.</summary>
public sealed class OrleansHostContract : HostContract
{
    protected override async Task<IHostUnderTest> StartHostAsync() => await OrleansHostUnderTest.StartAsync(silos: 1);
}
