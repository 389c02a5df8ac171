using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Cases;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Campaigns;

/// <summary>L1 to L7: a month of concentrated handling, its ledger and its statistics.</summary>
public sealed class CampaignTests(Started started) : IClassFixture<Started>
{
    private const string Campaigns = "/api/campaigns";

    [Fact]
    public async Task A_case_climbs_level_by_level_until_it_is_resolved_and_struck_off()
    {
        var (supervisor, office, clerk) = (await SupervisorAsync(), await started.Gateway.AsAsync("office"), await started.Gateway.AsAsync("clerk"));
        var campaign = await OpenAsync(supervisor);
        var number = Some.ResidentNumber();
        var id = Text(await (await clerk.SendAsync("/api/receptions", Some.Reception(number, receivedBy: CaseSteps.Owner))).JsonAsync(201), "caseId");
        var gathered = await GatherAsync(office, campaign, Some.Gathered(id));
        Assert.Equal(("dg", false, JsonValueKind.Null), (Text(gathered, "unit"), gathered.GetProperty("key").GetBoolean(), gathered.GetProperty("level").ValueKind));
        await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id))).IsProblemAsync(HttpStatusCode.Conflict, "already-gathered");

        var entry = $"{campaign}/cases/{id}";
        await (await clerk.SendAsync($"{entry}/receive", Level("division"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "level-skipped", "level");
        await DoAsync(clerk, $"{entry}/receive", Level("petitionStaff"));
        await DoAsync(office, $"{entry}/receive", Level("handlingJudge", "李法官", "已释明裁判理由"));
        await DoAsync(office, $"{entry}/key", new JsonObject { ["reason"] = "涉众", ["team"] = new JsonArray("郎学之", "李法官") });
        await DoAsync(office, $"{entry}/batch", Batch("reviewed"));
        await DoAsync(office, $"{entry}/batch", Batch("assisted"));
        await CaseSteps.ActAsync(await started.Gateway.AsAsync("judge"), id, "plan", new JsonObject { ["person"] = "李法官", ["limit"] = CityTime.Today, ["measures"] = "约谈", ["goal"] = "息诉" });
        await CaseSteps.ActAsync(clerk, id, "hearing", Hearing());
        await (await office.SendAsync($"{entry}/strike-off", Reason())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "not-resolved");
        await CaseSteps.EndAsync(started.Gateway, id);
        var struck = await DoAsync(office, $"{entry}/strike-off", Reason());
        Assert.Equal(CityTime.Today, Text(struck, "struckOffOn"));
        await (await clerk.SendAsync($"{entry}/receive", Level("handlingJudge"))).IsProblemAsync(HttpStatusCode.Conflict, "struck-off");

        var shown = await (await office.GetAsync(entry)).JsonAsync(200);
        var line = shown.GetProperty("case");
        Assert.Equal(
            ("struckOff", "handlingJudge", "郎学之", 1, true, true, "郎学之,李法官", "reviewed,assisted"),
            (Text(line, "progress"), Text(line, "level"), Text(line.GetProperty("owner"), "name"), line.GetProperty("hearings").GetInt32(), line.GetProperty("key").GetBoolean(),
                line.GetProperty("hasPlan").GetBoolean(), Joined(line, "team", t => t.GetString()!), Joined(line, "batches", b => Text(b, "batch"))));
        Assert.Equal(
            ["列入台账", "接访", "接访", "重点案件", "处理批次", "处理批次", "销号"], shown.GetProperty("steps").EnumerateArray().Select(s => Text(s, "step")));
        Assert.Equal($"{CityTime.Today} 承办法官李法官接访：已释明裁判理由", Text(shown.GetProperty("steps")[2], "about"));

        // W4, W14: who returns after a promise opens the case again; the ledger says so, and it can be taken up again.
        var again = Some.Reception(number, receivedBy: CaseSteps.Owner);
        again["case"] = new JsonObject { ["caseId"] = id };
        await (await clerk.SendAsync("/api/receptions", again)).JsonAsync(201);
        Assert.Equal("reopened", Text((await (await office.GetAsync(entry)).JsonAsync(200)).GetProperty("case"), "progress"));
        await DoAsync(office, $"{entry}/restore", Reason());
        await DoAsync(office, $"{entry}/receive", Level("division", "孙庭长"));
    }

    [Fact]
    public async Task Its_statistics_count_up_to_its_last_day_by_court_and_unit()
    {
        var (supervisor, office) = (await SupervisorAsync(), await started.Gateway.AsAsync("office"));
        var campaign = await OpenAsync(supervisor);
        var (first, second, higher) = (await CaseSteps.RegisterAsync(started.Gateway), await CaseSteps.RegisterAsync(started.Gateway), await RegisterAtTheCityAsync(Some.Reception()));
        foreach (var id in new[] { first, second })
            await GatherAsync(office, campaign, Some.Gathered(id));
        await GatherAsync(supervisor, campaign, Some.Gathered(higher, "zy:民一庭"));
        await DoAsync(office, $"{campaign}/cases/{first}/receive", Level("petitionStaff"));
        await DoAsync(office, $"{campaign}/cases/{second}/key", new JsonObject { ["reason"] = "涉众", ["team"] = new JsonArray("李法官") });
        await CaseSteps.ActAsync(office, first, "hearing", Hearing());
        await (await office.SendAsync($"{campaign}/cases/{first}/batch", Batch("resolved"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "not-so-ended", "batch");
        await CaseSteps.EndAsync(started.Gateway, first);
        await DoAsync(office, $"{campaign}/cases/{first}/batch", Batch("resolved"));
        await DoAsync(office, $"{campaign}/cases/{first}/strike-off", Reason());

        Assert.Equal(
            ["dg  2 1 0 1 1 0 0 0 0 1 0 0 1 0 0 1 0 1 0 0", "zy  1 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0"], Rows(await (await supervisor.GetAsync($"{campaign}/counts")).JsonAsync(200)));
        Assert.Equal(["dg dg 2", "zy zy:民一庭 1"], Rows(await (await supervisor.GetAsync($"{campaign}/counts?by=court,unit")).JsonAsync(200), 3));
        Assert.Equal(["  3"], Rows(await (await supervisor.GetAsync($"{campaign}/counts?by=")).JsonAsync(200), 3));
        Assert.Equal(["dg  2"], Rows(await (await office.GetAsync($"{campaign}/counts")).JsonAsync(200), 3));
        await (await office.GetAsync($"{campaign}/counts?court=zy")).IsProblemAsync(HttpStatusCode.Forbidden);
        await (await supervisor.GetAsync($"{campaign}/counts?by=judge")).IsProblemAsync(HttpStatusCode.BadRequest, field: "by");

        // L7: it ended before anybody was received, named a key case or struck off, so what was done since is told apart or counts no more.
        await DoAsync(supervisor, $"{campaign}/days", new JsonObject { ["firstDay"] = Some.Day(-9), ["lastDay"] = Some.Day(-1), ["reason"] = "提前结束" });
        Assert.Equal(["  3 0 0 3 0 0 0 0 0 0 0 0 0 0 0 0 1 2 0 2"], Rows(await (await supervisor.GetAsync($"{campaign}/counts?by=")).JsonAsync(200)));
        await (await office.SendAsync($"{campaign}/cases", Some.Gathered(await CaseSteps.RegisterAsync(started.Gateway)))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "campaign-over");
        var told = await (await (await started.Gateway.AsAsync("reporter")).GetAsync(campaign)).JsonAsync(200);
        Assert.Equal(["开展", "调整日期"], told.GetProperty("steps").EnumerateArray().Select(s => Text(s, "step")));
    }

    [Fact]
    public async Task Joined_cases_are_one_matter_and_nothing_that_was_done_is_lost_with_the_join()
    {
        var (supervisor, office) = (await SupervisorAsync(), await started.Gateway.AsAsync("office"));
        var campaign = await OpenAsync(supervisor);
        var clerk = await started.Gateway.AsAsync("clerk");
        var visit = Some.Reception(receivedBy: CaseSteps.Owner);
        var older = Text(await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201), "caseId");
        visit["case"] = new JsonObject { ["new"] = true };
        var younger = Text(await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201), "caseId");
        var never = Text(await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201), "caseId");
        foreach (var id in new[] { older, younger })
            await GatherAsync(office, campaign, Some.Gathered(id));
        foreach (var level in new[] { Level("petitionStaff"), Level("handlingJudge") })
            await DoAsync(office, $"{campaign}/cases/{younger}/receive", level);
        await DoAsync(office, $"{campaign}/cases/{younger}/batch", Batch("reviewed"));
        await DoAsync(office, $"{campaign}/cases/{younger}/key", new JsonObject { ["reason"] = "涉众", ["team"] = new JsonArray("李法官") });
        await CaseSteps.ActAsync(office, younger, "hearing", Hearing());
        var before = Rows(await (await office.GetAsync($"{campaign}/counts?by=")).JsonAsync(200));
        Assert.Equal(["  2 1 0 1 0 1 0 0 0 1 1 0 0 0 0 0 0 2 0 0"], before);

        var owner = await started.Gateway.AsAsync("leader", subject: CaseSteps.Owner);
        foreach (var id in new[] { younger, never })
            await CaseSteps.ActAsync(owner, id, "join", new JsonObject { ["with"] = older, ["reason"] = "同一争议" });
        Assert.Equal(["  1 1 0 0 0 1 0 0 0 1 1 0 0 0 0 0 0 1 0 0"], Rows(await (await office.GetAsync($"{campaign}/counts?by=")).JsonAsync(200)));
        var line = Assert.Single(await LinesAsync(office, campaign));
        Assert.Equal(
            (older, younger, "handlingJudge", "reviewed", 1),
            (Text(line, "caseId"), Joined(line, "alsoGathered", c => c.GetString()!), Text(line, "level"), Joined(line, "batches", b => Text(b, "batch")), line.GetProperty("hearings").GetInt32()));

        // Whichever of its cases is named, the matter goes on from where it is, and is gathered once.
        await (await office.SendAsync($"{campaign}/cases/{older}/receive", Level("petitionStaff"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "level-passed", "level");
        await DoAsync(office, $"{campaign}/cases/{younger}/receive", Level("division", "孙庭长"));
        foreach (var id in new[] { older, younger, never })
            await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id))).IsProblemAsync(HttpStatusCode.Conflict, "already-gathered");
        Assert.Equal(7, (await (await office.GetAsync($"{campaign}/cases/{never}")).JsonAsync(200)).GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task What_was_gathered_by_mistake_is_put_right_and_a_repeat_is_answered_as_at_first()
    {
        var (supervisor, office) = (await SupervisorAsync(), await started.Gateway.AsAsync("office"));
        var campaign = await OpenAsync(supervisor);
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        var first = await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id), "gather-1")).Content.ReadAsStringAsync();
        await DoAsync(office, $"{campaign}/cases/{id}/change", new JsonObject { ["judge"] = "赵法官", ["limitOn"] = Some.Day(1), ["reason"] = "原承办法官调离" });
        var line = Assert.Single(await LinesAsync(office, campaign));
        Assert.Equal(("赵法官", Some.Day(1)), (Text(line, "judge"), Text(line, "limitOn")));
        await (await office.SendAsync($"{campaign}/cases/{id}/change", Reason())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "judge");
        await DoAsync(office, $"{campaign}/cases/{id}/remove", Reason());
        Assert.Empty(await LinesAsync(office, campaign));
        await (await office.GetAsync($"{campaign}/cases/{id}")).IsProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(first, await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id), "gather-1")).Content.ReadAsStringAsync());
        Assert.Empty(await LinesAsync(office, campaign));
        await GatherAsync(office, campaign, Some.Gathered(id));
        Assert.Equal(("李法官", Some.Day(4)), (Text((await LinesAsync(office, campaign))[0], "judge"), Text((await LinesAsync(office, campaign))[0], "limitOn")));
        await CaseSteps.EndAsync(started.Gateway, id);
        Assert.Equal(first, await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id), "gather-1")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_court_sees_its_own_lines_and_those_shared_with_it()
    {
        var (supervisor, dg, xs) = (await SupervisorAsync(), await started.Gateway.AsAsync("office"), await started.Gateway.AsAsync("office", "xs"));
        var campaign = await OpenAsync(supervisor);
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        await (await xs.SendAsync($"{campaign}/cases", Some.Gathered(id, "xs"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown-case", "caseId");
        await (await supervisor.SendAsync($"{campaign}/cases", Some.Gathered(id, "xs"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "unit-not-in-case", "unit");
        await GatherAsync(dg, campaign, Some.Gathered(id));
        var entry = $"{campaign}/cases/{id}";
        Assert.Empty(await LinesAsync(xs, campaign));
        await (await xs.GetAsync(entry)).IsProblemAsync(HttpStatusCode.NotFound);
        await (await xs.SendAsync($"{entry}/batch", Batch("reviewed"))).IsProblemAsync(HttpStatusCode.NotFound);

        await DoAsync(dg, $"{entry}/share", new JsonObject { ["courts"] = new JsonArray("xs"), ["work"] = "两院会商" });
        Assert.Equal(id, Text(Assert.Single(await LinesAsync(xs, campaign)), "caseId"));
        Assert.Equal("两院会商", Text((await (await xs.GetAsync(entry)).JsonAsync(200)).GetProperty("steps")[1], "about").Split('：')[1]);
        await (await xs.SendAsync($"{entry}/batch", Batch("reviewed"))).IsProblemAsync(HttpStatusCode.Forbidden, "not-your-entry");
        await DoAsync(supervisor, $"{entry}/batch", Batch("reviewed"));
        await DoAsync(dg, $"{entry}/share", new JsonObject { ["courts"] = new JsonArray() });
        Assert.Empty(await LinesAsync(xs, campaign));

        var only = await OpenAsync(supervisor, "kf");
        await (await dg.SendAsync($"{only}/cases", Some.Gathered(id))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "court-not-in-campaign", "unit");
        foreach (var (filter, expected) in new[] { ("batch=reviewed", 1), ("batch=entered", 0), ("key=true", 0), ("progress=open&unit=dg&court=dg", 1), ("level=division", 0) })
            Assert.Equal((filter, expected), (filter, (await LinesAsync(dg, campaign, filter)).Length));
    }

    [Fact]
    public async Task The_ledger_is_exported_with_the_columns_of_the_form()
    {
        var (supervisor, office) = (await SupervisorAsync(), await started.Gateway.AsAsync("office"));
        var campaign = await OpenAsync(supervisor);
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        await GatherAsync(office, campaign, Some.Gathered(id));
        await DoAsync(office, $"{campaign}/cases/{id}/receive", Level("petitionStaff"));
        await DoAsync(office, $"{campaign}/cases/{id}/batch", Batch("entered"));
        var book = await office.WorkbookAsync($"{campaign}/export");
        Assert.Equal("责任单位,承办法官,包案领导,接访层级,听证,处理批次,销号日期", string.Join(',', book[0][..7]));
        Assert.Equal(
            ("李法官", "郎学之", "信访人员", $"导入程序 {CityTime.Today}", "办理中", "否"),
            ((string)book[1][1]!, (string)book[1][2]!, (string)book[1][3]!, (string)book[1][5]!, (string)book[1][9]!, (string)book[1][11]!));
        await (await office.GetAsync($"{Campaigns}/{Guid.NewGuid()}/export")).IsProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_it_is_named()
    {
        var (supervisor, office) = (await SupervisorAsync(), await started.Gateway.AsAsync("office"));
        var reversed = Some.Campaign("qq");
        reversed["title"] = "";
        var named = (await (await supervisor.SendAsync(Campaigns, reversed)).JsonAsync(400)).GetProperty("errors").EnumerateObject().Select(e => e.Name);
        Assert.Equal(["courts", "title"], named.Order(StringComparer.Ordinal));
        (reversed = Some.Campaign())["lastDay"] = Some.Day(-6);
        await (await supervisor.SendAsync(Campaigns, reversed)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "days-reversed", "lastDay");
        var campaign = await OpenAsync(supervisor);
        var id = await CaseSteps.RegisterAsync(started.Gateway);
        await (await office.SendAsync($"{campaign}/cases", Some.Gathered(id, "zy"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "unit");
        var strange = Some.Gathered(id);
        strange["responsibleLeader"] = "L001";
        await (await office.SendAsync($"{campaign}/cases", strange)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "responsibleLeader");
        await (await office.SendAsync($"{campaign}/cases", Some.Gathered(Guid.NewGuid().ToString()))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown-case", "caseId");
        await (await office.SendAsync($"{campaign}/cases/{id}/batch", Batch("reviewed"))).IsProblemAsync(HttpStatusCode.NotFound);
        await (await office.SendAsync($"{Campaigns}/{Guid.NewGuid()}/cases", Some.Gathered(id))).IsProblemAsync(HttpStatusCode.NotFound);
        await GatherAsync(office, campaign, Some.Gathered(id));
        var ahead = Level("petitionStaff");
        ahead["on"] = Some.Day(1);
        await (await office.SendAsync($"{campaign}/cases/{id}/receive", ahead)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "day-ahead", "on");
        await (await office.SendAsync($"{campaign}/cases/{id}/key", new JsonObject { ["reason"] = "涉众", ["team"] = new JsonArray(" ") })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "team");
        await (await office.SendAsync($"{campaign}/cases/{id}/key", new JsonObject { ["reason"] = "涉众", ["team"] = new JsonArray("甲", null) })).IsProblemAsync(HttpStatusCode.BadRequest, field: "team");
        await (await office.SendAsync($"{campaign}/cases/{id}/strike-off", new JsonObject { ["reason"] = "已\u202E化解" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "reason");
        await (await office.SendAsync($"{campaign}/cases/{id}/share", new JsonObject { ["courts"] = new JsonArray("dg") })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "own-court", "courts");
        await (await office.GetAsync($"{campaign}/cases?court=dg&court=xs")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "court");
        await (await office.GetAsync($"{campaign}/cases?level=top")).IsProblemAsync(HttpStatusCode.BadRequest, field: "level");
        await (await office.GetAsync($"{campaign}/cases?unit=zy")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "unit");
    }

    private Task<HttpClient> SupervisorAsync() => started.Gateway.AsAsync("supervisor", "zy");

    private static async Task<string> OpenAsync(HttpClient supervisor, params string[] courts) =>
        $"{Campaigns}/{Text(await (await supervisor.SendAsync(Campaigns, Some.Campaign(courts))).JsonAsync(201), "campaignId")}";

    private static async Task<JsonElement> GatherAsync(HttpClient client, string campaign, JsonObject body) => await (await client.SendAsync($"{campaign}/cases", body)).JsonAsync(201);

    private static async Task<JsonElement> DoAsync(HttpClient client, string address, JsonObject body) => await (await client.SendAsync(address, body)).JsonAsync(200);

    private static async Task<JsonElement[]> LinesAsync(HttpClient client, string campaign, string filter = "") =>
        [.. (await (await client.GetAsync($"{campaign}/cases?{filter}")).JsonAsync(200)).GetProperty("items").EnumerateArray()];

    private static JsonObject Level(string level, string? receiver = null, string? result = null) => new() { ["level"] = level, ["receiver"] = receiver, ["result"] = result };

    /// <summary>A case that the intermediate court received.</summary>
    private async Task<string> RegisterAtTheCityAsync(JsonObject visit)
    {
        (visit["court"], visit["receivedBy"]) = ("zy", "L001");
        return Text(await (await (await started.Gateway.AsAsync("clerk", "zy")).SendAsync("/api/receptions", visit)).JsonAsync(201), "caseId");
    }

    private static JsonObject Batch(string batch) => new() { ["batch"] = batch };

    private static JsonObject Reason() => new() { ["reason"] = "已化解息诉" };

    private static JsonObject Hearing() => new()
    {
        ["on"] = CityTime.Today,
        ["chair"] = "孙庭长",
        ["participants"] = "人大代表、律师",
        ["explained"] = "讲明法律和政策",
        ["questions"] = "逐一解答",
        ["result"] = "信访人表示理解",
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Joined(JsonElement element, string name, Func<JsonElement, string> say) => string.Join(',', element.GetProperty(name).EnumerateArray().Select(say));

    /// <summary>Rows of counts, in the order in which they are written.</summary>
    private static string[] Rows(JsonElement counts, int first = int.MaxValue) =>
        [.. counts.GetProperty("rows").EnumerateArray().Select(r => string.Join(' ', r.EnumerateObject().Take(first).Select(m => m.Value.ToString())))];
}
