using PetitionMesh.Embedded.Tests.Contract;

namespace PetitionMesh.Silo.Tests.Contract;

/// <summary>So do three, between which calls travel as bytes.</summary>
public sealed class ThreeSilosContract : HostContract
{
    protected override async Task<IHostUnderTest> StartHostAsync() => await OrleansHostUnderTest.StartAsync(silos: 3);
}
