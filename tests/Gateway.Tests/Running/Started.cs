namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>One gateway in Development on the memory journal, shared by the tests of a class.</summary>
public sealed class Started : IAsyncLifetime
{
    public RunningGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync() => Gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await Gateway.DisposeAsync();
}
