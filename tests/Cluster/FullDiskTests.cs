using System.Diagnostics;
using System.Text.Json;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>A full disk is told to callers as "try later", loses and doubles nothing, and when room is made the city serves again by itself.</summary>
[Collection(StarvedTests.Name)]
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

    [SkippableFact]
    public async Task A_full_data_directory_beside_a_healthy_database_refuses_sheets_with_503_and_ends_the_process_of_nobody()
    {
        await using var disk = SmallDisk.Mount(16);
        await using var cluster = await OwnCluster.StartAsync();
        await using var workplace = await Workplace.OnAsync(new StoreUnderTest.Postgres(disk.Root, cluster.ConnectionString), ownsDirectory: false);
        var sheet = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Sheets", "unresolved-427.csv"));
        var import = await UploadAsync(workplace, sheet, "before", 202);
        disk.Fill();
        await UploadAsync(workplace, sheet, "while", 503);
        await Deadline.UntilAsync("all rows are through", TimeSpan.FromSeconds(60), async () => (await ShowAsync(workplace, import)).Contains("\"done\":427", StringComparison.Ordinal));
        var courts = workplace.Courts;
        var answer = await courts.RegisterAsync(Registration.Of("full", courts.All[0], 1, Invented.CaseNumber(1), "visit"));
        Assert.True((int)answer.Status == 201, answer.Body);

        // The end of the import cannot be kept yet; that must cost neither the process nor, once there is room, the figures.
        disk.Free();
        await UploadAsync(workplace, sheet, "while", 202);
        await Deadline.UntilAsync(
            "the end is kept", Workplace.Promised, () => File.ReadAllText(Path.Combine(disk.Root, "imports", $"{import}.json")).Contains("\"done\":427", StringComparison.Ordinal), () => workplace.Gateway.Said);
        Assert.False(workplace.Gateway.HasExited);
        Assert.Empty(workplace.Gateway.Defects);
    }

    private static async Task<string> UploadAsync(Workplace workplace, byte[] sheet, string key, int expected)
    {
        var answer = await workplace.Courts.PostAsync("/api/imports/unresolved-cases", sheet, "text/csv", key);
        Assert.True((int)answer.Status == expected, $"{answer.Status} {answer.Body}");
        using var json = JsonDocument.Parse(answer.Body);
        return expected == 202 ? json.RootElement.GetProperty("id").GetString()! : "";
    }

    private static async Task<string> ShowAsync(Workplace workplace, string import) => (await workplace.Courts.AskAsync($"/api/imports/{import}")).Body;

    /// <param name="supervise">What a supervisor of the database does: PostgreSQL that could not write its log ends itself and is started again.</param>
    private async Task FillAndFreeAsync(Workplace workplace, SmallDisk disk, Func<Task> supervise)
    {
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        await Deadline.UntilAsync("the load runs", TimeSpan.FromSeconds(20), load.ReachesAsync(51));
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
        await Deadline.UntilAsync("somebody is served", Workplace.Promised, load.ReachesAsync(before + 1), () => $"{load.Figures} {workplace.Gateway.Said}");
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
