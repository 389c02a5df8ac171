using System.Net;
using System.Text.Json;
using Npgsql;
using PetitionMesh.Cluster.Checking;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster.Silos;

/// <summary>A case of many events has its snapshot in Orleans' grain storage, where the silo that activates it next finds it.</summary>
[Collection(SiloTests.Name)]
public sealed class LongCaseTests(ITestOutputHelper output)
{
    /// <summary>Each an event at least: a long stream.</summary>
    private const int Visits = 140;

    private static readonly TimeSpan s_servedAgain = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task A_long_case_is_kept_in_grain_storage_and_goes_on_after_the_death_of_all()
    {
        OrleansBuild.SkipIfAbsent();
        await using var postgres = await OwnCluster.StartAsync();
        await using var cluster = await SilosAtWork.StartAsync(postgres);
        for (var number = 1; number <= Visits; number++)
            Assert.Equal(number, NumberOf(await RegisterAsync(cluster, number)));
        await Deadline.UntilAsync("a snapshot is in grain storage", TimeSpan.FromSeconds(30), async () => await CountAsync(postgres) == 1, () => cluster.Said);

        await cluster.KillAllAsync();
        for (var silo = 0; silo < SilosAtWork.Count; silo++)
            await cluster.KillAndRestartAsync(silo);
        Answer? next = null;
        await Deadline.UntilAsync(
            "the next visit is registered", s_servedAgain, async () => (next = await RegisterAsync(cluster, Visits + 1)).Status == HttpStatusCode.Created, () => cluster.Said);

        Assert.Equal(Visits + 1, NumberOf(next!));
        output.WriteLine($"registered after a restart of all in {next!.Took.TotalMilliseconds:0} ms");
        await Truth.VerifyAsync(cluster.Store, "a long case");
        Assert.True(cluster.Defects.Length == 0, cluster.Defects);
    }

    private static Task<Answer> RegisterAsync(SilosAtWork cluster, int number) =>
        cluster.Courts.RegisterAsync(Registration.Visit($"long-{number}", cluster.Courts.All[0], person: 1));

    private static int NumberOf(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Body);
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("number").GetInt32();
    }

    private static async Task<long> CountAsync(PostgresCluster postgres)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from orleansstorage where grainidextensionstring like 'case/%' and payloadbinary is not null", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
