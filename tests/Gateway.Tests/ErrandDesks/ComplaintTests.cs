using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.ErrandDesks;

/// <summary>Y6: what errand could not be done circulates, is checked against the list of forbidden conduct, answered and counted.</summary>
public sealed class ComplaintTests(Started started) : IClassFixture<Started>
{
    private const string Complaints = "/api/complaints";

    [Fact]
    public async Task A_complaint_circulates_is_checked_against_the_list_and_answered()
    {
        var (clerk, leader) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("leader"));
        var body = Some.Complaint(await DeskAsync());
        body["alleged"] = new JsonArray("rudeness", "delay", "delay");
        var complaint = await (await clerk.SendAsync(Complaints, body)).JsonAsync(201);
        Assert.Equal(("registered", JsonValueKind.Null, JsonValueKind.Null), (Text(complaint, "status"), complaint.GetProperty("dueOn").ValueKind, complaint.GetProperty("late").ValueKind));
        await (await clerk.SendAsync(At(complaint, "check"), Check("unfounded"))).IsProblemAsync(HttpStatusCode.Conflict, "complaint-not-circulated");
        var circulated = await DoAsync(clerk, complaint, "circulate", Circulate("立案庭"));
        Assert.Equal(("circulating", Some.Day(5)), (Text(circulated, "status"), Text(circulated, "dueOn")));
        await DoAsync(clerk, complaint, "circulate", Circulate("执行局", Some.Day(2)));
        await (await leader.SendAsync(At(complaint, "check"), Check("founded"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "conduct-missing", "found");
        await (await leader.SendAsync(At(complaint, "check"), Check("unfounded", "delay"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "conduct-not-asked", "found");
        await (await leader.SendAsync(At(complaint, "check"), Check("founded", "laziness"))).IsProblemAsync(HttpStatusCode.BadRequest);
        await (await clerk.SendAsync(At(complaint, "answer"), Answer())).IsProblemAsync(HttpStatusCode.Conflict, "complaint-not-checked");
        var done = await DoAsync(leader, complaint, "check", Check("founded", "delay", "buckPassing", "delay"));
        Assert.Equal(("checked", "founded", false), (Text(done, "status"), Text(done, "outcome"), done.GetProperty("late").GetBoolean()));
        await DoAsync(clerk, complaint, "answer", Answer());
        await (await clerk.SendAsync(At(complaint, "answer"), Answer())).IsProblemAsync(HttpStatusCode.Conflict, "complaint-answered");

        var file = await (await leader.GetAsync($"{Complaints}/{Id(complaint)}")).JsonAsync(200);
        Assert.Equal(
            ("answered", "执行款三个月未发", "邹宁一", "10053198970", "一号窗口", "高专员", CityTime.Today),
            (Text(file, "status"), Text(file, "content"), Text(file, "name"), Text(file, "phone"), Text(file, "desk"), Text(file, "officer"), Text(file, "receivedOn")));
        Assert.Equal(["delay", "rudeness"], Words(file, "alleged"));
        Assert.Equal(["buckPassing", "delay"], Words(file, "found"));
        Assert.Equal(("met", "执行局", "孙庭长", "经核对卷宗", "call", "已发放", CityTime.Today), (
            Text(file, "due"), Text(file, "division"), Text(file, "checkedBy"), Text(file, "findings"), Text(file, "means"), Text(file, "answer"), Text(file, "answeredOn")));
        Assert.Equal(
            ["登记：一号窗口，来访", $"流转：至立案庭，核查期限 {Some.Day(5)}", $"流转：至执行局，核查期限 {Some.Day(2)}", "核查：孙庭长：属实，推诿扯皮、拖延不办", "答复：高专员电话答复"],
            file.GetProperty("steps").EnumerateArray().Select(s => $"{Text(s, "step")}：{Text(s, "about")}"));
    }

    [Fact]
    public async Task Complaints_are_counted_by_desk_with_what_was_found_and_without_who_complained()
    {
        var (clerk, office) = (await started.Gateway.AsAsync("clerk", "kf"), await started.Gateway.AsAsync("office", "kf"));
        var (one, two) = (await DeskAsync("kf"), await DeskAsync("kf", "二号窗口"));
        var first = await RegisterAsync(clerk, one);
        await DoAsync(clerk, first, "circulate", Circulate());
        await DoAsync(clerk, first, "check", Check("founded", "delay", "extortion"));
        await DoAsync(clerk, first, "answer", Answer());
        var second = await RegisterAsync(clerk, one);
        await DoAsync(clerk, second, "circulate", Circulate());
        await DoAsync(clerk, second, "check", Check("partlyFounded", "delay"));
        var third = await RegisterAsync(clerk, two, "call");
        await DoAsync(clerk, third, "circulate", Circulate(due: Some.Day(0)));
        await RegisterAsync(clerk, two);

        var period = $"from={Some.Day(-30)}&to={CityTime.Today}";
        var rows = (await (await office.GetAsync($"{Complaints}/counts?{period}")).JsonAsync(200)).GetProperty("rows");
        Assert.Equal([$"kf {one} 一号窗口 2 2 2 1 1 0 1 1 0 delay 2 extortion 1", $"kf {two} 二号窗口 2 1 0 0 0 0 0 2 0 "], rows.EnumerateArray().Select(Line));
        var whole = (await (await office.GetAsync($"{Complaints}/counts?{period}&by=")).JsonAsync(200)).GetProperty("rows");
        Assert.Equal("   4 3 2 1 1 0 1 3 0 delay 2 extortion 1", Line(Assert.Single(whole.EnumerateArray())));
        await (await office.GetAsync($"{Complaints}/counts?{period}&by=judge")).IsProblemAsync(HttpStatusCode.BadRequest, field: "by");
        await (await office.GetAsync($"{Complaints}/counts?{period}&court=dg")).IsProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal([Id(third)], await ListAsync(clerk, "due=due"));
        Assert.Equal([Id(second), Id(first)], await ListAsync(clerk, $"desk={one}"));
        Assert.Equal([Id(second)], await ListAsync(clerk, $"desk={one}&state=checked&due=met"));
        Assert.Empty(await ListAsync(clerk, $"to={Some.Day(-1)}"));
        var page = await (await clerk.GetAsync($"{Complaints}?limit=3")).JsonAsync(200);
        Assert.Equal([Id(first)], await ListAsync(clerk, $"limit=3&after={Text(page, "next")}"));
        Assert.DoesNotContain("邹宁一", await clerk.GetStringAsync(Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_courts_complaint_and_desk_are_not_known_and_the_supervisor_reads_it()
    {
        var (clerk, other, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("clerk", "xs"), await started.Gateway.AsAsync("supervisor", "zy"));
        var desk = await DeskAsync();
        await (await other.SendAsync(Complaints, Some.Complaint(desk))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown-desk", "deskId");
        await (await other.SendAsync(Complaints, Some.Complaint("nobody"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown-desk", "deskId");
        var complaint = await RegisterAsync(clerk, desk);
        await (await other.GetAsync($"{Complaints}/{Id(complaint)}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.SendAsync(At(complaint, "circulate"), Circulate())).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.GetAsync($"{Complaints}?court=dg")).IsProblemAsync(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(Id(complaint), await other.GetStringAsync(Complaints), StringComparison.Ordinal);
        Assert.Contains(Id(complaint), await supervisor.GetStringAsync($"{Complaints}?court=dg&limit=200"), StringComparison.Ordinal);
        await (await supervisor.GetAsync($"{Complaints}/{Id(complaint)}")).JsonAsync(200);
        await (await clerk.GetAsync($"{Complaints}/nobody")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await clerk.SendAsync($"{Complaints}/{Guid.NewGuid()}/circulate", Circulate())).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_complaint_sent_twice_is_one_also_when_its_desk_was_closed_meanwhile()
    {
        var (clerk, office, desk) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("office"), await DeskAsync());
        var first = await (await clerk.SendAsync(Complaints, Some.Complaint(desk), key: "complaint-1")).JsonAsync(201);
        await (await office.SendAsync($"/api/errand-desks/{desk}/close", new JsonObject { ["reason"] = "合并" })).JsonAsync(200);
        var again = await (await clerk.SendAsync(Complaints, Some.Complaint(desk), key: "complaint-1")).JsonAsync(201);
        Assert.Equal(Id(first), Id(again));
        await DoAsync(clerk, first, "circulate", Circulate());
    }

    [Fact]
    public async Task Complaints_are_exported_with_the_columns_of_the_form_and_without_who_complained()
    {
        var (clerk, supervisor, desk) = (await started.Gateway.AsAsync("clerk", "nw"), await started.Gateway.AsAsync("supervisor", "zy"), await DeskAsync("nw"));
        var complaint = await RegisterAsync(clerk, desk, "letter");
        await DoAsync(clerk, complaint, "circulate", Circulate());
        await DoAsync(clerk, complaint, "check", Check("founded", "delay", "other"));
        await DoAsync(clerk, complaint, "answer", Answer());
        var book = await clerk.WorkbookAsync($"{Complaints}/export");
        Assert.Equal("接收日期,窗口,专人,渠道,反映事项,流转部门,核查期限,核查结果,禁止行为,答复日期,答复人", string.Join(',', book[0]));
        Assert.Equal(
            [CityTime.Today, "一号窗口", "高专员", "来信", "执行款三个月未发", "执行局", Some.Day(5), "属实：经核对卷宗", "拖延不办、其他", CityTime.Today, "高专员"],
            book[1].Select(cell => cell is DateTime day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : (string)cell!));
        Assert.Equal(2, book.Count);
        Assert.EndsWith("法院 一号窗口", (string)(await supervisor.WorkbookAsync($"{Complaints}/export"))[1][1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_complains_is_on_no_disk_in_the_clear_and_whoever_reads_it_is_recorded()
    {
        await using var gateway = await RunningGateway.StartAsync(settings: ["--Journal:Provider=Sqlite"]);
        var (clerk, office) = (await gateway.AsAsync("clerk"), await gateway.AsAsync("office"));
        var desk = Text(await (await office.SendAsync("/api/errand-desks", Some.ErrandDesk())).JsonAsync(201), "deskId");
        var complaint = await RegisterAsync(clerk, desk);
        await DoAsync(clerk, complaint, "circulate", Circulate());
        await DoAsync(clerk, complaint, "check", Check("founded", "delay"));
        await DoAsync(clerk, complaint, "answer", Answer());
        Assert.Equal("邹宁一", Text(await (await clerk.GetAsync($"{Complaints}/{Id(complaint)}")).JsonAsync(200), "name"));
        await clerk.WorkbookAsync($"{Complaints}/export");
        long Ask(string sql) => JournalFile.Ask(gateway.Directory, sql);
        Assert.Equal((1, 1), (Ask("select count(*) from access where what = 'complaint.open'"), Ask("select count(*) from access where what = 'export' and subject = 'complaints'")));
        Assert.Equal(4, Ask("select count(*) from event where kind like 'complaint.%'"));
        Assert.Equal(1, Ask("select count(*) from event where kind = 'complaint.registered.v1' and cast(payload as text) like '%高专员%'"));
        foreach (var secret in new[] { "邹宁一", "10053198970", "执行款三个月未发", "经核对卷宗", "已发放" })
            Assert.Equal(0, Ask($"select count(*) from event where cast(payload as text) like '%{secret}%'"));
    }

    [Fact]
    public async Task Its_texts_are_unreadable_once_deleted_and_it_goes_on_with_new_ones()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var complaint = await RegisterAsync(clerk, await DeskAsync());
        await DoAsync(clerk, complaint, "circulate", Circulate());
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Id(complaint)))).JsonAsync(200);
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Id(complaint)))).IsProblemAsync(HttpStatusCode.Conflict, "data-erased");
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Guid.NewGuid().ToString()))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "complaintId");
        var both = Erasure(Id(complaint));
        both["caseId"] = Guid.NewGuid().ToString();
        await (await supervisor.SendAsync("/api/privacy/erase", both)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "complaintId");
        await DoAsync(clerk, complaint, "check", Check("unfounded"));
        var file = await (await clerk.GetAsync($"{Complaints}/{Id(complaint)}")).JsonAsync(200);
        Assert.Equal(
            (true, JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null, "经核对卷宗"),
            (file.GetProperty("erased").GetBoolean(), file.GetProperty("content").ValueKind, file.GetProperty("name").ValueKind, file.GetProperty("phone").ValueKind, Text(file, "findings")));
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Id(complaint)))).JsonAsync(200);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_it_is_named()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        Assert.Superset(new HashSet<string> { "deskId", "channel", "content" }, Fields(await (await clerk.SendAsync(Complaints, new JsonObject())).JsonAsync(400)));
        var ahead = Some.Complaint(await DeskAsync());
        ahead["receivedOn"] = Some.Day(1);
        await (await clerk.SendAsync(Complaints, ahead)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "receivedOn");
        var complaint = await RegisterAsync(clerk, await DeskAsync());
        await (await clerk.SendAsync(At(complaint, "circulate"), Circulate(due: Some.Day(-1)))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "due-before", "dueOn");
        Assert.Superset(new HashSet<string> { "division" }, Fields(await (await clerk.SendAsync(At(complaint, "circulate"), new JsonObject())).JsonAsync(400)));
        Assert.Superset(new HashSet<string> { "outcome", "checkedBy", "findings" }, Fields(await (await clerk.SendAsync(At(complaint, "check"), new JsonObject())).JsonAsync(400)));
        Assert.Superset(new HashSet<string> { "answeredBy", "means", "text" }, Fields(await (await clerk.SendAsync(At(complaint, "answer"), new JsonObject())).JsonAsync(400)));
        foreach (var (field, asked) in new[] { ("state", "state=closed"), ("due", "due=paused"), ("desk", "desk=one") })
            await (await clerk.GetAsync($"{Complaints}?{asked}")).IsProblemAsync(HttpStatusCode.BadRequest, field: field);
    }

    private async Task<string> DeskAsync(string court = "dg", string name = "一号窗口") =>
        Text(await (await (await started.Gateway.AsAsync("office", court)).SendAsync("/api/errand-desks", Some.ErrandDesk(name))).JsonAsync(201), "deskId");

    private static async Task<JsonElement> RegisterAsync(HttpClient clerk, string desk, string channel = "visit") =>
        await (await clerk.SendAsync(Complaints, Some.Complaint(desk, channel))).JsonAsync(201);

    private static async Task<JsonElement> DoAsync(HttpClient caller, JsonElement complaint, string step, JsonObject body) =>
        await (await caller.SendAsync(At(complaint, step), body)).JsonAsync(200);

    private static async Task<string[]> ListAsync(HttpClient caller, string asked) =>
        [.. (await (await caller.GetAsync($"{Complaints}?{asked}")).JsonAsync(200)).GetProperty("items").EnumerateArray().Select(Id)];

    private static JsonObject Circulate(string division = "执行局", string? due = null) => new() { ["division"] = division, ["dueOn"] = due };

    private static JsonObject Check(string outcome, params string[] found) =>
        new() { ["outcome"] = outcome, ["checkedBy"] = "孙庭长", ["findings"] = "经核对卷宗", ["found"] = new JsonArray([.. found.Select(f => JsonValue.Create(f))]) };

    private static JsonObject Answer() => new() { ["answeredBy"] = "高专员", ["means"] = "call", ["text"] = "已发放" };

    private static JsonObject Erasure(string id) => new() { ["complaintId"] = id, ["reason"] = "依申请删除" };

    private static string Id(JsonElement complaint) => Text(complaint, "complaintId");

    private static string At(JsonElement complaint, string step) => $"{Complaints}/{Id(complaint)}/{step}";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Words(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(w => w.GetString()!)];

    private static HashSet<string> Fields(JsonElement problem) => [.. problem.GetProperty("errors").EnumerateObject().Select(e => e.Name)];

    /// <summary>A row of counts, in the order in which it is written, then what was found and how often.</summary>
    private static string Line(JsonElement row) =>
        $"{string.Join(' ', row.EnumerateObject().Where(m => m.Name != "found").Select(m => m.Value.ToString()))} "
        + string.Join(' ', row.GetProperty("found").EnumerateArray().Select(f => $"{Text(f, "conduct")} {f.GetProperty("count")}"));
}
