using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.OnSiteChecks;

/// <summary>On-site checks over HTTP (Y5).</summary>
public sealed class OnSiteCheckTests(Started started) : IClassFixture<Started>
{
    private const string Checks = "/api/on-site-checks";

    [Fact]
    public async Task The_ledger_says_itself_how_many_entries_it_has_and_what_is_found_is_put_right_and_passed()
    {
        var (supervisor, office) = (await started.Gateway.AsAsync("supervisor", "zy"), await started.Gateway.AsAsync("office"));
        for (var i = 0; i < 3; i++)
            await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/first-requests", Some.FirstRequest())).JsonAsync(201);
        var check = await (await supervisor.SendAsync(Checks, Some.OnSiteCheck())).JsonAsync(201);
        Assert.Equal(("open", 3), (Text(check, "status"), check.GetProperty("shown").GetInt32()));
        var address = $"{Checks}/{Text(check, "checkId")}";
        await (await supervisor.SendAsync($"{address}/verify", new JsonObject { ["passed"] = true })).IsProblemAsync(HttpStatusCode.Conflict, "not-rectified");
        await (await office.SendAsync($"{address}/rectify", new JsonObject { ["measures"] = "已补登" })).JsonAsync(200);
        await (await supervisor.SendAsync($"{address}/verify", new JsonObject { ["passed"] = false })).IsProblemAsync(HttpStatusCode.BadRequest, field: "reason");
        await (await supervisor.SendAsync($"{address}/verify", new JsonObject { ["passed"] = true, ["reason"] = "仍有漏登" })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "reason");
        await (await supervisor.SendAsync($"{address}/verify", new JsonObject { ["passed"] = true, ["dueOn"] = Some.Day(9) })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "dueOn");
        await (await supervisor.SendAsync($"{address}/verify", new JsonObject { ["passed"] = false, ["reason"] = "仍有漏登", ["dueOn"] = Some.Day(9) })).JsonAsync(200);
        await (await office.SendAsync($"{address}/rectify", new JsonObject { ["measures"] = "已全部补登" })).JsonAsync(200);
        var passed = await (await supervisor.SendAsync($"{address}/verify", new JsonObject { ["passed"] = true })).JsonAsync(200);
        Assert.Equal("passed", Text(passed, "status"));

        var file = await (await office.GetAsync(address)).JsonAsync(200);
        Assert.Equal(["检查", "整改", "退回整改", "整改", "复核合格"], file.GetProperty("steps").EnumerateArray().Select(s => Text(s, "step")));
        Assert.Equal($"仍有漏登；整改期限 {Some.Day(9)} 24时", Text(file.GetProperty("steps")[2], "about"));
        Assert.Equal("11 月 3 日来电一件未登记", Text(file.GetProperty("findings")[0], "text"));
        var line = (await (await office.GetAsync($"{Checks}?state=passed")).JsonAsync(200)).GetProperty("items")[0];
        Assert.Equal((Some.Day(9), CityTime.Today, false), (Text(line, "dueOn"), Text(line, "rectifiedOn"), line.GetProperty("late").GetBoolean()));
        var sum = (await (await supervisor.GetAsync($"{Checks}/counts?from={Some.Day(-1)}&to={Some.Day(0)}&court=dg&by=")).JsonAsync(200)).GetProperty("rows")[0];
        Assert.True(sum.GetProperty("inTime").GetInt32() >= 1 && sum.GetProperty("found")[0].GetProperty("kind").GetString() == "missing");
        using var sheet = await supervisor.GetAsync($"{Checks}/export?court=dg");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
    }

    [Fact]
    public async Task Another_courts_check_is_nobodys_to_know()
    {
        var check = await (await (await started.Gateway.AsAsync("office", "xs")).SendAsync(Checks, Some.OnSiteCheck(court: null))).JsonAsync(201);
        var other = await started.Gateway.AsAsync("office", "kf");
        await (await other.GetAsync($"{Checks}/{Text(check, "checkId")}")).IsProblemAsync(HttpStatusCode.NotFound);
        await (await other.SendAsync($"{Checks}/{Text(check, "checkId")}/rectify", new JsonObject { ["measures"] = "已补登" })).IsProblemAsync(HttpStatusCode.NotFound);
        Assert.Empty((await (await other.GetAsync($"{Checks}?court=xs")).JsonAsync(200)).GetProperty("items").EnumerateArray());
        await (await other.SendAsync(Checks, Some.OnSiteCheck("xs"))).IsProblemAsync(HttpStatusCode.Forbidden, "not-your-court");
    }

    [Fact]
    public async Task A_repeat_is_answered_as_at_first_though_the_ledger_has_grown()
    {
        var supervisor = await started.Gateway.AsAsync("supervisor", "zy");
        var body = Some.OnSiteCheck("by");
        var first = await (await supervisor.SendAsync(Checks, body, key: "one-check")).JsonAsync(201);
        await (await (await started.Gateway.AsAsync("clerk", "by")).SendAsync("/api/first-requests", Some.FirstRequest())).JsonAsync(201);
        Assert.Equal(first.ToString(), (await (await supervisor.SendAsync(Checks, body, key: "one-check")).JsonAsync(201)).ToString());
    }

    [Theory]
    [InlineData("inspectors", "[]")]
    [InlineData("inspectors", "[\"\"]")]
    [InlineData("register", "null")]
    [InlineData("sampled", "0")]
    [InlineData("agreeing", "-1")]
    [InlineData("findings", "[null]")]
    [InlineData("findings", "[{\"kind\":\"missing\"}]")]
    [InlineData("findings", "[{\"kind\":\"missing\",\"entry\":\"\\u202e7号\",\"text\":\"未登记\"}]")]
    [InlineData("court", "\"nowhere\"")]
    [InlineData("division", "\"没有的部门\"")]
    public async Task What_cannot_be_is_refused_by_its_field(string field, string value)
    {
        var body = Some.OnSiteCheck();
        body[field] = JsonNode.Parse(value);
        using var refused = await (await started.Gateway.AsAsync("supervisor", "zy")).SendAsync(Checks, body);
        Assert.True(refused.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity);
        Assert.Contains(field, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_agrees_with_the_papers_is_in_the_ledger()
    {
        var (supervisor, clerk) = (await started.Gateway.AsAsync("supervisor", "zy"), await started.Gateway.AsAsync("clerk", "nw"));
        var body = Some.OnSiteCheck("nw");
        body["agreeing"] = 1;
        body.Remove("findings");
        body.Remove("dueOn");
        await (await supervisor.SendAsync(Checks, body.DeepClone())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "more-than-shown", "agreeing");
        await (await clerk.SendAsync("/api/first-requests", Some.FirstRequest())).JsonAsync(201);
        Assert.Equal("clean", Text(await (await supervisor.SendAsync(Checks, body)).JsonAsync(201), "status"));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
