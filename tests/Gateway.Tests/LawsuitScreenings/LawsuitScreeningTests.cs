using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.LawsuitScreenings;

/// <summary>Monthly screenings of lawsuits over HTTP (S2).</summary>
public sealed class LawsuitScreeningTests(Started started) : IClassFixture<Started>
{
    private const string Screenings = "/api/lawsuit-screenings";

    [Fact]
    public async Task A_unit_tells_its_month_corrects_it_and_settles_what_it_found()
    {
        var (office, supervisor) = (await started.Gateway.AsAsync("office", "xs"), await started.Gateway.AsAsync("supervisor", "zy"));
        var address = $"{Screenings}/xs/{Some.Month(0)}";
        Assert.Equal("due", Text(Of(await BoardAsync(supervisor), "xs"), "status"));
        var told = await (await office.SendAsync(address, Some.Screening("(2025)鲁9903民初１２号"), key: "xs-month")).JsonAsync(201);
        Assert.Equal(("reported", 1, 1), (Text(told, "status"), told.GetProperty("found").GetInt32(), told.GetProperty("left").GetInt32()));
        Assert.Equal(told.ToString(), (await (await office.SendAsync(address, Some.Screening("(2025)鲁9903民初１２号"), key: "xs-month")).JsonAsync(201)).ToString());
        await (await office.SendAsync(address, Some.Screening())).IsProblemAsync(HttpStatusCode.Conflict, "already-reported");

        var correction = Some.Screening("(2025)鲁9903民初12号");
        correction["openLawsuits"] = 25;
        await (await office.SendAsync($"{address}/corrections", correction)).IsProblemAsync(HttpStatusCode.BadRequest, field: "reason");
        correction["reason"] = "少计五件";
        await (await office.SendAsync($"{address}/corrections", correction)).JsonAsync(200);
        await (await office.SendAsync($"{address}/settle", Settling("(2025)鲁9903民初13号"))).IsProblemAsync(HttpStatusCode.NotFound);
        var settled = await (await office.SendAsync($"{address}/settle", Settling("（2025）鲁9903民初12号"))).JsonAsync(200);
        Assert.Equal(0, settled.GetProperty("left").GetInt32());

        var file = await (await supervisor.GetAsync(address)).JsonAsync(200);
        Assert.Equal(["报送", "更正", "落实"], file.GetProperty("steps").EnumerateArray().Select(s => Text(s, "step")));
        var lawsuit = Assert.Single(file.GetProperty("lawsuits").EnumerateArray());
        Assert.Equal(("(2025)鲁9903民初12号", CityTime.Today, "已答疑"), (Text(lawsuit, "caseNumber"), Text(lawsuit, "settledOn"), Text(lawsuit, "outcome")));
        var line = Of(await BoardAsync(office), "xs");
        Assert.Equal((true, 25, 30), (line.GetProperty("corrected").GetBoolean(), line.GetProperty("openLawsuits").GetInt32(), line.GetProperty("closedLawsuits").GetInt32()));
        var sum = (await (await supervisor.GetAsync($"{Screenings}/counts?from={Some.Day(0)}&to={Some.Day(0)}&court=xs&by=unit")).JsonAsync(200)).GetProperty("rows")[0];
        Assert.Equal(("xs", 1, 25, 1, 0), (Text(sum, "unit"), sum.GetProperty("inTime").GetInt32(), sum.GetProperty("openLawsuits").GetInt32(), sum.GetProperty("found").GetInt32(), sum.GetProperty("left").GetInt32()));
        using var sheet = await office.GetAsync($"{Screenings}/export");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        var product = await (await supervisor.GetAsync($"/api/reports/screening?from={Some.Day(0)}&to={Some.Day(0)}&court=xs")).JsonAsync(200);
        var table = product.GetProperty("report").GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("tables").EnumerateArray()).Single(t => Text(t, "id") == "lawsuits");
        Assert.Equal($"{Some.Month(0)},西山区人民法院,已报,25,30,1,0", string.Join(',', Assert.Single(table.GetProperty("rows").EnumerateArray()).EnumerateArray()));
    }

    [Fact]
    public async Task Nothing_found_is_told_too_and_a_month_that_has_passed_is_late_or_missing()
    {
        var (office, supervisor) = (await started.Gateway.AsAsync("office", "kf"), await started.Gateway.AsAsync("supervisor", "zy"));
        var nil = new JsonObject { ["openLawsuits"] = 3, ["closedLawsuits"] = 0 };
        Assert.Equal("nil", Text(await (await office.SendAsync($"{Screenings}/kf/{Some.Month(0)}", nil)).JsonAsync(201), "status"));
        Assert.Equal("missing", Text(Of(await BoardAsync(supervisor, Some.Month(-3)), "kf"), "status"));
        Assert.Equal("late", Text(await (await office.SendAsync($"{Screenings}/kf/{Some.Month(-3)}", nil)).JsonAsync(201), "status"));
        await (await office.SendAsync($"{Screenings}/kf/{Some.Month(1)}", nil)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "month-ahead");
    }

    [Fact]
    public async Task A_division_of_the_intermediate_court_is_a_unit_and_another_courts_is_nobodys()
    {
        var (own, other) = (await started.Gateway.AsAsync("office", "zy"), await started.Gateway.AsAsync("office", "by"));
        var division = (await BoardAsync(await started.Gateway.AsAsync("supervisor", "zy"))).GetProperty("units").EnumerateArray().Select(u => Text(u, "unit")).First(u => u.StartsWith("zy:", StringComparison.Ordinal));
        var address = $"{Screenings}/{Uri.EscapeDataString(division)}/{Some.Month(0)}";
        await (await own.SendAsync(address, Some.Screening())).JsonAsync(201);
        await (await other.GetAsync(address)).IsProblemAsync(HttpStatusCode.Forbidden);
        await (await other.SendAsync(address, Some.Screening())).IsProblemAsync(HttpStatusCode.Forbidden, "not-your-unit");
        await (await other.GetAsync($"{Screenings}?court=zy")).IsProblemAsync(HttpStatusCode.Forbidden);
        Assert.Equal(["by"], (await BoardAsync(other)).GetProperty("units").EnumerateArray().Select(u => Text(u, "unit")));
        await (await own.SendAsync($"{Screenings}/zy/{Some.Month(0)}", Some.Screening())).IsProblemAsync(HttpStatusCode.NotFound);
        await (await own.GetAsync($"{address[..^7]}2026-13")).IsProblemAsync(HttpStatusCode.BadRequest, field: "month");
    }

    [Fact]
    public async Task What_is_wrong_with_a_lawsuit_is_said_where_it_stands()
    {
        var office = await started.Gateway.AsAsync("office", "nw");
        var wrong = Some.Screening("没有号");
        wrong["found"]![0]!.AsObject().Remove("measures");
        var problem = await (await office.SendAsync($"{Screenings}/nw/{Some.Month(0)}", wrong)).JsonAsync(400);
        Assert.Equal(["found[0].caseNumber", "found[0].measures"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        wrong = Some.Screening();
        wrong["found"] = new JsonArray((JsonNode?)null);
        await (await office.SendAsync($"{Screenings}/nw/{Some.Month(0)}", wrong)).JsonAsync(400);
    }

    private static JsonObject Settling(string number) => new() { ["caseNumber"] = number, ["outcome"] = "已答疑" };

    private static async Task<JsonElement> BoardAsync(HttpClient client, string? month = null) =>
        await (await client.GetAsync($"{Screenings}{(month is null ? "" : $"?month={month}")}")).JsonAsync(200);

    private static JsonElement Of(JsonElement board, string unit) => board.GetProperty("units").EnumerateArray().Single(u => Text(u, "unit") == unit);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
