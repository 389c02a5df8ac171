using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Routings;

/// <summary>Y2, Y3, Y4: a matter goes to whoever had it first, and who receives it may object.</summary>
public sealed class RoutingTests(Started started) : IClassFixture<Started>
{
    private const string Slips = "/api/routings";

    [Fact]
    public async Task A_refiled_matter_goes_to_its_first_judge_who_disputes_it_and_it_is_decided_with_reasons()
    {
        var (clerk, judge) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("judge"));
        var body = Some.Routing();
        body["note"] = "当事人邹宁一再次起诉";
        var slip = await (await clerk.SendAsync(Slips, body)).JsonAsync(201);
        Assert.Equal(("pending", Day(15), JsonValueKind.Null), (Text(slip, "status"), Text(slip, "dueOn"), slip.GetProperty("late").ValueKind));
        var routed = await (await clerk.SendAsync(At(slip, "route"), Route("（2024）鲁9902民初17号", "测试员"))).JsonAsync(200);
        Assert.Equal(("routed", false, "(2024)鲁9902民初17号", Day(5)), (Text(routed, "status"), routed.GetProperty("late").GetBoolean(), Text(routed, "relatedCaseNumber"), Text(routed, "objectUntil")));

        await (await judge.SendAsync(At(slip, "object"), Objection())).JsonAsync(200);
        await (await judge.SendAsync(At(slip, "object"), Objection())).IsProblemAsync(HttpStatusCode.Conflict, "objection-open");
        await (await clerk.SendAsync(At(slip, "decide"), Decision("granted"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "receiver");
        await (await clerk.SendAsync(At(slip, "decide"), Decision("settled"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "outcome");
        var decided = await (await clerk.SendAsync(At(slip, "decide"), Decision("granted", "赵法官"))).JsonAsync(200);
        Assert.Equal(("routed", "赵法官", 1), (Text(decided, "status"), Text(decided.GetProperty("receiver"), "name"), decided.GetProperty("objections").GetInt32()));

        var file = await (await judge.GetAsync($"{Slips}/{Id(slip)}")).JsonAsync(200);
        var objection = Assert.Single(file.GetProperty("objections").EnumerateArray());
        Assert.Equal(("测试员", "当事人不同", "granted", "同意改派", "经核对，当事人确不相同", "孙庭长", CityTime.Today), (
            Text(objection, "objector"), Text(objection, "reason"), Text(objection, "outcome"), Text(objection, "opinion"), Text(objection, "reasons"), Text(objection, "decidedBy"),
            Text(objection, "decidedOn")));
        Assert.Equal(("当事人邹宁一再次起诉", "met"), (Text(file, "note"), Text(file, "due")));
        Assert.Equal(["登记", "分流", "异议", "复核决定"], file.GetProperty("steps").EnumerateArray().Select(s => Text(s, "step")));
        Assert.Equal("孙庭长：异议成立，改由赵法官（民一庭）办理，无关联案件", Text(file.GetProperty("steps")[3], "about"));
    }

    [Fact]
    public async Task A_missed_match_goes_to_the_first_officer_by_consultation_and_what_he_enforces_is_counted_to_the_fen()
    {
        var (clerk, office) = (await started.Gateway.AsAsync("clerk", "kf"), await started.Gateway.AsAsync("office", "kf"));
        var slip = await (await clerk.SendAsync(Slips, Some.Routing("firstEnforcement"))).JsonAsync(201);
        Assert.Equal(Day(2), Text(slip, "dueOn"));
        await (await clerk.SendAsync(At(slip, "route"), Route(null, "周执行员"))).JsonAsync(200);
        await (await clerk.SendAsync(At(slip, "enforced"), Enforced(1))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "no-first-officer");
        var missed = Objection("missedMatch");
        await (await clerk.SendAsync(At(slip, "object"), missed)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "firstReceiver");
        (missed["firstReceiver"], missed["relatedCaseNumber"], missed["ground"]) = (Official("吴执行员"), "（2025）鲁9902执88号", "related");
        await (await clerk.SendAsync(At(slip, "object"), missed)).JsonAsync(200);
        var settled = await (await office.SendAsync(At(slip, "decide"), Decision("settled", "吴执行员"))).JsonAsync(200);
        Assert.Equal(("(2025)鲁9902执88号", "吴执行员"), (Text(settled, "relatedCaseNumber"), Text(settled.GetProperty("receiver"), "name")));

        await (await clerk.SendAsync(At(slip, "enforced"), Enforced(10.005m))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "amount");
        await (await clerk.SendAsync(At(slip, "enforced"), Enforced(0))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "amount");
        await (await clerk.SendAsync(At(slip, "enforced"), Enforced(67_574_500.10m))).JsonAsync(200);
        var late = Some.Routing("firstEnforcement", Day(-3));
        await (await clerk.SendAsync(At(await (await clerk.SendAsync(Slips, late)).JsonAsync(201), "route"), Route("（2025）鲁9902执89号", "吴执行员", "resumed"))).JsonAsync(200);
        await (await clerk.SendAsync(Slips, Some.Routing(day: Day(-16)))).JsonAsync(201);

        var period = $"from={Day(-30)}&to={CityTime.Today}";
        var rows = (await (await office.GetAsync($"{Slips}/counts?{period}")).JsonAsync(200)).GetProperty("rows");
        var (enforcement, trial) = (rows[0], rows[1]);
        Assert.Equal("kf firstEnforcement 2 2 1 1 0 1 0 0 1 1 1 67574500.10", Line(enforcement));
        Assert.Equal("kf firstTrial 1 0 0 0 1 0 0 0 0 0 0 0.00", Line(trial));
        var whole = (await (await office.GetAsync($"{Slips}/counts?{period}&by=")).JsonAsync(200)).GetProperty("rows");
        Assert.Equal("  3 2 1 1 1 1 0 0 1 1 1 67574500.10", Line(Assert.Single(whole.EnumerateArray())));
        await (await office.GetAsync($"{Slips}/counts?{period}&by=judge")).IsProblemAsync(HttpStatusCode.BadRequest, field: "by");
        await (await office.GetAsync($"{Slips}/counts?{period}&court=dg")).IsProblemAsync(HttpStatusCode.Forbidden);
        Assert.Single((await (await office.GetAsync($"{Slips}?due=overdue")).JsonAsync(200)).GetProperty("items").EnumerateArray());
        Assert.Single((await (await office.GetAsync($"{Slips}?due=metLate&kind=firstEnforcement&state=routed")).JsonAsync(200)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Another_courts_slip_is_not_known_and_the_supervisor_reads_it()
    {
        var (clerk, other, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("clerk", "xs"), await started.Gateway.AsAsync("supervisor", "zy"));
        var slip = await (await clerk.SendAsync(Slips, Some.Routing())).JsonAsync(201);
        await (await other.GetAsync($"{Slips}/{Id(slip)}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.SendAsync(At(slip, "route"), Route(null, "李法官"))).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.GetAsync($"{Slips}?court=dg")).IsProblemAsync(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(Id(slip), await other.GetStringAsync(Slips), StringComparison.Ordinal);
        Assert.Contains(Id(slip), await supervisor.GetStringAsync($"{Slips}?court=dg&limit=200"), StringComparison.Ordinal);
        await (await supervisor.GetAsync($"{Slips}/{Id(slip)}")).JsonAsync(200);
        await (await clerk.SendAsync($"{Slips}/{Guid.NewGuid()}/route", Route(null, "李法官"))).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await clerk.GetAsync($"{Slips}/nobody")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_search_finds_the_courts_slips_and_the_petitions_of_a_number_without_persons()
    {
        var (clerk, other) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("clerk", "xs"));
        var number = Some.CaseNumber();
        await (await clerk.SendAsync("/api/receptions", Some.Reception(caseNumber: number))).JsonAsync(201);
        var own = await (await clerk.SendAsync(Slips, Some.Routing(caseNumber: number))).JsonAsync(201);
        var related = await (await clerk.SendAsync(Slips, Some.Routing())).JsonAsync(201);
        await (await clerk.SendAsync(At(related, "route"), Route(number, "李法官"))).JsonAsync(200);
        var asked = new JsonObject { ["caseNumber"] = number };
        var found = await (await clerk.SendAsync($"{Slips}/lookup", asked)).JsonAsync(200);
        Assert.Equal([Id(related), Id(own)], found.GetProperty("slips").EnumerateArray().Select(Id));
        var petition = Assert.Single(found.GetProperty("cases").EnumerateArray());
        Assert.Equal(Some.LeaderOfDg, Text(petition.GetProperty("owner"), "leaderId"));
        Assert.DoesNotContain("邹宁一", found.GetRawText(), StringComparison.Ordinal);
        var elsewhere = await (await other.SendAsync($"{Slips}/lookup", new JsonObject { ["caseNumber"] = number })).JsonAsync(200);
        Assert.Equal((0, 1), (elsewhere.GetProperty("slips").GetArrayLength(), elsewhere.GetProperty("cases").GetArrayLength()));
        await (await clerk.SendAsync($"{Slips}/lookup", new JsonObject { ["caseNumber"] = "查无" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "caseNumber");
    }

    [Fact]
    public async Task The_slips_are_exported_with_the_columns_of_the_form_and_what_tells_them_apart()
    {
        var (clerk, judge) = (await started.Gateway.AsAsync("clerk", "nw"), await started.Gateway.AsAsync("judge", "nw"));
        var slip = await (await clerk.SendAsync(Slips, Some.Routing())).JsonAsync(201);
        await (await clerk.SendAsync(At(slip, "route"), Route("（2024）鲁9902民初17号", "测试员"))).JsonAsync(200);
        await (await judge.SendAsync(At(slip, "object"), Objection())).JsonAsync(200);
        await (await clerk.SendAsync(At(slip, "decide"), Decision("refused"))).JsonAsync(200);
        var book = await judge.WorkbookAsync($"{Slips}/export");
        Assert.Equal("收到材料日期,关联案号,首审（首执）负责人,分流日期,异议人,异议理由,复核意见,决定日期,案号,种类,状态,法院,分流依据,分流期限,执行到位金额（元）,执行到位截至", string.Join(',', book[0]));
        Assert.Equal(
            ("(2024)鲁9902民初17号", "测试员（民一庭）", "测试员", "匹配异议：当事人不同", "异议不成立：同意改派（理由：经核对，当事人确不相同）", CityTime.Today),
            ((string)book[1][1]!, (string)book[1][2]!, (string)book[1][4]!, (string)book[1][5]!, (string)book[1][6]!, (string)book[1][7]!));
        Assert.Equal((Text(await (await judge.GetAsync($"{Slips}/{Id(slip)}")).JsonAsync(200), "caseNumber"), "首审", "撤诉后重新起诉"), ((string)book[1][8]!, (string)book[1][9]!, (string)book[1][12]!));
        Assert.Equal(2, book.Count);
    }

    [Fact]
    public async Task Its_texts_are_unreadable_once_deleted_and_it_goes_on_with_new_ones()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var slip = await (await clerk.SendAsync(Slips, Some.Routing())).JsonAsync(201);
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Id(slip)))).IsProblemAsync(HttpStatusCode.Conflict, "data-erased");
        await (await clerk.SendAsync(At(slip, "route"), Route("（2024）鲁9902民初17号", "李法官"))).JsonAsync(200);
        await (await clerk.SendAsync(At(slip, "object"), Objection())).JsonAsync(200);
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Id(slip)))).JsonAsync(200);
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Id(slip)))).IsProblemAsync(HttpStatusCode.Conflict, "data-erased");
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Guid.NewGuid().ToString()))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "routingId");
        var both = Erasure(Id(slip));
        both["caseId"] = Guid.NewGuid().ToString();
        await (await supervisor.SendAsync("/api/privacy/erase", both)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "routingId");
        await (await clerk.SendAsync(At(slip, "decide"), Decision("refused"))).JsonAsync(200);
        var file = await (await clerk.GetAsync($"{Slips}/{Id(slip)}")).JsonAsync(200);
        var objection = file.GetProperty("objections")[0];
        Assert.Equal((true, JsonValueKind.Null, "同意改派"), (file.GetProperty("erased").GetBoolean(), objection.GetProperty("reason").ValueKind, Text(objection, "opinion")));
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(Id(slip)))).JsonAsync(200);
    }

    [Fact]
    public async Task A_matter_has_one_slip_which_is_withdrawn_where_it_was_a_mistake()
    {
        var (clerk, office) = (await started.Gateway.AsAsync("clerk", "xs"), await started.Gateway.AsAsync("office", "xs"));
        var slip = await (await clerk.SendAsync(Slips, Some.Routing("firstEnforcement", Day(-5), "（2026）鲁9903执77号"), "slip-77")).JsonAsync(201);
        await (await office.SendAsync(Slips, Some.Routing("firstEnforcement", caseNumber: "(2026)鲁9903执0077号"))).IsProblemAsync(HttpStatusCode.Conflict, "routing-known");
        Assert.Equal(Id(slip), Id(await (await clerk.SendAsync(Slips, Some.Routing("firstEnforcement", Day(-5), "（2026）鲁9903执77号"), "slip-77")).JsonAsync(201)));
        Assert.Single((await (await clerk.GetAsync($"{Slips}?due=overdue")).JsonAsync(200)).GetProperty("items").EnumerateArray());
        await (await clerk.SendAsync(At(slip, "withdraw"), new JsonObject())).IsProblemAsync(HttpStatusCode.BadRequest, field: "reason");
        Assert.Equal("withdrawn", Text(await (await clerk.SendAsync(At(slip, "withdraw"), new JsonObject { ["reason"] = "案号误录" })).JsonAsync(200), "status"));
        Assert.Empty((await (await clerk.GetAsync($"{Slips}?due=overdue")).JsonAsync(200)).GetProperty("items").EnumerateArray());
        Assert.Empty((await (await office.GetAsync($"{Slips}/counts?from={Day(-9)}&to={CityTime.Today}")).JsonAsync(200)).GetProperty("rows").EnumerateArray());
        await (await clerk.SendAsync(At(slip, "route"), Route(null, "周执行员"))).IsProblemAsync(HttpStatusCode.Conflict, "routing-withdrawn");
        await (await clerk.SendAsync(Slips, Some.Routing("firstEnforcement", caseNumber: "（2026）鲁9903执77号"))).JsonAsync(201);
        var shown = await (await clerk.GetAsync($"{Slips}/{Id(slip)}")).JsonAsync(200);
        Assert.Equal(("pending", CityTime.Today, 3), (Text(shown, "status"), Text(shown, "searchedOn"), shown.GetProperty("steps").GetArrayLength()));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_it_is_named()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var problem = await (await clerk.SendAsync(Slips, new JsonObject { ["caseNumber"] = "查无" })).JsonAsync(400);
        Assert.Superset(new HashSet<string> { "kind", "caseNumber" }, Fields(problem));
        var mixed = Some.Routing();
        (mixed["searchedOn"], mixed["receivedOn"]) = (CityTime.Today, null);
        Assert.Superset(new HashSet<string> { "receivedOn", "searchedOn" }, Fields(await (await clerk.SendAsync(Slips, mixed)).IsProblemAsync(HttpStatusCode.UnprocessableEntity)));
        await (await clerk.SendAsync(Slips, Some.Routing(day: Day(1)))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "receivedOn");
        var slip = await (await clerk.SendAsync(Slips, Some.Routing())).JsonAsync(201);
        Assert.Superset(
            new HashSet<string> { "receiver.name", "receiver.division" },
            Fields(await (await clerk.SendAsync(At(slip, "route"), new JsonObject { ["receiver"] = new JsonObject() })).JsonAsync(400)));
        Assert.Superset(new HashSet<string> { "outcome", "decidedBy", "opinion", "reasons" }, Fields(await (await clerk.SendAsync(At(slip, "decide"), new JsonObject())).JsonAsync(400)));
        await (await clerk.GetAsync($"{Slips}?state=closed")).IsProblemAsync(HttpStatusCode.BadRequest, field: "state");
        await (await clerk.GetAsync($"{Slips}?due=paused")).IsProblemAsync(HttpStatusCode.BadRequest, field: "due");
    }

    private static string Day(int fromToday) => CityTime.Running.InTheCity().AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Id(JsonElement slip) => Text(slip, "routingId");

    private static string At(JsonElement slip, string step) => $"{Slips}/{Id(slip)}/{step}";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static HashSet<string> Fields(JsonElement problem) => [.. problem.GetProperty("errors").EnumerateObject().Select(e => e.Name)];

    /// <summary>A row of counts, in the order in which it is written.</summary>
    private static string Line(JsonElement row) => string.Join(' ', row.EnumerateObject().Select(m => m.Value.ToString()));

    private static JsonObject Official(string name) => new() { ["name"] = name, ["division"] = "民一庭" };

    private static JsonObject Route(string? related, string receiver, string ground = "refiled") => new()
    {
        ["relatedCaseNumber"] = related,
        ["receiver"] = Official(receiver),
        ["ground"] = related is null ? null : ground,
    };

    private static JsonObject Objection(string kind = "mismatch") => new() { ["kind"] = kind, ["reason"] = "当事人不同" };

    private static JsonObject Decision(string outcome, string? receiver = null) => new()
    {
        ["outcome"] = outcome,
        ["receiver"] = receiver is null ? null : Official(receiver),
        ["decidedBy"] = "孙庭长",
        ["opinion"] = "同意改派",
        ["reasons"] = "经核对，当事人确不相同",
    };

    private static JsonObject Enforced(decimal amount) => new() { ["amount"] = amount };

    private static JsonObject Erasure(string id) => new() { ["routingId"] = id, ["reason"] = "依申请删除" };
}
