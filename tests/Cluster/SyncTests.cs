using System.Globalization;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>An acknowledged reception is on the disk: the kernel is asked to sync at least once per committed batch.</summary>
[Collection(ProcessTests.Name)]
public sealed class SyncTests(SyncingPostgres postgres, ITestOutputHelper output)
{
    private const string Batches = "select count(*) from batch";
    private const int Enough = 300;

    [SkippableFact]
    public async Task Sqlite_syncs_at_every_commit()
    {
        Skip.If(Strace.Unavailable is not null, Strace.Unavailable);
        await using var workplace = await Workplace.OnSqliteAsync();
        await CompareAsync(workplace, [workplace.Gateway.Id]);
    }

    [SkippableFact]
    public async Task Postgres_syncs_at_every_commit()
    {
        Skip.If(Strace.Unavailable is not null, Strace.Unavailable);
        postgres.SkipIfUnavailable();
        Skip.If(!postgres.IsPrivate, "The PostgreSQL of these tests is not ours to trace.");
        await using var workplace = await Workplace.OnPostgresAsync(postgres);
        var store = (StoreUnderTest.Postgres)workplace.Store;
        var writer = (int)await store.CountAsync(
            "select pid from pg_stat_activity where datname = current_database() and application_name = 'petitionmesh-journal'");
        var flusher = (int)await store.CountAsync("select pid from pg_stat_activity where backend_type = 'walwriter'");
        await CompareAsync(workplace, [writer, flusher]);
    }

    private async Task CompareAsync(Workplace workplace, IReadOnlyCollection<int> processes)
    {
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        await Deadline.UntilAsync("the load runs", TimeSpan.FromSeconds(20), load.ReachesAsync(21), () => $"{load.Figures} {workplace.Gateway.Said}");
        var counted = Path.Combine(workplace.Store.Directory, "strace.log");
        long before, after;
        // Batches are counted inside the span in which syncs are counted, so the comparison can only err against us.
        await using (await Strace.AttachAsync(processes, "-o", counted, "-e", "trace=fsync,fdatasync"))
        {
            // What was under way when strace came may have synced unseen; the writer begins the next batch only after it.
            var underWay = await workplace.Store.CountAsync(Batches) + 1;
            before = underWay;
            await Deadline.UntilAsync("the batch under way is through", TimeSpan.FromSeconds(20), async () => (before = await workplace.Store.CountAsync(Batches)) >= underWay);
            var goal = load.Count + Enough;
            await Deadline.UntilAsync("enough is registered", TimeSpan.FromSeconds(60), load.ReachesAsync(goal));
            after = await workplace.Store.CountAsync(Batches);
        }

        await load.FinishAsync(TimeSpan.FromSeconds(30));
        var syncs = File.ReadLines(counted).Count(l => l.EndsWith("= 0", StringComparison.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{syncs} syncs for {after - before} committed batches ({load.Figures})"));
        Assert.True(after - before > 10, "Too few batches to say anything.");
        Assert.True(syncs >= after - before, $"{syncs} syncs for {after - before} batches.");
        Assert.Empty(load.Faults);
    }
}
