using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>What may be done on a case now, told with the forms to whoever asks.</summary>
public sealed class OpenActTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task Everybody_is_told_what_is_his_and_a_stranger_nothing()
    {
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        var owner = await started.Gateway.AsAsync("leader", subject: CaseSteps.Owner);
        Assert.Contains("meet", await ActsAsync(owner, id));
        Assert.DoesNotContain("sign", await ActsAsync(owner, id));
        var clerk = await ActsAsync(await started.Gateway.AsAsync("clerk"), id);
        Assert.Contains("incident", clerk);
        Assert.DoesNotContain("meet", clerk);
        Assert.DoesNotContain("incidentHandled", clerk);
        using var elsewhere = await (await started.Gateway.AsAsync("office", "kf")).GetAsync($"/api/cases/{id}/acts");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task What_waits_is_named_where_it_can_be_answered_and_a_form_filled_in_as_told_is_taken()
    {
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        var owner = await started.Gateway.AsAsync("leader", subject: CaseSteps.Owner);
        var sent = (await CaseSteps.ActAsync(owner, id, "refer", new JsonObject { ["division"] = "执行局", ["matter"] = "核查", ["requirement"] = "十日内报" })).GetProperty("actId").GetString();
        var judge = await started.Gateway.AsAsync("judge");
        var open = await OpenAsync(judge, id, "takeReferral");
        Assert.Equal([sent], open.GetProperty("concerns").EnumerateArray().Select(c => c.GetString()));
        var form = open.GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("kind").GetString());
        Assert.Equal(new Dictionary<string, string?> { ["of"] = "actOf", ["by"] = "plain" }, form);
        await (await judge.SendAsync(open.GetProperty("address").GetString()!, new JsonObject { ["of"] = sent, ["by"] = "李法官" })).JsonAsync(200);
        Assert.DoesNotContain("takeReferral", await ActsAsync(judge, id));
        Assert.Contains("return", await ActsAsync(judge, id));
    }

    [Fact]
    public async Task Only_the_levels_that_are_left_to_somebody_are_offered()
    {
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        var (owner, president) = (await started.Gateway.AsAsync("leader", subject: CaseSteps.Owner), await started.Gateway.AsAsync("leader", subject: "L011"));
        Assert.Equal(["1"], await LevelsAsync(owner, id));
        Assert.Equal(["1", "2", "3"], await LevelsAsync(president, id));
        await CaseSteps.ActAsync(owner, id, "level", new JsonObject { ["level"] = "1", ["reason"] = "有苗头", ["responsibleLeader"] = "L011" });
        Assert.DoesNotContain("level", await ActsAsync(owner, id));
        Assert.Equal(["2", "3"], await LevelsAsync(president, id));
        await CaseSteps.ActAsync(president, id, "level", new JsonObject { ["level"] = "3", ["reason"] = "进京", ["responsibleLeader"] = "L011", ["team"] = "专班" });
        Assert.DoesNotContain("level", await ActsAsync(president, id));
    }

    [Fact]
    public async Task Whoever_has_to_sign_is_told_so()
    {
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        var judge = await started.Gateway.AsAsync("judge");
        var papers = new JsonArray();
        foreach (var kind in new[] { "reviewReport", "settlement", "resolutionPlan" })
            papers.Add((await (await CaseSteps.UploadAsync(judge, id, kind)).JsonAsync(201)).GetProperty("paperId").GetString());
        Assert.Contains("close", await ActsAsync(judge, id));
        await CaseSteps.ActAsync(judge, id, "close", CaseSteps.Report(papers));
        Assert.DoesNotContain("close", await ActsAsync(judge, id));
        Assert.Contains("sign", await ActsAsync(await started.Gateway.AsAsync("leader", subject: CaseSteps.Owner), id));
        Assert.DoesNotContain("sign", await ActsAsync(await started.Gateway.AsAsync("leader", subject: "L011"), id));
    }

    [Fact]
    public void Every_choice_of_every_form_has_a_name_in_chinese() => Assert.All(
        ActForms.All.SelectMany(f => f.Fields).SelectMany(f => f.Choices),
        choice => Assert.Matches(@"^[\u4e00-\u9fff，（）]{2,}$", ChoiceNames.Of(choice)));

    private static async Task<JsonElement> OpenAsync(HttpClient client, string id, string act) =>
        (await (await client.GetAsync($"/api/cases/{id}/acts")).JsonAsync(200)).GetProperty("items").EnumerateArray().Single(a => a.GetProperty("act").GetString() == act);

    private static async Task<string[]> LevelsAsync(HttpClient client, string id) =>
        [.. (await OpenAsync(client, id, "level")).GetProperty("fields")[0].GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("value").GetString()!)];

    private static async Task<string[]> ActsAsync(HttpClient client, string id) =>
        [.. (await (await client.GetAsync($"/api/cases/{id}/acts")).JsonAsync(200)).GetProperty("items").EnumerateArray().Select(a => a.GetProperty("act").GetString()!)];
}
