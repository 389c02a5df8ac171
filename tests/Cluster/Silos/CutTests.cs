using System.Globalization;
using System.Net;
using Npgsql;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster.Silos;

/// <summary>
/// One silo is cut from the others and keeps the database: for a while both sides believe to hold the same grains. The journal
/// lets only one of them write a version; who calls the losing side is told what to do, and nothing is there twice.
/// </summary>
[Collection(SiloTests.Name)]
public sealed class CutTests(ITestOutputHelper output)
{
    private const int Loser = 2;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task A_silo_cut_from_the_others_and_healed_leaves_no_version_twice()
    {
        OrleansBuild.SkipIfAbsent();
        using var network = CutNetwork.Make();
        await using var postgres = await OwnCluster.StartAsync();
        var outside = await OpenToAsync(postgres, network);
        await using var cluster = await SilosAtWork.StartAsync(postgres.ConnectionString, Places(network, outside));
        using var loserCourts = await Courts.AtAsync(cluster.Silo(Loser).Address);

        // The same people register on both sides: their grains are the ones that exist twice.
        var seed = Rounds.Seed % 500_000;
        var load = new ReceptionLoad(cluster.Courts, seed, clerks: 6);
        var loserLoad = new ReceptionLoad(loserCourts, seed + 500_000, clerks: 6);
        await Deadline.UntilAsync("both sides serve", s_patience, Task.WhenAll(load.ReachesAsync(41), loserLoad.ReachesAsync(41)), () => $"{load.Figures} {loserLoad.Figures}");

        network.Cut();
        var (whole, lone) = (load.Count, loserLoad.Count);
        var goesOn = await Deadline.UntilAsync("the majority serves on", s_patience, load.ReachesAsync(whole + 41), () => cluster.Said);
        var ended = await Deadline.UntilAsync("the cut silo learns that it is out and ends", s_patience, () => cluster.Silo(Loser).HasExited, () => cluster.Silo(Loser).Said);
        output.WriteLine($"seed {seed}; the majority had served 40 more {goesOn.TotalSeconds:0.0} s after the cut, the cut silo ended {ended.TotalSeconds:0.0} s later, having acknowledged {loserLoad.Count - lone} since (machine: {Workplace.LoadPerCore:0.0} runnable processes per core)");

        network.Heal();
        await cluster.KillAndRestartAsync(Loser);
        using var http = new HttpClient();
        await cluster.Silo(Loser).ReadyAsync(http, s_patience);
        await Deadline.UntilAsync("both sides serve again", s_patience, loserLoad.ReachesAsync(lone + 21), () => cluster.Said);
        await Task.WhenAll(load.FinishAsync(s_patience), loserLoad.FinishAsync(s_patience));
        output.WriteLine($"majority: {load.Figures}");
        output.WriteLine($"cut silo: {loserLoad.Figures}");
        Acknowledged[] told = [.. load.Acknowledged, .. loserLoad.Acknowledged];
        await Truth.HoldAsync(cluster.Store, told, all: true, $"seed {seed}");
        await Truth.VerifyAsync(cluster.Store, $"seed {seed}");
        Assert.Equal(0, await cluster.Store.CountAsync("select count(*) from (select 1 from event group by stream, version having count(*) > 1) twice"));
        Assert.Empty(load.Faults);
        Assert.Empty(loserLoad.Faults);
    }

    private static Place[] Places(CutNetwork network, string outside) =>
    [
        Place.OnLoopback() with { Address = network.HostAmongSilos },
        Place.OnLoopback() with { Address = network.HostAmongSilos },
        new(network.InsideAmongSilos, FreePort.Take(), FreePort.Take(), new Uri($"http://{network.InsideOtherwise}:{FreePort.Take()}"), network.Name, outside),
    ];

    /// <summary>Lets the namespace reach the database.</summary>
    /// <returns>The connection string from there.</returns>
    private static async Task<string> OpenToAsync(PostgresCluster postgres, CutNetwork network)
    {
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false }.ConnectionString))
        {
            await connection.OpenAsync();
            await using var where = new NpgsqlCommand("show hba_file", connection);
            await File.AppendAllTextAsync((string)(await where.ExecuteScalarAsync())!, $"\nhost all all {network.InsideOtherwise}/32 trust\n");
#pragma warning disable CA2100 // An address made here.
            await using var listen = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"alter system set listen_addresses = '127.0.0.1,{IPAddress.Parse(network.HostOtherwise)}'"), connection);
#pragma warning restore CA2100
            await listen.ExecuteNonQueryAsync();
        }

        await postgres.RestartAsync();
        return new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Host = network.HostOtherwise }.ConnectionString;
    }
}
