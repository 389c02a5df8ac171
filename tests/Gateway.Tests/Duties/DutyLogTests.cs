using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Rosters;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Duties;

/// <summary>W2: the log of a shift; W3: warnings and recorded instructions around who owns what.</summary>
public sealed class DutyLogTests(September september) : IClassFixture<September>
{
    private RunningGateway Gateway => september.Gateway;

    [Fact]
    public async Task The_log_counts_what_the_duty_leader_received_and_holds_what_he_wrote()
    {
        var leader = await september.LeaderAsync("dg", "2026-09-07", "morning");
        var clerk = await Gateway.AsAsync("clerk");
        for (var i = 0; i < 3; i++)
            await (await clerk.SendAsync("/api/receptions", Some.Reception(receivedBy: null))).JsonAsync(201);
        var before = (await DayAsync()).GetProperty("shifts")[0];
        Assert.Equal((leader, 0), (before.GetProperty("leader").GetProperty("leaderId").GetString(), before.GetProperty("times").GetInt32()));

        var body = new JsonObject { ["window"] = "窗口秩序良好", ["matters"] = "一起集体访，已当场答复" };
        await (await clerk.SendAsync("/api/duty-logs/dg/2026-09-07/morning", body, "log-1")).JsonAsync(200);
        await (await clerk.SendAsync("/api/duty-logs/dg/2026-09-07/morning", body, "log-1")).JsonAsync(200);
        body["window"] = "窗口秩序良好，午前人多";
        await (await (await Gateway.AsAsync("leader", subject: leader)).SendAsync("/api/duty-logs/dg/2026-09-07/morning", body)).JsonAsync(200);

        var written = (await DayAsync()).GetProperty("shifts")[0];
        Assert.Equal(("测试员", leader), (written.GetProperty("writtenBy").GetString(), written.GetProperty("writtenFor").GetProperty("leaderId").GetString()));
        Assert.Equal(("窗口秩序良好，午前人多", 2), (written.GetProperty("window").GetString(), written.GetProperty("times").GetInt32()));
        Assert.True(written.GetProperty("batches").GetInt32() >= 3);
        Assert.Equal(written.GetProperty("batches").GetInt32(), written.GetProperty("received").GetArrayLength());
        Assert.Equal(written.GetProperty("batches").GetInt32(), written.GetProperty("first").GetInt32() + written.GetProperty("repeat").GetInt32());
    }

    [Theory]
    [InlineData("office", "kf", "/api/duty-logs/dg/2026-09-07/morning", HttpStatusCode.Forbidden, "not-your-shift")]
    [InlineData("clerk", "dg", "/api/duty-logs/dg/2026-09-08/morning", HttpStatusCode.UnprocessableEntity, "shift-ahead")]
    [InlineData("clerk", "dg", "/api/duty-logs/dg/2026-09-06/morning", HttpStatusCode.UnprocessableEntity, "no-such-shift")]
    [InlineData("clerk", "dg", "/api/duty-logs/dg/2026-09-07/midnight", HttpStatusCode.UnprocessableEntity, "no-such-shift")]
    [InlineData("clerk", "dg", "/api/duty-logs/dg/7.9.2026/morning", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("clerk", "dg", "/api/duty-logs/nowhere/2026-09-07/morning", HttpStatusCode.NotFound, "not-found")]
    public async Task What_cannot_be_logged_is_refused(string role, string court, string address, HttpStatusCode status, string slug) =>
        await (await (await Gateway.AsAsync(role, court)).SendAsync(address, new JsonObject { ["window"] = "正常" })).IsProblemAsync(status, slug);

    [Fact]
    public async Task W17_a_leader_who_serves_at_a_linked_court_reads_the_log_of_his_own_shift_there()
    {
        var supervisor = await Gateway.AsAsync("supervisor", "zy");
        await (await supervisor.SendAsync("/api/rosters/sensitive-periods", new JsonObject { ["name"] = "敏感时期", ["from"] = "2026-09-21", ["to"] = "2026-09-22" })).JsonAsync(200);
        await (await supervisor.SendAsync(September.Address("dg", 21), September.Day("L001", "L012"), method: HttpMethod.Put)).JsonAsync(200);
        const string Log = "/api/duty-logs/dg/2026-09-21";
        var seen = await (await (await Gateway.AsAsync("leader", "zy", "L001")).GetAsync(Log)).JsonAsync(200);
        Assert.Equal("L001", Assert.Single(seen.GetProperty("shifts").EnumerateArray()).GetProperty("leader").GetProperty("leaderId").GetString());
        await (await (await Gateway.AsAsync("leader", "zy", "L002")).GetAsync(Log)).IsProblemAsync(HttpStatusCode.Forbidden);
        await (await (await Gateway.AsAsync("office", "zy", "L001")).GetAsync(Log)).IsProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task W3_a_receiver_who_bears_the_name_of_the_original_judge_is_warned_of()
    {
        var clerk = await Gateway.AsAsync("clerk");
        var city = await (await clerk.GetAsync("/api/city")).JsonAsync(200);
        var name = city.GetProperty("leaders").EnumerateArray().Single(l => l.GetProperty("id").GetString() == "L012").GetProperty("name").GetString()!;
        var number = Some.ResidentNumber();
        var body = Some.Reception(number, caseNumber: Some.CaseNumber());
        body["originalJudge"] = $"{name[0]}　{name[1..]}";
        var warned = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
        Assert.Contains("receiver-was-judge", Codes(warned));
        body = (JsonObject)body.DeepClone();
        body["originalJudge"] = "无此人";
        body["receivedBy"] = "L013";
        Assert.DoesNotContain("receiver-was-judge", Codes(await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201)));
    }

    [Fact]
    public async Task An_instruction_on_a_pending_case_is_recorded_for_ever_with_who_when_what_and_to_whom()
    {
        var clerk = await Gateway.AsAsync("clerk");
        var id = (await (await clerk.SendAsync("/api/receptions", Some.Reception())).JsonAsync(201)).GetProperty("caseId").GetString();
        var body = new JsonObject
        {
            ["by"] = "L011",
            ["to"] = "民一庭承办法官",
            ["what"] = "询问为何尚未开庭，要求尽快处理",
            ["manner"] = "call",
            ["at"] = "2026-09-07T08:40:00+08:00",
        };
        var judge = await Gateway.AsAsync("judge");
        var first = await (await judge.SendAsync($"/api/cases/{id}/inquiries", body, "i1")).Content.ReadAsStringAsync();
        Assert.Equal(first, await (await judge.SendAsync($"/api/cases/{id}/inquiries", body, "i1")).Content.ReadAsStringAsync());
        var history = await (await clerk.GetAsync($"/api/cases/{id}/history")).JsonAsync(200);
        var entry = Assert.Single(history.GetProperty("items").EnumerateArray(), e => e.GetProperty("kind").GetString() == "case.inquiry-recorded.v1");
        Assert.Equal(("L011", "民一庭承办法官", "judge-of-dg"), (
            entry.GetProperty("data").GetProperty("by").GetString(), entry.GetProperty("data").GetProperty("to").GetString(), entry.GetProperty("actor").GetString()));

        await (await (await Gateway.AsAsync("judge", "kf")).SendAsync($"/api/cases/{id}/inquiries", body)).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        body["at"] = "2026-09-08T08:40:00+08:00";
        await (await judge.SendAsync($"/api/cases/{id}/inquiries", body)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "time-ahead");
        body.Remove("by");
        await (await judge.SendAsync($"/api/cases/{id}/inquiries", body)).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "byName");
    }

    private static IEnumerable<string?> Codes(System.Text.Json.JsonElement answer) =>
        answer.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString());

    private async Task<System.Text.Json.JsonElement> DayAsync() =>
        await (await (await Gateway.AsAsync("office")).GetAsync("/api/duty-logs/dg/2026-09-07")).JsonAsync(200);
}
