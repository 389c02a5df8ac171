using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.FirstRequests;

/// <summary>Y1: whoever first receives a request is responsible, and every request ends.</summary>
public sealed class FirstRequestTests(Started started) : IClassFixture<Started>
{
    private const string Requests = "/api/first-requests";

    [Fact]
    public async Task A_promise_needs_its_day_another_bodys_duty_its_name_and_what_is_done_at_once_is_done()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        await (await clerk.SendAsync(Requests, Some.FirstRequest(handling: "promised"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "dueOn");
        await (await clerk.SendAsync(Requests, Some.FirstRequest(handling: "guided"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "passedTo");
        var body = Some.FirstRequest(handling: "onTheSpot");
        body["result"] = "已告知发放日期";
        var done = await (await clerk.SendAsync(Requests, body)).JsonAsync(201);
        Assert.Equal(("done", CityTime.Today), (done.GetProperty("status").GetString(), done.GetProperty("doneOn").GetString()));
        var file = await FileAsync(clerk, done);
        Assert.Equal(("测试员", "咨询执行款何时发放"), (file.GetProperty("responsible").GetString(), file.GetProperty("claim").GetString()));
        Assert.Equal("已告知发放日期", file.GetProperty("steps")[0].GetProperty("text").GetString());
        await (await clerk.SendAsync($"{Requests}/{Id(done)}/finish", new JsonObject())).IsProblemAsync(HttpStatusCode.Conflict, "request-ended");
    }

    [Fact]
    public async Task It_is_passed_on_answered_becomes_a_case_and_is_filed()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var person = Some.ResidentNumber();
        var asked = await (await clerk.SendAsync(Requests, Some.FirstRequest(person))).JsonAsync(201);
        await (await clerk.PostAsync(new Uri($"{Requests}/{Id(asked)}/file", UriKind.Relative), null)).IsProblemAsync(HttpStatusCode.Conflict, "request-open");
        var passed = await (await clerk.SendAsync($"{Requests}/{Id(asked)}/pass-on", new JsonObject { ["to"] = "执行局", ["note"] = "请邹宁一持身份证前往" })).JsonAsync(200);
        Assert.Equal(("open", "执行局"), (passed.GetProperty("status").GetString(), passed.GetProperty("passedTo").GetString()));
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/finish", new JsonObject { ["on"] = "2026-01-01" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "on");
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/finish", new JsonObject { ["on"] = "2030-01-01" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "on");
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/finish", new JsonObject { ["result"] = "已电话答复" })).JsonAsync(200);

        var @case = await (await clerk.SendAsync("/api/receptions", Some.Reception(person))).JsonAsync(201);
        Assert.True(@case.GetProperty("first").GetBoolean()); // A first request fixes no owner and is no visit of the case.
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/enter", new JsonObject { ["caseId"] = Guid.NewGuid().ToString() })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "caseId");
        var entered = await (await clerk.SendAsync($"{Requests}/{Id(asked)}/enter", new JsonObject { ["caseId"] = @case.GetProperty("caseId").GetString() })).JsonAsync(200);
        Assert.Equal("entered", entered.GetProperty("status").GetString());
        var filed = await (await clerk.PostAsync(new Uri($"{Requests}/{Id(asked)}/file", UriKind.Relative), null)).JsonAsync(200);
        Assert.True(filed.GetProperty("filed").GetBoolean());
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/pass-on", new JsonObject { ["to"] = "立案庭" })).IsProblemAsync(HttpStatusCode.Conflict, "request-filed");

        var file = await FileAsync(clerk, asked);
        Assert.Equal(["流转", "办结", "转为信访事项", "归档"], file.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("step").GetString()));
        Assert.Equal("请邹宁一持身份证前往", file.GetProperty("steps")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Another_court_neither_sees_nor_handles_it_and_nothing_personal_is_in_the_register()
    {
        var (clerk, other, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("clerk", "xs"), await started.Gateway.AsAsync("supervisor", "zy"));
        var person = Some.ResidentNumber();
        var asked = await (await clerk.SendAsync(Requests, Some.FirstRequest(person))).JsonAsync(201);
        await (await other.GetAsync($"{Requests}/{Id(asked)}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.SendAsync($"{Requests}/{Id(asked)}/pass-on", new JsonObject { ["to"] = "执行局" })).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.GetAsync($"{Requests}?court=dg")).IsProblemAsync(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(Id(asked), await other.GetStringAsync(Requests), StringComparison.Ordinal);
        var register = await supervisor.GetStringAsync($"{Requests}?court=dg&limit=200");
        Assert.Contains(Id(asked), register, StringComparison.Ordinal);
        Assert.DoesNotContain("邹宁一", register, StringComparison.Ordinal);
        var file = await supervisor.GetStringAsync($"{Requests}/{Id(asked)}");
        Assert.Contains("邹宁一", file, StringComparison.Ordinal);
        Assert.DoesNotContain(person, file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_promised_and_not_done_by_then_is_overdue()
    {
        var clerk = await started.Gateway.AsAsync("clerk", "kf");
        var body = Some.FirstRequest(handling: "promised");
        var before = DateOnly.Parse(CityTime.Today, System.Globalization.CultureInfo.InvariantCulture).AddDays(-3);
        body["occurredAt"] = $"{before:yyyy-MM-dd}T10:00:00+08:00";
        body["dueOn"] = $"{before.AddDays(2):yyyy-MM-dd}";
        var asked = await (await clerk.SendAsync(Requests, body)).JsonAsync(201);
        var line = Assert.Single((await (await clerk.GetAsync($"{Requests}?status=open")).JsonAsync(200)).GetProperty("items").EnumerateArray());
        Assert.True(line.GetProperty("overdue").GetBoolean());
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/finish", new JsonObject())).JsonAsync(200);
        var office = await started.Gateway.AsAsync("office", "kf");
        var count = Assert.Single((await (await office.GetAsync($"{Requests}/counts?from={before:yyyy-MM-dd}&to={CityTime.Today}")).JsonAsync(200)).GetProperty("rows").EnumerateArray());
        Assert.Equal((1, 0, 0, 1), (count.GetProperty("requests").GetInt32(), count.GetProperty("open").GetInt32(), count.GetProperty("overdue").GetInt32(), count.GetProperty("answeredLate").GetInt32()));
        await (await office.GetAsync($"{Requests}/counts?from={before:yyyy-MM-dd}&to={CityTime.Today}&court=dg")).IsProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_was_sealed_is_unreadable_once_the_persons_data_is_deleted_or_that_of_one_without_document()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var person = Some.ResidentNumber();
        var known = await (await clerk.SendAsync(Requests, Some.FirstRequest(person))).JsonAsync(201);
        var body = Some.FirstRequest();
        body["petitioner"] = new JsonObject { ["idType"] = "none", ["name"] = "来电人" };
        var unknown = await (await clerk.SendAsync(Requests, body)).JsonAsync(201);
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure("firstRequestId", Id(known)))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "firstRequestId");
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure("firstRequestId", Id(unknown)))).JsonAsync(200);
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure("firstRequestId", Id(unknown)))).IsProblemAsync(HttpStatusCode.Conflict, "data-erased");
        var byPerson = Erasure("idNumber", person);
        byPerson["idType"] = "residentId";
        await (await supervisor.SendAsync("/api/privacy/erase", byPerson)).JsonAsync(200);
        foreach (var erased in new[] { known, unknown })
        {
            var file = await FileAsync(clerk, erased);
            Assert.Equal((true, JsonValueKind.Null, JsonValueKind.Null), (file.GetProperty("erased").GetBoolean(), file.GetProperty("petitioner").ValueKind, file.GetProperty("claim").ValueKind));
            await (await clerk.SendAsync($"{Requests}/{Id(erased)}/finish", new JsonObject { ["result"] = "已答复" })).IsProblemAsync(HttpStatusCode.Conflict, "data-deleted");
            await (await clerk.SendAsync($"{Requests}/{Id(erased)}/finish", new JsonObject())).JsonAsync(200);
        }
        // Who comes back is received as before, with a key of its own.
        Assert.Equal("咨询执行款何时发放", (await FileAsync(clerk, await (await clerk.SendAsync(Requests, Some.FirstRequest(person))).JsonAsync(201))).GetProperty("claim").GetString());
    }

    [Fact]
    public async Task The_register_is_exported_with_the_columns_of_the_form()
    {
        var clerk = await started.Gateway.AsAsync("clerk", "nw");
        var asked = await (await clerk.SendAsync(Requests, Some.FirstRequest())).JsonAsync(201);
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/pass-on", new JsonObject { ["to"] = "执行局", ["appointmentAt"] = "2026-12-01T09:30:00+08:00" })).JsonAsync(200);
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/finish", new JsonObject { ["result"] = "已发放" })).JsonAsync(200);
        var book = await clerk.WorkbookAsync($"{Requests}/export");
        var (titles, row) = (book[0], book[1]);
        Assert.Equal("登记号,接收日期时间,受理法院,渠道,首诉负责人,诉求人,诉求类别,诉求内容,办理方式,答复期限,办结日期,流转情况,归档", string.Join(',', titles));
        Assert.Equal(("来电", "邹宁一", "咨询", "咨询执行款何时发放", "疑难登记"), ((string)row[3]!, (string)row[5]!, (string)row[6]!, (string)row[7]!, (string)row[8]!));
        Assert.Equal($"{CityTime.Today} 流转至执行局，预约 2026-12-01 09:30；{CityTime.Today} 办结：已发放", row[11]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_it_is_named()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var problem = await (await clerk.SendAsync(Requests, new JsonObject { ["claim"] = " ", ["caseNumber"] = "查无", ["appointmentAt"] = "2026-12-01T09:00:00+08:00" })).JsonAsync(400);
        Assert.Superset(
            new HashSet<string> { "channel", "kind", "handling", "claim", "petitioner", "caseNumber", "appointmentAt" },
            problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ToHashSet());
        var asked = await (await clerk.SendAsync(Requests, Some.FirstRequest(Some.ResidentNumber()))).JsonAsync(201);
        await (await clerk.SendAsync($"{Requests}/{Id(asked)}/pass-on", new JsonObject { ["to"] = "执行局", ["appointmentAt"] = "2020-11-25T09:00:00+08:00" }))
            .IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "appointmentAt");
        var guided = Some.FirstRequest(Some.ResidentNumber(), "guided");
        (guided["passedTo"], guided["appointmentAt"], guided["dueOn"]) = ("执行局", "2020-11-25T09:00:00+08:00", "9999-12-31");
        var late = await (await clerk.SendAsync(Requests, guided)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "appointmentAt");
        Assert.True(late.GetProperty("errors").TryGetProperty("dueOn", out _));
        await (await clerk.GetAsync($"{Requests}?status=closed")).IsProblemAsync(HttpStatusCode.BadRequest, field: "status");
        await (await clerk.GetAsync($"{Requests}/nobody")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await clerk.SendAsync($"{Requests}/{Guid.NewGuid()}/finish", new JsonObject())).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private static string Id(JsonElement request) => request.GetProperty("requestId").GetString()!;

    private static async Task<JsonElement> FileAsync(HttpClient client, JsonElement request) => await (await client.GetAsync($"{Requests}/{Id(request)}")).JsonAsync(200);

    private static JsonObject Erasure(string field, string value) => new() { [field] = value, ["reason"] = "本人依法申请删除" };
}
