using System.Diagnostics;
using System.Globalization;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>The database alone goes and comes back under load; the gateway stays, tells its callers to wait and serves again by itself.</summary>
/// <remarks>More: <c>PETITIONMESH_RESTARTS=10 dotnet test tests/Cluster --filter RestartTests --logger "console;verbosity=detailed"</c>.</remarks>
[Collection(StarvedTests.Name)]
public sealed class RestartTests(ITestOutputHelper output)
{
    private static readonly string[] Ways = ["fast", "immediate", "kill -9"];

    [SkippableFact]
    public async Task Restarts_of_postgres_lose_and_double_nothing_and_nobody_is_told_500()
    {
        await using var cluster = await OwnCluster.StartAsync();
        await using var workplace = await Workplace.OnPostgresAsync(cluster);
        var random = new Random(Rounds.Seed);
        var recovery = new Figures("from PostgreSQL's return to the next acknowledgement");
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        for (var round = 0; round < Rounds.Restarts; round++)
        {
            var way = Ways[round % Ways.Length];
            var context = $"seed {Rounds.Seed}, round {round}, {way}";
            var goal = load.Count + random.Next(10, 80);
            await Deadline.UntilAsync($"{context}: the load goes on", TimeSpan.FromSeconds(20), load.ReachesAsync(goal), () => $"{load.Figures} {workplace.Gateway.Said}");
            await RestartAsync(cluster, way);
            var back = Stopwatch.StartNew();
            var before = load.Count;
            await Deadline.UntilAsync($"{context}: somebody is served", Workplace.Promised, load.ReachesAsync(before + 1), () => workplace.Gateway.Said);
            recovery.Add(back.Elapsed);
            await Truth.HoldAsync(workplace.Store, load.Acknowledged, all: false, context);
        }

        var seed = $"seed {Rounds.Seed}";
        await load.FinishAsync(TimeSpan.FromSeconds(30));
        output.WriteLine($"{seed}; {load.Figures}");
        output.WriteLine($"{recovery} (machine: {Workplace.LoadPerCore:0.0} runnable processes per core)");
        await Truth.HoldAsync(workplace.Store, load.Acknowledged, all: true, seed);
        await Truth.CountsAgreeAsync(workplace.Store, workplace.Courts, seed);
        await Truth.VerifyAsync(workplace.Store, seed);
        Assert.Empty(load.Faults);
        Assert.Empty(workplace.Gateway.Defects);
        Assert.False(workplace.Gateway.HasExited);
    }

    private static async Task RestartAsync(PostgresCluster cluster, string way)
    {
        if (way == "kill -9")
            await KillPostmasterAsync(cluster);
        else
            await cluster.StopAsync(way);
        await cluster.StartAgainAsync();
    }

    /// <summary>Its backends notice within moments; until the last is gone a new postmaster refuses the shared memory.</summary>
    private static async Task KillPostmasterAsync(PostgresCluster cluster)
    {
        var postmaster = cluster.Postmaster!.Value;
        var children = File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray();
        ProcessSignal.Send(postmaster, "KILL");
        await Deadline.UntilAsync(
            "every process of the cluster is gone and reaped",
            TimeSpan.FromSeconds(20),
            () => children.Append(postmaster).All(p => !Directory.Exists($"/proc/{p}")));
    }
}
