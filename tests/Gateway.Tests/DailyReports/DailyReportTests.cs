using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.DailyReports;

/// <summary>J11 over HTTP: what each unit told, held against what it registered.</summary>
public sealed class DailyReportTests
{
    private const string Division = "/api/daily-reports/zy%3A%E6%B0%91%E4%B8%80%E5%BA%AD";

    [Fact]
    public async Task Each_unit_is_named_as_what_it_is()
    {
        var time = new SettableTime();
        await using var gateway = await RunningGateway.StartAsync(customise: b => b.Services.AddSingleton<TimeProvider>(time));
        time.AdvanceTo(16);
        var today = time.Day();
        await RegisterAsync(gateway, "dg", "L012", 2);
        await RegisterAsync(gateway, "xs", "L019", 2);
        await RegisterAsync(gateway, "nw", "L027", 1);
        await ReportAsync(gateway, "dg", today, new JsonObject());
        await ReportAsync(gateway, "xs", today, new JsonObject { ["figures"] = new JsonObject { ["receptions"] = 1, ["visit"] = 1 } });
        await ReportAsync(gateway, "nw", today, new JsonObject { ["nil"] = true });
        await ReportAsync(gateway, "by", today, new JsonObject { ["figures"] = null, ["nil"] = true, ["remarks"] = "" });
        Assert.Equal("due", Unit(await BoardAsync(gateway, today), "kf").GetProperty("status").GetString());
        time.AdvanceTo(18);
        var division = await (await (await gateway.AsAsync("office", "zy")).SendAsync($"{Division}/{today}", new JsonObject { ["nil"] = true })).JsonAsync(201);
        Assert.Equal("late", division.GetProperty("day").GetProperty("status").GetString());

        var board = await BoardAsync(gateway, today);
        Assert.Equal(("submitted", 2, 2), Of(Unit(board, "dg")));
        Assert.Equal(("differs", 1, 2), Of(Unit(board, "xs")));
        Assert.Equal(("differs", 0, 1), Of(Unit(board, "nw")));
        Assert.Equal(("nil", 0, 0), Of(Unit(board, "by")));
        Assert.Equal("missing", Unit(board, "kf").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, Unit(board, "kf").GetProperty("figures").ValueKind);
        Assert.Equal("late", Unit(board, "zy:民一庭").GetProperty("status").GetString());
        Assert.All(Unit(board, "xs").GetProperty("differences").EnumerateArray(), d => Assert.Equal("concealed", d.GetProperty("ground").GetString()));
        Assert.All(Unit(board, "nw").GetProperty("differences").EnumerateArray(), d => Assert.Equal("nilOnBusyDay", d.GetProperty("ground").GetString()));
        Assert.True(Unit(board, "nw").GetProperty("nil").GetBoolean() && Unit(board, "nw").GetProperty("concealed").GetBoolean());
        Assert.All(board.GetProperty("items").EnumerateArray(), u => Assert.NotEqual(JsonValueKind.Null, u.GetProperty("contact").GetProperty("name").ValueKind));
        Assert.Equal(12, board.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_correction_is_recorded_and_what_was_told_stays()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var today = CityTime.Today;
        await RegisterAsync(gateway, "dg", "L012", 1);
        var office = await gateway.AsAsync("office");
        var address = $"/api/daily-reports/dg/{today}";
        var nil = await (await office.SendAsync(address, new JsonObject { ["nil"] = true }, key: "k1")).JsonAsync(201);
        Assert.Contains(nil.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("code").GetString() == "nil-on-busy-day");
        await (await office.SendAsync(address, new JsonObject { ["nil"] = true }, key: "k1")).JsonAsync(201);
        await (await office.SendAsync(address, new JsonObject())).IsProblemAsync(HttpStatusCode.Conflict, "already-reported");
        var call = new JsonObject { ["figures"] = new JsonObject { ["call"] = 3 }, ["reason"] = "来电三件" };
        Assert.Equal(4, (await (await office.SendAsync($"{address}/corrections", call)).JsonAsync(200)).GetProperty("day").GetProperty("figures").GetProperty("receptions").GetInt32());
        await (await office.SendAsync($"{address}/corrections", new JsonObject())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "reason", "reason");
        var corrected = await (await office.SendAsync($"{address}/corrections", new JsonObject { ["reason"] = "漏报一件" })).JsonAsync(200);
        Assert.False(corrected.GetProperty("day").GetProperty("differs").GetBoolean());
        Assert.Equal(0, corrected.GetProperty("submitted").GetProperty("receptions").GetInt32());
        Assert.Equal("漏报一件", corrected.GetProperty("corrections")[1].GetProperty("reason").GetString());
        var remarked = await (await office.SendAsync($"{address}/corrections", new JsonObject { ["remarks"] = "更正后的备注", ["reason"] = "备注写错" })).JsonAsync(200);
        Assert.Equal(
            ("更正后的备注", 4, 3),
            (remarked.GetProperty("day").GetProperty("remarks").GetString(), remarked.GetProperty("revision").GetInt32(), remarked.GetProperty("corrections").GetArrayLength()));
        await (await (await gateway.AsAsync("office", "xs")).SendAsync(address, new JsonObject())).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task What_leaders_above_the_divisions_receive_must_be_told_at_once_too()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var body = Some.Reception(court: "zy", receivedBy: "L001");
        body["headcount"] = 6;
        var reception = await (await (await gateway.AsAsync("clerk", "zy")).SendAsync("/api/receptions", body)).JsonAsync(201);
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        Assert.Equal(1, await UntoldAsync());
        var bulletin = (await (await supervisor.GetAsync($"/api/reports/bulletin?from={CityTime.Today}&to={CityTime.Today}")).JsonAsync(200)).GetProperty("report").GetRawText();
        Assert.Contains("应随时报告而未预警1件", bulletin, StringComparison.Ordinal);
        Assert.Contains("不属庭室的领导", bulletin, StringComparison.Ordinal);

        var alert = new JsonObject
        {
            ["unit"] = "zy:民一庭",
            ["kind"] = "collectiveVisit",
            ["receptionId"] = reception.GetProperty("receptionId").GetString(),
            ["words"] = "六人集体来访",
        };
        await (await (await gateway.AsAsync("office", "zy")).SendAsync("/api/alerts", alert)).JsonAsync(201);
        Assert.Equal(0, await UntoldAsync());

        async Task<int> UntoldAsync() =>
            Assert.Single((await BoardAsync(gateway, CityTime.Today)).GetProperty("unassigned").EnumerateArray()).GetProperty("missingAlerts").GetInt32();
    }

    [Theory]
    [InlineData("xx", "2026-11-20", "{}", 404, null)]
    [InlineData("zy", "2026-11-20", "{}", 404, null)]
    [InlineData("dg", "2026-02-30", "{}", 400, null)]
    [InlineData("dg", "2026-01-20", """{"figures":{"visits":1}}""", 400, null)]
    [InlineData("dg", "2026-01-20", """{"figures":{"visit":-1}}""", 422, "J11")]
    [InlineData("dg", "2026-01-20", """{"nil":true,"figures":{"visit":1}}""", 422, "J11")]
    [InlineData("dg", "2099-01-20", "{}", 422, "J11")]
    public async Task A_bad_report_is_refused(string unit, string date, string body, int status, string? rule)
    {
        await using var gateway = await RunningGateway.StartAsync();
        var office = await gateway.AsAsync("office", unit == "zy" ? "zy" : "dg");
        var problem = await (await office.SendAsync($"/api/daily-reports/{unit}/{date}", JsonNode.Parse(body)!)).IsProblemAsync((HttpStatusCode)status);
        Assert.Equal(rule, problem.TryGetProperty("rule", out var said) ? said.GetString() : null);
    }

    [Fact]
    public async Task A_collective_visit_without_its_alert_is_concealed_until_it_is_told_and_counted_until_it_is_seen()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var today = CityTime.Today;
        var body = Some.Reception();
        body["headcount"] = 6;
        var clerk = await gateway.AsAsync("clerk");
        var reception = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
        var before = Unit(await BoardAsync(gateway, today), "dg");
        Assert.Equal((true, 1), (before.GetProperty("concealed").GetBoolean(), before.GetProperty("missingAlerts").GetInt32()));

        await (await clerk.SendAsync(
            "/api/alerts", new JsonObject { ["kind"] = "other", ["receptionId"] = reception.GetProperty("receptionId").GetString(), ["words"] = "无关" })).JsonAsync(201);
        Assert.True(Unit(await BoardAsync(gateway, today), "dg").GetProperty("concealed").GetBoolean(), "An alert of another kind does not tell of it.");

        var told = new JsonObject
        {
            ["kind"] = "collectiveVisit",
            ["receptionId"] = reception.GetProperty("receptionId").GetString(),
            ["headcount"] = 6,
            ["words"] = "六人集体来访，情绪平稳",
        };
        await (await (await gateway.AsAsync("clerk", "kf")).SendAsync("/api/alerts", told)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "receptionId");
        await (await clerk.SendAsync("/api/alerts", With(told, "receptionId", Guid.NewGuid().ToString()))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "receptionId");
        await (await clerk.SendAsync("/api/alerts", With(told, "headcount", 4))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "headcount");
        var alert = await (await clerk.SendAsync("/api/alerts", told)).JsonAsync(201);
        var board = await BoardAsync(gateway, today);
        Assert.Equal((false, 2), (Unit(board, "dg").GetProperty("concealed").GetBoolean(), board.GetProperty("openAlerts").GetInt32()));
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        await (await supervisor.PostAsync($"/api/alerts/{alert.GetProperty("alertId").GetString()}/acknowledge", null)).JsonAsync(200);
        var open = await (await supervisor.GetAsync("/api/alerts?open=true")).JsonAsync(200);
        Assert.Equal((1, 1), (open.GetProperty("open").GetInt32(), open.GetProperty("items").GetArrayLength()));
        await (await supervisor.GetAsync("/api/alerts?from=2026-11-30&to=2026-11-01")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "to");
        var latest = await (await supervisor.GetAsync("/api/alerts?limit=1")).JsonAsync(200);
        var earlier = await (await supervisor.GetAsync($"/api/alerts?limit=1&after={latest.GetProperty("next").GetString()}")).JsonAsync(200);
        Assert.Equal(("collectiveVisit", "other"), (latest.GetProperty("items")[0].GetProperty("kind").GetString(), earlier.GetProperty("items")[0].GetProperty("kind").GetString()));
        Assert.Equal((1, JsonValueKind.Null), (earlier.GetProperty("items").GetArrayLength(), earlier.GetProperty("next").ValueKind));
        await (await clerk.SendAsync("/api/alerts", new JsonObject { ["kind"] = "other", ["words"] = "联系13900000000" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid", "words");
        await (await clerk.SendAsync("/api/alerts", new JsonObject())).IsProblemAsync(HttpStatusCode.BadRequest, field: "words");
    }

    [Fact]
    public async Task A_contact_is_replaced_and_never_missing()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var office = await gateway.AsAsync("office");
        var contact = (await (await office.GetAsync("/api/reporting-units")).JsonAsync(200)).GetProperty("items")[0].GetProperty("contact");
        Assert.Equal(("方朗", true), (contact.GetProperty("name").GetString(), contact.GetProperty("provisional").GetBoolean()));
        var named = await (await office.SendAsync(
            "/api/reporting-units/dg/contact", new JsonObject { ["name"] = "孙七", ["post"] = "信访办主任", ["phone"] = "0100-1" }, method: HttpMethod.Put)).JsonAsync(200);
        Assert.False(named.GetProperty("contact").GetProperty("provisional").GetBoolean());
        await (await office.SendAsync("/api/reporting-units/dg/contact", new JsonObject { ["name"] = "" }, method: HttpMethod.Put)).IsProblemAsync(HttpStatusCode.BadRequest, field: "phone");
    }

    [Fact]
    public async Task Who_has_entered_receptions_and_who_has_not_is_published()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var today = CityTime.Today;
        await RegisterAsync(gateway, "dg", "L012", 2);
        var entries = await (await (await gateway.AsAsync("judge")).GetAsync($"/api/entries/{today}")).JsonAsync(200);
        Assert.Equal(2, entries.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("court").GetString() == "dg").GetProperty("receptions").GetInt32());
    }

    private static JsonNode With(JsonObject body, string field, JsonNode value)
    {
        var changed = body.DeepClone();
        changed[field] = value;
        return changed;
    }

    private static (string?, int, int) Of(JsonElement unit) => (
        unit.GetProperty("status").GetString(), unit.GetProperty("figures").GetProperty("receptions").GetInt32(), unit.GetProperty("registered").GetProperty("receptions").GetInt32());

    private static JsonElement Unit(JsonElement board, string unit) => board.GetProperty("items").EnumerateArray().Single(u => u.GetProperty("unit").GetString() == unit);

    private static async Task<JsonElement> BoardAsync(RunningGateway gateway, string day) =>
        await (await (await gateway.AsAsync("supervisor", "zy")).GetAsync($"/api/daily-reports/{day}")).JsonAsync(200);

    private static async Task ReportAsync(RunningGateway gateway, string court, string day, JsonObject body) =>
        await (await (await gateway.AsAsync("office", court)).SendAsync($"/api/daily-reports/{court}/{day}", body)).JsonAsync(201);

    private static async Task RegisterAsync(RunningGateway gateway, string court, string leader, int times)
    {
        var clerk = await gateway.AsAsync("clerk", court);
        for (var i = 0; i < times; i++)
            await (await clerk.SendAsync("/api/receptions", Some.Reception(court: court, receivedBy: leader))).JsonAsync(201);
    }
}
