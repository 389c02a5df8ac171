using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Privacy;
using static PetitionMesh.Gateway.Tests.Cases.CaseSteps;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>The whole path over HTTP as each role: assigned, worked on, reported, signed, ended, rated, on paper.</summary>
public sealed class CaseLifeTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task From_assignment_to_a_signed_end_by_the_people_who_may()
    {
        var id = await RegisterAsync(started.Gateway);
        var owner = await started.Gateway.AsAsync("leader", subject: Owner);
        var supervisor = await started.Gateway.AsAsync("supervisor", "zy");
        var office = await started.Gateway.AsAsync("office");
        var judge = await started.Gateway.AsAsync("judge");

        var assigned = await ActAsync(supervisor, id, "assign", new JsonObject
        {
            ["source"] = "superiorCourt",
            ["documentNumber"] = "鲁高法信〔2026〕12号",
            ["receivedAt"] = CityTime.Running.GetUtcNow().ToString("O"),
            ["unit"] = "dg",
            ["limits"] = new JsonObject { ["close"] = 20 },
        });
        Assert.Contains(assigned.GetProperty("notes").EnumerateArray(), n => n.GetString()!.StartsWith("约见信访人：", StringComparison.Ordinal));
        Assert.Equal(("临期", "上级法院", "郎学之", 0), await LedgerAsync(supervisor, id));
        Assert.Equal(("邹**", null), (await PetitionerAsync(supervisor, id), await PetitionerAsync(judge, id)));
        await ActAsync(office, id, "enter", new JsonObject { ["responsibleLeader"] = "L011", ["handler"] = "李法官", ["contact"] = "8001" });
        await ActAsync(owner, id, "meet", new JsonObject { ["on"] = CityTime.Today, ["mode"] = "visit", ["claim"] = "要求依法再审", ["record"] = "已听取诉求" });
        Assert.Equal("待报告", (await LedgerAsync(supervisor, id)).State);
        await ActAsync(judge, id, "plan", new JsonObject { ["person"] = "李法官", ["limit"] = CityTime.Today, ["measures"] = "约谈、听证", ["goal"] = "息诉" });
        await ActAsync(judge, id, "progress", new JsonObject
        {
            ["facts"] = "一",
            ["claim"] = "二",
            ["owner"] = Owner,
            ["reviewOpinion"] = "三",
            ["plan"] = "四",
            ["measures"] = "五",
            ["progress"] = "六",
            ["nextSteps"] = "七",
        });
        var slip = await ActAsync(owner, id, "refer", new JsonObject { ["division"] = "执行局", ["matter"] = "核查执行款", ["requirement"] = "十日内报结果" });
        await ActAsync(judge, id, "take-referral", new JsonObject { ["of"] = slip.GetProperty("actId").GetString(), ["by"] = "执行局内勤" });
        await ActAsync(judge, id, "return", new JsonObject { ["of"] = slip.GetProperty("actId").GetString(), ["result"] = "执行款已发放" });
        var booked = await ActAsync(await started.Gateway.AsAsync("clerk"), id, "video", new JsonObject
        {
            ["at"] = "2026-12-01T09:00:00+08:00",
            ["room"] = "二号接访室",
            ["judgments"] = new JsonArray(
                new JsonObject { ["instance"] = "first", ["judge"] = "甲法官" },
                new JsonObject { ["instance"] = "second", ["outcome"] = "changed", ["judge"] = "乙法官", ["available"] = false, ["divisionHead"] = "丙庭长" }),
        });
        Assert.Equal("丙庭长：承办法官乙法官不能接访，由庭室负责人接访", booked.GetProperty("notes")[0].GetString());

        var papers = new JsonArray();
        await (await judge.SendAsync($"/api/cases/{id}/close", Report(papers))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "papers-missing", "papers");
        foreach (var kind in new[] { "reviewReport", "settlement", "resolutionPlan" })
            papers.Add((await (await UploadAsync(judge, id, kind)).JsonAsync(201)).GetProperty("paperId").GetString());
        var refused = await (await judge.SendAsync($"/api/cases/{id}/close", Report(new JsonArray(papers[0]!.DeepClone())))).IsProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("J9", refused.GetProperty("rule").GetString());
        Assert.Contains("息诉材料、化解方案", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await ActAsync(judge, id, "close", Report(papers));

        var president = await started.Gateway.AsAsync("leader", subject: "L011");
        var head = await started.Gateway.AsAsync("leader", "zy", "L002");
        var group = await started.Gateway.AsAsync("leadingGroup", "zy");
        Assert.Equal("J6", (await (await president.SendAsync($"/api/cases/{id}/sign", new JsonObject())).IsProblemAsync(HttpStatusCode.Forbidden)).GetProperty("rule").GetString());
        Assert.Equal(("sign", null), (await AwaitedAsync(owner, id), await AwaitedAsync(president, id)));
        await ActAsync(owner, id, "sign", new JsonObject());
        Assert.Equal((null, "sign"), (await AwaitedAsync(owner, id), await AwaitedAsync(president, id)));
        await ActAsync(president, id, "send-back", new JsonObject { ["reason"] = "自查意见过简" });
        Assert.Equal(("revise", null), (await AwaitedAsync(owner, id), await AwaitedAsync(president, id)));
        await ActAsync(judge, id, "close", Report(papers));
        // Whoever signs at the intermediate court reads the case while its report is on the way.
        await (await group.GetAsync($"/api/cases/{id}")).JsonAsync(200);
        foreach (var signer in new[] { owner, president, head, supervisor, group })
        {
            Assert.Equal("sign", await AwaitedAsync(signer, id));
            await ActAsync(signer, id, "sign", new JsonObject { ["opinion"] = "同意" });
            Assert.Null(await AwaitedAsync(signer, id));
        }

        var answer = await office.GetAsync($"/api/cases/{id}");
        var file = await answer.JsonAsync(200);
        Assert.Equal("provisional", file.GetProperty("status").GetString());
        var work = file.GetProperty("work");
        Assert.Equal((1, 2), (work.GetProperty("sentBack").GetInt32(), work.GetProperty("closings").GetArrayLength()));
        Assert.Equal(5, work.GetProperty("closings")[1].GetProperty("signatures").GetArrayLength());
        Assert.Equal("要求依法再审", work.GetProperty("acts")[0].GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "claim").GetProperty("value").GetString());
        await (await group.GetAsync($"/api/cases/{id}/history")).IsProblemAsync(HttpStatusCode.NotFound);

        await CheckDocumentsAsync(office, id, slip.GetProperty("actId").GetString()!);
        await CheckPublicAsync(id);
        // W14: what the petitioner asked by the code of the receipt lies before the owner until he answers.
        Assert.Equal("reopening", await AwaitedAsync(owner, id));
        var desk = await (await owner.GetAsync($"/api/leaders/{Owner}/desk")).JsonAsync(200);
        Assert.Contains(desk.GetProperty("awaiting").EnumerateArray(), a => a.GetProperty("caseId").GetString() == id && a.GetProperty("kind").GetString() == "reopening");
        await ActAsync(owner, id, "decline-reopening", new JsonObject { ["reason"] = "款项已于当日到账" });
        Assert.Null(await AwaitedAsync(owner, id));
        await (await owner.SendAsync($"/api/cases/{id}/decline-reopening", new JsonObject { ["reason"] = "再答" })).IsProblemAsync(HttpStatusCode.Conflict, "nothing-asked");
    }

    /// <summary>The case's line in the ledger of assigned cases (交办案件台账).</summary>
    private static async Task<(string? State, string? Source, string? Owner, int Age)> LedgerAsync(HttpClient supervisor, string id)
    {
        var line = (await (await supervisor.GetAsync("/api/assignments?unit=dg&limit=200")).JsonAsync(200)).GetProperty("items").EnumerateArray().First(a => a.GetProperty("caseId").GetString() == id);
        return (line.GetProperty("state").GetString(), line.GetProperty("sourceName").GetString(), line.GetProperty("ownerName").GetString(), line.GetProperty("ageDays").GetInt32());
    }

    private static async Task<string?> PetitionerAsync(HttpClient reader, string id) =>
        (await (await reader.GetAsync("/api/assignments?unit=dg&limit=200")).JsonAsync(200)).GetProperty("items").EnumerateArray()
            .First(a => a.GetProperty("caseId").GetString() == id).GetProperty("petitioner").GetString();

    /// <summary>What of this case waits for whoever asks; null when nothing does.</summary>
    private static async Task<string?> AwaitedAsync(HttpClient whose, string id)
    {
        var mine = (await (await whose.GetAsync("/api/awaiting?limit=200")).JsonAsync(200)).GetProperty("items").EnumerateArray().Where(a => a.GetProperty("caseId").GetString() == id);
        return mine.Select(a => a.GetProperty("kind").GetString()).SingleOrDefault();
    }

    [Fact]
    public async Task An_act_of_another_court_of_nobody_and_with_bad_fields_is_refused_in_Chinese()
    {
        var id = await RegisterAsync(started.Gateway);
        var owner = await started.Gateway.AsAsync("leader", subject: Owner);
        var stranger = await started.Gateway.AsAsync("office", "kf");
        await (await stranger.SendAsync($"/api/cases/{id}/enter", new JsonObject { ["responsibleLeader"] = "L043", ["handler"] = "某", ["contact"] = "1" })).IsProblemAsync(HttpStatusCode.NotFound);
        await (await owner.SendAsync($"/api/cases/{Guid.NewGuid()}/supervise", new JsonObject { ["on"] = CityTime.Today, ["measures"] = "督促" })).IsProblemAsync(HttpStatusCode.NotFound);
        await (await owner.SendAsync($"/api/cases/{id}/supervise", new JsonObject { ["on"] = CityTime.Today })).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "measures");
        await (await owner.SendAsync($"/api/cases/{id}/supervise", new JsonObject { ["on"] = "2026-02-30", ["measures"] = "督促" })).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "on");
        await (await owner.SendAsync($"/api/cases/{id}/supervise", new JsonObject { ["on"] = CityTime.Today, ["measures"] = "督促", ["salary"] = 1 })).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "salary");
        await (await owner.SendAsync($"/api/cases/{id}/supervise", new JsonObject { ["on"] = "2099-01-01", ["measures"] = "督促" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-field", "on");
        await (await owner.SendAsync($"/api/cases/{id}/supervise", new JsonArray())).IsProblemAsync(HttpStatusCode.BadRequest, "malformed");
        using var twice = new StringContent($$"""{"on":"{{CityTime.Today}}","on":"{{CityTime.Today}}","measures":"督促"}""", MediaTypeHeaderValue.Parse("application/json"));
        await (await owner.PostAsync($"/api/cases/{id}/supervise", twice)).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "on");
        using var half = new StringContent($$"""{"on":"{{CityTime.Today}}","measures":"\ud800"}""", MediaTypeHeaderValue.Parse("application/json"));
        await (await owner.PostAsync($"/api/cases/{id}/supervise", half)).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "measures");
        await (await owner.SendAsync($"/api/cases/{id}/video", new JsonObject { ["at"] = CityTime.Running.GetUtcNow().AddDays(1), ["room"] = "一号", ["judgments"] = new JsonArray((JsonNode?)null) }))
            .IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "judgments");
        var other = await started.Gateway.AsAsync("leader", subject: "L012");
        Assert.Equal("J4", (await (await other.SendAsync($"/api/cases/{id}/supervise", new JsonObject { ["on"] = CityTime.Today, ["measures"] = "督促" })).IsProblemAsync(HttpStatusCode.Forbidden, "act-not-yours")).GetProperty("rule").GetString());
    }

    [Fact]
    public async Task A_court_that_received_the_person_once_reads_the_case_and_works_on_it_no_more_than_that()
    {
        var person = Some.ResidentNumber();
        var id = (await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(person, receivedBy: Owner))).JsonAsync(201)).GetProperty("caseId").GetString()!;
        var back = Some.Reception(person, court: "xs", receivedBy: "L019");
        back["case"] = new JsonObject { ["caseId"] = id };
        await (await (await started.Gateway.AsAsync("clerk", "xs")).SendAsync("/api/receptions", back)).JsonAsync(201);
        var (office, judge) = (await started.Gateway.AsAsync("office", "xs"), await started.Gateway.AsAsync("judge", "xs"));
        await (await office.GetAsync($"/api/cases/{id}")).JsonAsync(200);
        var entry = new JsonObject { ["responsibleLeader"] = "L019", ["handler"] = "西山张", ["contact"] = "8001" };
        await (await office.SendAsync($"/api/cases/{id}/enter", entry)).IsProblemAsync(HttpStatusCode.Forbidden, "act-not-yours");
        await (await judge.SendAsync($"/api/cases/{id}/answer", new JsonObject { ["kind"] = "first", ["text"] = "答复" })).IsProblemAsync(HttpStatusCode.Forbidden, "act-not-yours");
        await ActAsync(judge, id, "explain", new JsonObject { ["on"] = CityTime.Today, ["by"] = "张法官", ["record"] = "已答疑" });
    }

    [Fact]
    public async Task Who_signs_nothing_at_the_intermediate_court_does_not_read_a_report_on_its_way()
    {
        var id = await RegisterAsync(started.Gateway);
        var judge = await started.Gateway.AsAsync("judge");
        var papers = new JsonArray();
        foreach (var kind in new[] { "reviewReport", "settlement", "resolutionPlan" })
            papers.Add((await (await UploadAsync(judge, id, kind)).JsonAsync(201)).GetProperty("paperId").GetString());
        await ActAsync(judge, id, "close", Report(papers));
        // Nobody assigned it: it ends with its own court.
        foreach (var other in new[] { await started.Gateway.AsAsync("leader", "zy", "L002"), await started.Gateway.AsAsync("leadingGroup", "zy") })
            await (await other.GetAsync($"/api/cases/{id}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await ActAsync(await started.Gateway.AsAsync("supervisor", "zy"), id, "assign", new JsonObject
        {
            ["source"] = "superiorCourt",
            ["documentNumber"] = "鲁高法信〔2026〕21号",
            ["receivedAt"] = CityTime.Running.GetUtcNow().ToString("O"),
            ["unit"] = "dg",
        });
        await (await (await started.Gateway.AsAsync("leader", "zy", "L002")).GetAsync($"/api/cases/{id}")).JsonAsync(200);
        var head = await started.Gateway.AsAsync("leader", "zy", "L009");
        await (await head.GetAsync($"/api/cases/{id}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await UploadAsync(await started.Gateway.AsAsync("leader", "zy", "L002"), id, "settlement")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_same_key_records_an_act_once_and_an_older_version_is_refused()
    {
        var id = await RegisterAsync(started.Gateway);
        var owner = await started.Gateway.AsAsync("leader", subject: Owner);
        var tag = (await owner.GetAsync($"/api/cases/{id}")).Headers.ETag!;
        var body = new JsonObject { ["on"] = CityTime.Today, ["findings"] = "已核实" };
        var first = await (await owner.SendAsync($"/api/cases/{id}/investigate", body, "act-1")).JsonAsync(200);
        var again = await (await owner.SendAsync($"/api/cases/{id}/investigate", body, "act-1")).JsonAsync(200);
        Assert.Equal(first.GetProperty("actId").GetString(), again.GetProperty("actId").GetString());
        await (await owner.SendAsync($"/api/cases/{id}/investigate", new JsonObject { ["on"] = CityTime.Today, ["findings"] = "另一" }, "act-1"))
            .IsProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        using var stale = new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{id}/investigate") { Content = System.Net.Http.Json.JsonContent.Create(body) };
        stale.Headers.IfMatch.Add(tag);
        await (await owner.SendAsync(stale)).IsProblemAsync(HttpStatusCode.PreconditionFailed, "version-moved");
        Assert.Single((await (await owner.GetAsync($"/api/cases/{id}")).JsonAsync(200)).GetProperty("work").GetProperty("acts").EnumerateArray());
    }

    [Fact]
    public async Task A_visit_to_the_capital_is_told_to_the_case_of_the_person()
    {
        var person = Some.ResidentNumber();
        var registered = await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(person, receivedBy: Owner))).JsonAsync(201);
        var supervisor = await started.Gateway.AsAsync("supervisor", "zy");
        var body = new JsonObject
        {
            ["person"] = new JsonObject { ["idType"] = "residentId", ["idNumber"] = person },
            ["place"] = "capital",
            ["on"] = CityTime.Today,
            ["toldBy"] = "省高院信访处",
        };
        var told = await (await supervisor.SendAsync("/api/outside-visits", body)).JsonAsync(200);
        Assert.Equal(registered.GetProperty("caseId").GetString(), told.GetProperty("caseId").GetString());
        var another = Some.Reception(person, receivedBy: Owner);
        another["case"] = new JsonObject { ["new"] = true };
        var second = await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", another)).JsonAsync(201);
        var which = await (await supervisor.SendAsync("/api/outside-visits", body)).IsProblemAsync(HttpStatusCode.Conflict, "which-case");
        Assert.Equal(
            new[] { registered, second }.Select(r => r.GetProperty("caseId").GetString()).Order(),
            which.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()).Order());
        body["person"]!["idNumber"] = Some.ResidentNumber();
        await (await supervisor.SendAsync("/api/outside-visits", body)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "person");
        await (await supervisor.SendAsync("/api/outside-visits", new JsonObject { ["caseId"] = Guid.NewGuid().ToString(), ["place"] = "moon", ["on"] = CityTime.Today, ["toldBy"] = "某" }))
            .IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "place");
    }

    private static async Task CheckDocumentsAsync(HttpClient client, string id, string slip)
    {
        var file = await (await client.GetAsync($"/api/cases/{id}/file?format=json")).JsonAsync(200);
        var reception = file.GetProperty("receptions")[0].GetProperty("receptionId").GetString();
        var samples = Environment.GetEnvironmentVariable("WRITE_SAMPLES");
        foreach (var (part, expected) in new[]
        {
            ("file?format=docx", new[] { "信访事项一案一档", "要求依法再审", "执行款已发放", "中院主管院长", "材料目录", "大事记", "第 1 次交办", "交办单位上级法院", $"完成期限{CityTime.Running.InTheCity():yyyy年M月d日}" }),
            ("closing-report", ["关于邹宁一信访一案的办结报告", "一、信访人和原审当事人基本情况", "七、评查结论", "领导小组"]),
            ($"receptions/{reception}/record", ["接访登记表", "要求查询案件办理进度", "初访", "证件类型居民身份证", "记录人测试员"]),
            ($"referrals/{slip}/slip", ["信访事项转办单", "核查执行款", "24时前", "承接人执行局内勤", "承接人签收时间2", "执行款已发放"]),
        })
        {
            var answer = await client.GetAsync($"/api/cases/{id}/{part}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            Assert.All(expected, text => Assert.Contains(text, document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal));
            if (samples is not null)
                await File.WriteAllBytesAsync(Path.Combine(samples, part.Split('/', '?')[0] + ".docx"), bytes);
        }
        await (await client.GetAsync($"/api/cases/{id}/file?format=rtf")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "format");
    }

    private async Task CheckPublicAsync(string id)
    {
        var code = started.Gateway.Services.GetRequiredService<Keyring>().QueryCodeOf(CaseId.Parse(id));
        var shown = await (await started.Gateway.Http.GetAsync($"/public/cases/{code}")).JsonAsync(200);
        Assert.Equal(("provisional", 0), (shown.GetProperty("status").GetString(), shown.GetProperty("due").GetArrayLength()));
        var receipt = await (await started.Gateway.Http.GetAsync($"/public/cases/{code}/receipt")).Content.ReadAsStringAsync();
        Assert.Contains("信访事项登记回执", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("邹宁一", receipt, StringComparison.Ordinal);
        await (await started.Gateway.Http.SendAsync($"/public/cases/{code}/rating", new JsonObject { ["stars"] = 6 })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "stars");
        await (await started.Gateway.Http.SendAsync($"/public/cases/{code}/rating", new JsonObject { ["stars"] = 4 })).JsonAsync(200);
        await (await started.Gateway.Http.SendAsync($"/public/cases/{code}/rating", new JsonObject { ["stars"] = 1 })).IsProblemAsync(HttpStatusCode.Conflict, "already-rated");
        await (await started.Gateway.Http.SendAsync($"/public/cases/{code}/reopening", new JsonObject { ["reason"] = "承诺的款项没有到账" })).JsonAsync(200);
    }
}
