using System.Text.Json;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>J1: an import that was acknowledged ends with the figures of the sheet, whoever dies meanwhile.</summary>
[Collection(ProcessTests.Name)]
public sealed class ImportTests(SyncingPostgres postgres, ITestOutputHelper output)
{
    private static readonly byte[] Sheet = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sheets", "unresolved-427.csv"));

    [Fact]
    public Task An_import_killed_in_the_middle_on_sqlite_goes_on_and_ends_with_the_same_figures() => Workplace.OnSqliteAsync(KillWhileImportingAsync);

    [SkippableFact]
    public Task An_import_killed_in_the_middle_on_postgres_goes_on_and_ends_with_the_same_figures() => Workplace.OnPostgresAsync(postgres, KillWhileImportingAsync);

    [SkippableFact]
    public async Task An_import_waits_out_a_database_that_restarts()
    {
        await using var cluster = await OwnCluster.StartAsync();
        await using var workplace = await Workplace.OnPostgresAsync(cluster);
        var import = await UploadAsync(workplace, "restarted");
        await SomeRowsAsync(workplace, import, 20);
        await cluster.RestartAsync();
        AssertAsExpected(await EndAsync(workplace, import));
    }

    private async Task KillWhileImportingAsync(Workplace workplace)
    {
        var random = new Random(Rounds.Seed);
        var import = await UploadAsync(workplace, "sheet-1");
        var kills = 0;
        for (; kills < 2; kills++)
        {
            // The rows are counted anew after each start, so the goal is the seed's choice each time.
            if (await SomeRowsAsync(workplace, import, random.Next(10, 300)))
                break;
            await workplace.Gateway.KillAsync();
            await workplace.StartAgainAsync();
            await workplace.Gateway.ReadyAsync(workplace.Courts.Http, Workplace.Promised);
        }

        var ended = await EndAsync(workplace, import);
        output.WriteLine($"seed {Rounds.Seed}: {kills} kills; {ended}");
        AssertAsExpected(ended);

        var again = await EndAsync(workplace, await UploadAsync(workplace, "sheet-2"));
        Assert.Equal(0, again.GetProperty("created").GetInt32());
        Assert.Equal(0, again.GetProperty("merged").GetInt32());
        Assert.Equal(ended.GetProperty("created").GetInt32() + ended.GetProperty("merged").GetInt32(), again.GetProperty("unchanged").GetInt32());
        Assert.Equal(ended.GetProperty("created").GetInt32(), await workplace.Store.CountAsync("select count(*) from case_file"));
        Assert.Empty(workplace.Gateway.Defects);
    }

    private static void AssertAsExpected(JsonElement ended)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sheets", "unresolved-427.expected.json")));
        Assert.Equal("done", ended.GetProperty("state").GetString());
        Assert.Equal(ended.GetProperty("rows").GetInt32(), ended.GetProperty("done").GetInt32());
        foreach (var figure in ended.GetProperty("summary").EnumerateObject())
            Assert.Equal(Flat(expected.RootElement.GetProperty(figure.Name)), Flat(figure.Value));
    }

    private static string Flat(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? string.Join(",", value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={Flat(p.Value)}"))
        : value.ToString();

    private static async Task<string> UploadAsync(Workplace workplace, string key)
    {
        var answer = await workplace.Courts.PostAsync("/api/imports/unresolved-cases", Sheet, "text/csv", key);
        Assert.True((int)answer.Status == 202, $"{answer.Status} {answer.Body}");
        using var list = JsonDocument.Parse(answer.Body);
        return list.RootElement.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> EndAsync(Workplace workplace, string import)
    {
        JsonElement view = default;
        await Deadline.UntilAsync(
            "the import ends",
            TimeSpan.FromSeconds(60),
            async () => (view = await ShowAsync(workplace, import)).ValueKind == JsonValueKind.Object && IsOver(view),
            () => $"{view} {workplace.Gateway.Said}");
        return view;
    }

    /// <returns>True when it ended before.</returns>
    private static async Task<bool> SomeRowsAsync(Workplace workplace, string import, int rows)
    {
        JsonElement view = default;
        await Deadline.UntilAsync(
            $"{rows} rows are through",
            TimeSpan.FromSeconds(60),
            async () => (view = await ShowAsync(workplace, import)).ValueKind == JsonValueKind.Object && (IsOver(view) || view.GetProperty("done").GetInt32() >= rows),
            () => $"{view} {workplace.Gateway.Said}");
        return IsOver(view);
    }

    private static bool IsOver(JsonElement view) => view.GetProperty("state").GetString() is "done" or "failed";

    private static async Task<JsonElement> ShowAsync(Workplace workplace, string import)
    {
        var answer = await workplace.Courts.AskAsync($"/api/imports/{import}");
        return (int)answer.Status == 200 ? JsonDocument.Parse(answer.Body).RootElement : default;
    }
}
