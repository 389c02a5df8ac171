using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Starting;

public sealed class KeyTests
{
    [Fact]
    public async Task A_development_key_refuses_to_start_anywhere_else_and_says_why()
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-test-");
        await using (await RunningGateway.StartAsync(directory: directory.FullName))
        {
        }
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => RunningGateway.StartAsync("Production", directory.FullName));
        Assert.Contains("不能用于正式环境", fault.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }
}
