using System.Diagnostics;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>A full disk is told to callers as "try later", loses and doubles nothing, and when room is made the city serves again by itself.</summary>
[Collection(ProcessTests.Name)]
public sealed class FullDiskTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task A_full_disk_under_sqlite_is_told_as_503_and_mends_when_room_is_made()
    {
        await using var disk = SmallDisk.Mount(32);
        await using var workplace = await Workplace.OnAsync(new StoreUnderTest.Sqlite(disk.Root), ownsDirectory: false);
        await FillAndFreeAsync(workplace, disk, () => Task.CompletedTask);
    }

    [SkippableFact]
    public async Task A_full_disk_under_postgres_is_told_as_503_and_mends_when_room_is_made()
    {
        await using var disk = SmallDisk.Mount(160);
        await using var cluster = await OwnCluster.StartAsync(Path.Combine(disk.Root, "cluster"));
        var directory = Workplace.NewDirectory();
        try
        {
            await using var workplace = await Workplace.OnAsync(new StoreUnderTest.Postgres(directory, cluster.ConnectionString), ownsDirectory: false);
            await FillAndFreeAsync(workplace, disk, () => cluster.Postmaster is null ? cluster.StartAgainAsync() : Task.CompletedTask);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <param name="supervise">What a supervisor of the database does: PostgreSQL that could not write its log ends itself and is started again.</param>
    private async Task FillAndFreeAsync(Workplace workplace, SmallDisk disk, Func<Task> supervise)
    {
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        await Deadline.UntilAsync("the load runs", TimeSpan.FromSeconds(20), () => load.Count > 50);
        disk.Fill();
        await Deadline.UntilAsync(
            "callers are told to come back",
            TimeSpan.FromSeconds(60),
            () =>
            {
                disk.Fill(); // A store that gives blocks back gets none of them again.
                return load.Statuses.GetValueOrDefault(503) >= 32;
            },
            () => $"{load.Figures} {workplace.Gateway.Said}");
        output.WriteLine($"full: {load.Figures}");
        Assert.False(workplace.Gateway.HasExited);

        disk.Free();
        var since = Stopwatch.StartNew();
        var before = load.Count;
        await supervise();
        await Deadline.UntilAsync("somebody is served", Workplace.Promised, () => load.Count > before, () => $"{load.Figures} {workplace.Gateway.Said}");
        output.WriteLine($"seed {Rounds.Seed}: serving again {since.Elapsed.TotalSeconds:0.00} s after room was made");
        await load.FinishAsync(TimeSpan.FromSeconds(30));
        output.WriteLine(load.Figures);
        await Truth.HoldAsync(workplace.Store, load.Acknowledged, all: true, $"seed {Rounds.Seed}");
        await Truth.CountsAgreeAsync(workplace.Store, workplace.Courts, $"seed {Rounds.Seed}");
        await Truth.VerifyAsync(workplace.Store, $"seed {Rounds.Seed}");
        Assert.Empty(load.Faults);
        Assert.Empty(workplace.Gateway.Defects);
    }
}
