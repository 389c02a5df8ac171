using System.Diagnostics;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>
/// kill -9 under load. After every death a new process is started in its place, as a supervisor does, and within ten seconds of
/// the death somebody's registration is acknowledged again; what was acknowledged is there once, whatever moment the death chose.
/// </summary>
/// <remarks>More rounds: <c>PETITIONMESH_KILLS=50 dotnet test tests/Cluster --filter KillTests --logger "console;verbosity=detailed"</c>.</remarks>
[Collection(ProcessTests.Name)]
public sealed class KillTests(SyncingPostgres postgres, ITestOutputHelper output)
{
    [Fact]
    public Task Whatever_the_moment_of_a_kill_sqlite_loses_and_doubles_nothing() =>
        Workplace.OnSqliteAsync(workplace => KillAsync(workplace, SqliteKillPoint.All));

    [SkippableFact]
    public Task Whatever_the_moment_of_a_kill_postgres_loses_and_doubles_nothing() =>
        Workplace.OnPostgresAsync(postgres, workplace => KillAsync(workplace, PostgresKillPoint.All));

    private async Task KillAsync(Workplace workplace, IReadOnlyList<KillPoint> points)
    {
        var random = new Random(Rounds.Seed);
        var recovery = new Figures("from the kill to the next acknowledgement");
        var ready = new Figures("from the kill to ready");
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var load = new ReceptionLoad(workplace.Courts, Rounds.Seed);
        var rounds = Rounds.Kills > 0 ? Rounds.Kills : points.Count;
        for (var round = 0; round < rounds; round++)
        {
            // Every kind of moment has its turn; the seed chooses the moment itself.
            var point = points[round % points.Count];
            var context = $"seed {Rounds.Seed}, round {round}, {point.Name}";
            await NextAcknowledgedAsync(load, random.Next(5, 60), context, workplace);
            await point.StrikeAsync(workplace, load, random);
            met[point.Name] = met.GetValueOrDefault(point.Name) + 1;

            var since = Stopwatch.StartNew();
            var before = load.Count;
            await workplace.StartAgainAsync();
            await workplace.Gateway.ReadyAsync(workplace.Courts.Http, Workplace.Promised);
            ready.Add(since.Elapsed);
            await Deadline.UntilAsync($"{context}: somebody is served", Workplace.Promised, load.ReachesAsync(before + 1), () => workplace.Gateway.Said);
            recovery.Add(since.Elapsed);
            await Truth.HoldAsync(workplace.Store, load.Acknowledged, all: false, context);
            Assert.Empty(workplace.Gateway.Defects);
        }

        var seed = $"seed {Rounds.Seed}";
        await load.FinishAsync(TimeSpan.FromSeconds(30));
        output.WriteLine($"{seed}; {string.Join(", ", met.Select(m => $"{m.Key} ×{m.Value}"))}");
        output.WriteLine(load.Figures);
        output.WriteLine($"{ready}");
        output.WriteLine($"{recovery} (machine: {Workplace.LoadPerCore:0.0} runnable processes per core)");
        await Truth.HoldAsync(workplace.Store, load.Acknowledged, all: true, seed);
        await Truth.CountsAgreeAsync(workplace.Store, workplace.Courts, seed);
        await Truth.VerifyAsync(workplace.Store, seed);
        Assert.Empty(load.Faults);
        Assert.True(recovery.Longest < Workplace.Promised, $"{seed}: {recovery}");
    }

    private static Task<TimeSpan> NextAcknowledgedAsync(ReceptionLoad load, int more, string context, Workplace workplace)
    {
        var goal = load.Count + more;
        return Deadline.UntilAsync($"{context}: the load goes on", TimeSpan.FromSeconds(20), load.ReachesAsync(goal), () => $"{load.Figures} {workplace.Gateway.Said}");
    }
}
