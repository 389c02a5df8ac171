using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Cases;

public sealed class LedgerExportTests
{
    [Fact]
    public async Task The_whole_ledger_comes_as_a_workbook_as_far_as_its_reader_may_see_it()
    {
        await using var gateway = await RunningGateway.StartAsync();
        foreach (var (court, leader) in new[] { ("dg", "L012"), ("xs", "L019"), ("dg", "L012") })
            await (await (await gateway.AsAsync("clerk", court)).SendAsync("/api/receptions", Some.Reception(court: court, receivedBy: leader, caseNumber: Some.CaseNumber()))).JsonAsync(201);
        await RenamePostAsync(gateway, "L012", "=1+1");

        var all = await ExportAsync(await gateway.AsAsync("supervisor", "zy"), "");
        Assert.Equal(4, all.Count);
        Assert.Equal("事项编号", all[0][0]);
        var listed = (await (await (await gateway.AsAsync("supervisor", "zy")).GetAsync("/api/cases")).JsonAsync(200)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("caseId").GetString());
        Assert.Equal(listed, all.Skip(1).Select(r => (string)r[0]!));
        Assert.Equal(["=1+1", "院长", "=1+1"], all.Skip(1).Select(r => (string)r[5]!));
        Assert.Equal(1.0, all[1][8]);
        Assert.IsType<DateTime>(all[1][9]);

        Assert.Equal(3, (await ExportAsync(await gateway.AsAsync("clerk"), "")).Count);
        Assert.Equal(2, (await ExportAsync(await gateway.AsAsync("supervisor", "zy"), "?court=xs")).Count);
        await (await (await gateway.AsAsync("clerk")).GetAsync("/api/cases/export?status=lost")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "status");
    }

    private static async Task RenamePostAsync(RunningGateway gateway, string leader, string post)
    {
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var city = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Data", "city.json")))!.AsObject();
        city["leaders"]!.AsArray().Single(l => l!["id"]!.GetValue<string>() == leader)!["post"] = post;
        await (await supervisor.SendAsync("/api/city", city, method: HttpMethod.Put)).JsonAsync(200);
    }

    private static Task<List<object?[]>> ExportAsync(HttpClient client, string query) => client.WorkbookAsync($"/api/cases/export{query}");
}
