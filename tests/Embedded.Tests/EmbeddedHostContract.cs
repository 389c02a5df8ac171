using PetitionMesh.Embedded.Tests.Contract;

namespace PetitionMesh.Embedded.Tests;

/// <summary>The embedded host keeps the contract of all hosts.</summary>
public sealed class EmbeddedHostContract : HostContract
{
    protected override async Task<IHostUnderTest> StartHostAsync()
    {
        var host = new EmbeddedHostUnderTest();
        await host.Host.StartAsync(CancellationToken.None);
        return host;
    }
}
