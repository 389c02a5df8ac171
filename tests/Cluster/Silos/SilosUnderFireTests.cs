using System.Diagnostics;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster.Silos;

/// <summary>Three silos and a gateway under load at half of what they can, while a random silo is killed again and again.</summary>
/// <remarks>Five minutes: <c>PETITIONMESH_CLUSTER_SECONDS=300 dotnet test tests/Cluster -p:GrainHost=Orleans --filter Silos --logger "console;verbosity=detailed"</c>.</remarks>
[Collection(SiloTests.Name)]
public sealed class SilosUnderFireTests(ITestOutputHelper output)
{
    private const int Measured = 1000;

    /// <summary>The rhythm of the fire: not a wait for something, the test is that silos die this often.</summary>
    private static readonly TimeSpan s_betweenKills = TimeSpan.FromSeconds(15);

    /// <summary>The last silo killed has to come back, and whoever waits for one of its grains to be served.</summary>
    private static readonly TimeSpan s_lastAnswers = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Silos_killed_under_load_and_restarts_of_postgres_lose_and_double_nothing()
    {
        OrleansBuild.SkipIfAbsent();
        await using var postgres = await OwnCluster.StartAsync();
        await using var cluster = await SilosAtWork.StartAsync(postgres);
        var random = new Random(Rounds.Seed);
        var load = new ReceptionLoad(cluster.Courts, Rounds.Seed, people: 400, lookUps: true);
        var most = await MeasureAsync(load);
        load.Pace = most / 2;

        var kills = 0;
        var restarts = 0;
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Rounds.SilosUnderFire)
        {
            await cluster.KillAndRestartAsync(random.Next(SilosAtWork.Count));
            kills++;
            await Task.Delay(s_betweenKills);
            if (restarts < 2 && since.Elapsed > (restarts + 1) * Rounds.SilosUnderFire / 3)
            {
                await postgres.StopAsync(restarts++ == 0 ? "fast" : "immediate");
                await postgres.StartAgainAsync();
            }
        }

        var seed = $"seed {Rounds.Seed}";
        await load.FinishAsync(s_lastAnswers);
        output.WriteLine($"{seed}; {kills} kills and {restarts} restarts of PostgreSQL in {since.Elapsed.TotalSeconds:0} s; most {most:0} registrations/s, paced at {load.Pace:0}/s (machine: {Workplace.LoadPerCore:0.0} runnable processes per core)");
        output.WriteLine(load.Figures);
        await Truth.HoldAsync(cluster.Store, load.Acknowledged, all: true, seed);
        await Truth.CountsAgreeAsync(cluster.Store, cluster.Courts, seed);
        await Truth.VerifyAsync(cluster.Store, seed);
        Assert.True(cluster.Defects.Length == 0, cluster.Defects);
        Assert.Empty(load.Faults);
        Assert.True(load.FailedShare < 0.001, $"{seed}: {load.Figures}");
    }

    [SkippableFact]
    public async Task All_silos_killed_at_once_serve_again_when_they_are_back()
    {
        OrleansBuild.SkipIfAbsent();
        await using var postgres = await OwnCluster.StartAsync();
        await using var cluster = await SilosAtWork.StartAsync(postgres);
        var load = new ReceptionLoad(cluster.Courts, Rounds.Seed, clerks: 4);
        await Deadline.UntilAsync("registrations before the crash", TimeSpan.FromSeconds(60), load.ReachesAsync(50), () => load.Figures);

        await cluster.KillAllAsync();
        var since = Stopwatch.StartNew();
        for (var silo = 0; silo < SilosAtWork.Count; silo++)
            await cluster.KillAndRestartAsync(silo);
        var before = load.Count;
        using var http = new HttpClient();
        var serving = Deadline.UntilAsync("somebody is served", s_lastAnswers, load.ReachesAsync(before + 5), () => cluster.Said);
        var ready = await Task.WhenAll(cluster.Silos.Select(s => s.ReadyAsync(http, s_lastAnswers)));
        await serving;

        await load.FinishAsync(s_lastAnswers);
        output.WriteLine($"seed {Rounds.Seed}; served again {(await serving).TotalSeconds:0.0} s after the death of all, silos ready after {string.Join(", ", ready.Select(r => $"{r.TotalSeconds:0.0} s"))} (machine: {Workplace.LoadPerCore:0.0} runnable processes per core)");
        output.WriteLine(load.Figures);
        await Truth.HoldAsync(cluster.Store, load.Acknowledged, all: true, "after the crash of all");
        await Truth.VerifyAsync(cluster.Store, "after the crash of all");
        Assert.True(cluster.Defects.Length == 0, cluster.Defects);
        Assert.Empty(load.Faults);
    }

    private static async Task<double> MeasureAsync(ReceptionLoad load)
    {
        await Deadline.UntilAsync("the load begins", TimeSpan.FromSeconds(60), load.ReachesAsync(100), () => load.Figures);
        var took = await Deadline.UntilAsync("the most is measured", TimeSpan.FromSeconds(120), load.ReachesAsync(load.Count + Measured), () => load.Figures);
        return Measured / took.TotalSeconds;
    }
}
