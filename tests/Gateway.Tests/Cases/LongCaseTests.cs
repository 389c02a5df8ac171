using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>A case of many events begins from its snapshot; whatever becomes of that, the case is what its events say.</summary>
public sealed class LongCaseTests : IDisposable
{
    /// <summary>Each an event at least: a long stream.</summary>
    private const int Visits = 130;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("petition-mesh-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_case_goes_on_from_its_snapshot_and_from_its_events_alike()
    {
        var person = Some.ResidentNumber();
        string id;
        await using (var gateway = await StartAsync())
        {
            id = await RegisterAsync(gateway, person, null, 1);
            for (var number = 2; number <= Visits; number++)
                await RegisterAsync(gateway, person, id, number);
        }

        Assert.InRange(Ask("select version from snapshot"), 128L, 1000L);
        await using (var gateway = await StartAsync())
            await RegisterAsync(gateway, person, id, Visits + 1);

        // A hand in the database: the state is not believed, and nothing is lost.
        Ask("update snapshot set state = cast(replace(cast(state as text), '\"exists\":true', '\"exists\":false') as blob)");
        await using (var gateway = await StartAsync())
            await RegisterAsync(gateway, person, id, Visits + 2);

        // Nor does a row that is none at all keep the case from being loaded.
        Ask("update snapshot set state = 'text', version = 4611686018427387904");
        await using (var gateway = await StartAsync())
            await RegisterAsync(gateway, person, id, Visits + 3);

        Ask("delete from snapshot");
        await using (var gateway = await StartAsync())
            await RegisterAsync(gateway, person, id, Visits + 4);
        Assert.InRange(Ask("select version from snapshot"), 128L, 1000L);
    }

    private Task<RunningGateway> StartAsync() => RunningGateway.StartAsync(directory: _directory.FullName, settings: ["--Journal:Provider=Sqlite"]);

    private static async Task<string> RegisterAsync(RunningGateway gateway, string person, string? id, int number)
    {
        using var clerk = await gateway.AsAsync("clerk");
        var body = Some.Reception(person);
        if (id is not null)
            body["case"] = new JsonObject { ["caseId"] = id };
        var answer = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
        Assert.Equal(number, answer.GetProperty("number").GetInt32());
        return answer.GetProperty("caseId").GetString()!;
    }

    private long Ask(string sql) => JournalFile.Ask(_directory.FullName, sql);
}
