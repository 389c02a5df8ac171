using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Cases;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Campaigns;

/// <summary>L1, L2, L4: a step on a matter of the ledger is one on all that was gathered of it, and answers what the ledger shows.</summary>
public sealed class CampaignMatterTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task A_step_after_a_return_answers_without_what_the_return_has_taken_back()
    {
        var (campaign, office, clerk) = await OpenAsync();
        var number = Some.ResidentNumber();
        var id = Text(await (await clerk.SendAsync("/api/receptions", Some.Reception(number, receivedBy: CaseSteps.Owner))).JsonAsync(201), "caseId");
        await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id))).JsonAsync(201);
        await CaseSteps.EndAsync(started.Gateway, id);
        await DoAsync(office, $"{campaign}/cases/{id}/batch", new JsonObject { ["batch"] = "resolved" });
        var struck = await DoAsync(office, $"{campaign}/cases/{id}/strike-off", Reason());
        Assert.Equal((CityTime.Today, "resolved"), (Text(struck, "struckOffOn"), Joined(struck, "batches")));

        var again = Some.Reception(number, receivedBy: CaseSteps.Owner);
        again["case"] = new JsonObject { ["caseId"] = id };
        await (await clerk.SendAsync("/api/receptions", again)).JsonAsync(201);
        var assisted = await DoAsync(office, $"{campaign}/cases/{id}/batch", new JsonObject { ["batch"] = "assisted" });
        Assert.Equal((JsonValueKind.Null, "assisted"), (assisted.GetProperty("struckOffOn").ValueKind, Joined(assisted, "batches")));
    }

    [Fact]
    public async Task Of_joined_cases_the_answer_tells_all_and_removal_and_sharing_reach_all()
    {
        var (campaign, office, clerk) = await OpenAsync();
        var visit = Some.Reception(receivedBy: CaseSteps.Owner);
        var older = Text(await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201), "caseId");
        visit["case"] = new JsonObject { ["new"] = true };
        var younger = Text(await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201), "caseId");
        foreach (var id in new[] { older, younger })
            await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id))).JsonAsync(201);
        await DoAsync(office, $"{campaign}/cases/{younger}/receive", new JsonObject { ["level"] = "petitionStaff" });
        await DoAsync(office, $"{campaign}/cases/{younger}/batch", new JsonObject { ["batch"] = "reviewed" });
        await DoAsync(office, $"{campaign}/cases/{younger}/key", new JsonObject { ["reason"] = "涉众", ["team"] = new JsonArray("李法官") });
        await DoAsync(office, $"{campaign}/cases/{younger}/share", Shared("xs", "nw"));
        await CaseSteps.ActAsync(await started.Gateway.AsAsync("leader", subject: CaseSteps.Owner), younger, "join", new JsonObject { ["with"] = older, ["reason"] = "同一争议" });

        var entry = $"{campaign}/cases/{older}";
        var answer = await DoAsync(office, $"{entry}/batch", new JsonObject { ["batch"] = "assisted" });
        Assert.Equal(
            ("petitionStaff", "reviewed,assisted", "xs,nw", true), (Text(answer, "level"), Joined(answer, "batches"), Joined(answer, "sharedWith"), answer.GetProperty("key").GetBoolean()));

        // L4: who is named no more sees it no more, whichever case it was shared under.
        var xs = await started.Gateway.AsAsync("office", "xs");
        await (await xs.GetAsync(entry)).JsonAsync(200);
        Assert.Equal("nw", Joined(await DoAsync(office, $"{entry}/share", Shared("nw")), "sharedWith"));
        await (await xs.GetAsync(entry)).IsProblemAsync(HttpStatusCode.NotFound);
        await (await (await started.Gateway.AsAsync("office", "nw")).GetAsync(entry)).JsonAsync(200);

        await DoAsync(office, $"{entry}/remove", Reason());
        Assert.Empty((await (await office.GetAsync($"{campaign}/cases")).JsonAsync(200)).GetProperty("items").EnumerateArray());
        await (await office.SendAsync($"{campaign}/cases", Some.Gathered(younger))).JsonAsync(201);
    }

    [Fact]
    public async Task Whoever_becomes_responsible_is_a_leader_of_the_units_court()
    {
        var (campaign, office, _) = await OpenAsync();
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id))).JsonAsync(201);
        var change = new JsonObject { ["responsibleLeader"] = "L020", ["reason"] = "调整" };
        await (await office.SendAsync($"{campaign}/cases/{id}/change", change)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "leader-of-another-court", "responsibleLeader");
        change["responsibleLeader"] = "L011";
        await DoAsync(office, $"{campaign}/cases/{id}/change", change);
    }

    private async Task<(string Campaign, HttpClient Office, HttpClient Clerk)> OpenAsync()
    {
        var supervisor = await started.Gateway.AsAsync("supervisor", "zy");
        var opened = await (await supervisor.SendAsync("/api/campaigns", Some.Campaign())).JsonAsync(201);
        return ($"/api/campaigns/{Text(opened, "campaignId")}", await started.Gateway.AsAsync("office"), await started.Gateway.AsAsync("clerk"));
    }

    private static async Task<JsonElement> DoAsync(HttpClient client, string address, JsonObject body) => await (await client.SendAsync(address, body)).JsonAsync(200);

    private static JsonObject Shared(params string[] courts) => new() { ["courts"] = new JsonArray([.. courts.Select(c => (JsonNode)c)]), ["work"] = "两院会商" };

    private static JsonObject Reason() => new() { ["reason"] = "已化解息诉" };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Joined(JsonElement element, string name) => string.Join(',', element.GetProperty(name).EnumerateArray().Select(e => e.GetString()));
}
