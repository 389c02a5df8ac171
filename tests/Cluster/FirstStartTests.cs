using System.Globalization;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>A first start makes keys, journal and city; whoever dies at it leaves nothing that the next start could not use.</summary>
[Collection(ProcessTests.Name)]
public sealed class FirstStartTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task A_first_start_killed_at_a_write_is_made_good_by_the_next()
    {
        Skip.If(Strace.Unavailable is not null, Strace.Unavailable);
        foreach (var when in new[] { 1, 4 })
        {
            var store = new StoreUnderTest.Sqlite(Workplace.NewDirectory());
            try
            {
                await KillAtWriteAsync(store, when);
                output.WriteLine($"killed at write {when}, leaving {string.Join(", ", Directory.GetFiles(store.Directory).Select(f => $"{Path.GetFileName(f)} ({new FileInfo(f).Length})"))}");
                await using var workplace = await Workplace.OnAsync(store, ownsDirectory: false);
                Assert.Equal(6, workplace.Courts.All.Count);
                Assert.Empty(workplace.Gateway.Defects);
            }
            finally
            {
                Directory.Delete(store.Directory, recursive: true);
            }
        }
    }

    private static async Task KillAtWriteAsync(StoreUnderTest store, int when)
    {
        await using var gateway = GatewayProcess.Start(store, FreePort.Take());
        await using var strace = await Strace.AttachAsync(
            [gateway.Id], "-o", "/dev/null", "-e", "trace=pwrite64", "-e", string.Create(CultureInfo.InvariantCulture, $"inject=pwrite64:signal=SIGKILL:when={when}"));
        await Deadline.UntilAsync("the process dies", TimeSpan.FromSeconds(60), () => gateway.HasExited, () => gateway.Said);
    }
}
