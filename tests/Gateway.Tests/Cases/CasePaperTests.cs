using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;
using static PetitionMesh.Gateway.Tests.Cases.CaseSteps;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>What is on paper of a case: what was filed, and what the official documents say of it.</summary>
public sealed class CasePaperTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task J9_J14_after_a_handover_the_report_of_the_end_is_still_the_report_and_the_file_names_who_took_over()
    {
        var id = await RegisterAsync(started.Gateway);
        var (owner, judge) = (await started.Gateway.AsAsync("leader", subject: Owner), await started.Gateway.AsAsync("judge"));
        HttpClient[] layers =
        [
            owner, await started.Gateway.AsAsync("leader", subject: "L011"), await started.Gateway.AsAsync("leader", "zy", "L002"),
            await started.Gateway.AsAsync("supervisor", "zy"), await started.Gateway.AsAsync("leadingGroup", "zy"),
        ];
        await ActAsync(judge, id, "self-examine", new JsonObject { ["on"] = CityTime.Today, ["opinion"] = "程序合法" });
        await ActAsync(owner, id, "review", new JsonObject { ["on"] = CityTime.Today, ["conclusion"] = "correct", ["opinion"] = "裁判正确" });
        var papers = new JsonArray();
        foreach (var kind in new[] { "reviewReport", "terminationDecision", "handover" })
            papers.Add((await (await UploadAsync(judge, id, kind)).JsonAsync(201)).GetProperty("paperId").GetString());
        var report = Report(papers);
        report.Remove("ground");
        await ActAsync(judge, id, "terminate", report);
        foreach (var layer in layers)
            await ActAsync(layer, id, "sign", new JsonObject());
        await ActAsync(judge, id, "hand-over", new JsonObject { ["to"] = "东港区人民政府", ["reason"] = "移交属地", ["papers"] = papers.DeepClone() });

        var signed = await TextAsync(judge, $"/api/cases/{id}/closing-report");
        Assert.Contains("原审认定事实清楚", signed, StringComparison.Ordinal);
        Assert.DoesNotContain("依法删除", signed, StringComparison.Ordinal);
        Assert.Contains("接收单位东港区人民政府", await TextAsync(judge, $"/api/cases/{id}/file?format=docx"), StringComparison.Ordinal);
        var closing = (await (await judge.GetAsync($"/api/cases/{id}")).JsonAsync(200)).GetProperty("work").GetProperty("closings")[0];
        Assert.Equal(("persuaded", "诉求无理，已作解释疏导"), (closing.GetProperty("outcome").GetString(), closing.GetProperty("outcomeName").GetString()));
    }

    [Fact]
    public async Task W7_the_record_of_a_reception_and_the_slip_and_J7_S9_the_whole_history_are_papers_that_say_who_what_and_by_whom()
    {
        var id = await RegisterAsync(started.Gateway);
        var owner = await started.Gateway.AsAsync("leader", subject: Owner);
        var slip = await ActAsync(owner, id, "refer", new JsonObject { ["division"] = "执行局", ["matter"] = "核查执行款", ["requirement"] = "十日内报结果" });
        var reception = (await (await owner.GetAsync($"/api/cases/{id}/file?format=json")).JsonAsync(200)).GetProperty("receptions")[0].GetProperty("receptionId").GetString();

        Assert.Contains("要求查询案件办理进度", await TextAsync(owner, $"/api/cases/{id}/receptions/{reception}/record"), StringComparison.Ordinal);
        Assert.Contains("核查执行款", await TextAsync(owner, $"/api/cases/{id}/referrals/{slip.GetProperty("actId").GetString()}/slip"), StringComparison.Ordinal);
        var whole = await TextAsync(owner, $"/api/cases/{id}/file?format=docx");
        Assert.All(["要求查询案件办理进度", "核查执行款", "包案领导"], text => Assert.Contains(text, whole, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_would_turn_the_text_of_a_paper_round_is_a_box_on_it_and_stays_in_the_file()
    {
        const string Claim = "要求返还\u202e005\u2066元\U0001F600";
        var clerk = await started.Gateway.AsAsync("clerk");
        var body = Some.Reception();
        body["claim"] = Claim;
        var registered = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
        var (id, reception) = (registered.GetProperty("caseId").GetString(), registered.GetProperty("receptionId").GetString());
        var file = await (await clerk.GetAsync($"/api/cases/{id}")).JsonAsync(200);
        Assert.Equal(Claim, file.GetProperty("receptions")[0].GetProperty("claim").GetString());
        Assert.Contains("要求返还□005□元", await TextAsync(clerk, $"/api/cases/{id}/receptions/{reception}/record"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task W7_W8_the_record_names_the_original_judge_and_says_whether_the_owner_was_called_and_came()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var person = Some.ResidentNumber();
        var id = (await (await clerk.SendAsync("/api/receptions", Some.Reception(person, receivedBy: Owner, caseNumber: Some.CaseNumber()))).JsonAsync(201)).GetProperty("caseId").GetString();
        var visit = Some.Reception(person, receivedBy: "L012");
        visit["case"] = new JsonObject { ["caseId"] = id };
        visit["originalJudge"] = "钱守正";
        var repeat = await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201);
        var record = $"/api/cases/{id}/receptions/{repeat.GetProperty("receptionId").GetString()}/record";
        var sent = await TextAsync(clerk, record);
        Assert.All(["接访地点", "住址", "原审法院东港区人民法院", "钱守正", "是否通知首接领导及到场情况", "待签收"], text => Assert.Contains(text, sent, StringComparison.Ordinal));

        var owner = await started.Gateway.AsAsync("leader", subject: Owner);
        await (await owner.SendAsync($"/api/summonses/{repeat.GetProperty("summons").GetProperty("summonsId").GetString()}/attend", new JsonObject())).JsonAsync(200);
        Assert.Contains("已到场", await TextAsync(clerk, record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_are_checked_sealed_served_to_those_who_see_the_case_and_survive_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-test-");
        string id, paper;
        await using (var before = await RunningGateway.StartAsync(directory: directory.FullName, settings: ["--Journal:Provider=Sqlite"]))
        {
            id = await RegisterAsync(before);
            var judge = await before.AsAsync("judge");
            await (await UploadAsync(judge, id, "reviewReport", "%PNG"u8.ToArray())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "content");
            await (await UploadAsync(judge, id, "diary")).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "kind");
            await (await UploadAsync(judge, id, "reviewReport", type: "text/plain")).IsProblemAsync(HttpStatusCode.UnsupportedMediaType);
            await (await UploadAsync(judge, id, "reviewReport", [.. Pdf, .. new byte[10 << 20]])).IsProblemAsync(HttpStatusCode.RequestEntityTooLarge);
            await (await UploadAsync(await before.AsAsync("judge", "kf"), id, "reviewReport")).IsProblemAsync(HttpStatusCode.NotFound);
            paper = (await (await UploadAsync(judge, id, "reviewReport")).JsonAsync(201)).GetProperty("paperId").GetString()!;
        }
        foreach (var kept in Directory.GetFiles(Path.Combine(directory.FullName, "papers"), "*", SearchOption.AllDirectories))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(kept)).AsSpan().IndexOf("a paper of the test"u8));
        await using (var after = await RunningGateway.StartAsync(directory: directory.FullName, settings: ["--Journal:Provider=Sqlite"]))
        {
            var served = await (await after.AsAsync("office")).GetAsync($"/api/cases/{id}/papers/{paper}");
            Assert.Equal(("application/pdf", HttpStatusCode.OK), (served.Content.Headers.ContentType?.MediaType, served.StatusCode));
            Assert.Equal(Pdf, await served.Content.ReadAsByteArrayAsync());
            await (await (await after.AsAsync("office", "kf")).GetAsync($"/api/cases/{id}/papers/{paper}")).IsProblemAsync(HttpStatusCode.NotFound);
            await (await (await after.AsAsync("office")).GetAsync($"/api/cases/{id}/papers/{Guid.NewGuid()}")).IsProblemAsync(HttpStatusCode.NotFound);
        }
        directory.Delete(recursive: true);
    }
}
