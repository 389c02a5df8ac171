using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>The weekly meeting's follow-up list (S1): what was owed when the week began and what became of it, what falls due, and what nobody sees to.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string Address = "/api/reports/follow-ups";
    private const string Week = "?from=2026-11-23&to=2026-11-29";
    private const string NextWeek = "?from=2026-11-30&to=2026-12-06";

    private readonly SettableTime _time = new();
    private RunningGateway _gateway = null!;
    private FollowUpStory _story = null!;

    public async Task InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(customise: b => b.Services.AddSingleton<TimeProvider>(_time));
        _story = new FollowUpStory(_gateway, _time);
        await _story.LiveAsync();
    }

    public Task DisposeAsync() => _gateway.DisposeAsync().AsTask();

    [Fact]
    public async Task A_court_hears_what_became_of_last_weeks_list_and_what_is_next()
    {
        var told = await ReadAsync("office", "dg", Week);
        Assert.Equal("信访工作周例会督办清单", told.GetProperty("report").GetProperty("title").GetString());
        Equivalent(
            told, "carried",
            "inTime 东港区人民法院 曹景和 督办函回复 S8 11-20 已办结（逾期） 11-26 6",
            "late 东港区人民法院 曹景和 督办函回复 S8 11-20 逾期9天 9",
            "inTime 东港区人民法院 曹景和 首次书面答复 G1 11-25 已办结（按期） 11-24",
            "late 东港区人民法院 曹景和 首次书面答复 G1 11-25 已办结（逾期） 11-27 2");
        Equivalent(
            told, "ahead",
            "never 东港区人民法院 曹景和 首次书面答复 G1 11-25 逾期4天 4",
            "never 东港区人民法院 曹景和 建账 J5 11-25 逾期4天 4",
            "never 东港区人民法院 曹景和 约见信访人 J5 11-25 逾期4天 4",
            "never 东港区人民法院 曹景和 书面进展报告 J5 11-30 临期",
            "new 东港区人民法院 曹景和 首次书面答复 G1 12-02 临期",
            "nobodys 东港区人民法院 尚无 首次书面答复 G1 12-03 临期");
        Equivalent(told, "ownerless", "nobodys 东港区人民法院 尚无 尚无领导接访 11-26 11-27 2");
        Equivalent(told, "unanswered", "new 东港区人民法院 曹景和 西山区人民法院 11-26 逾期未应");
        Equivalent(told, "letters", "late 东港区人民法院 曹景和 督办函回复 S8 11-20 逾期9天 9");
        Equivalent(told, "congress", "never 东港区人民法院 曹景和 人大交办答复 S6 12-23 办理中");
        Equivalent(told, "unplanned", "never 东港区人民法院 曹景和 集中办访月 11-23 化解方案");
        Equivalent(told, "totals", "东港区人民法院 5 1 2 0 1 3 3 1 1 1 1 1");
        Assert.StartsWith(
            "截至11月29日，上周督办5项：按期办结1项，逾期办结2项，中止、撤销0项，未办结2项。本周到期未办结3项，下周到期3项。",
            told.GetProperty("report").GetProperty("sections")[0].GetProperty("paragraphs")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("邹宁一", told.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_court_sees_its_own_and_the_city_all()
    {
        var own = await ReadAsync("office", "xs", Week);
        Equivalent(own, "ahead", "elsewhere 西山区人民法院 唐维尔 首次书面答复 G1 11-25 逾期4天 4");
        foreach (var table in new[] { "carried", "ownerless", "unanswered", "letters", "congress", "unplanned" })
            Equivalent(own, table);
        var city = await ReadAsync("supervisor", "zy", Week);
        Assert.Equal(7, _story.Rows(city, "ahead").Length);
        Assert.Contains("西山区人民法院 1 0 0 0 0 1 0 0 0 0 0 0", _story.Rows(city, "totals"));
        Assert.Equal("合计 6 1 2 0 1 4 3 1 1 1 1 1", _story.Rows(city, "totals")[^1]);
        using var refused = await (await _gateway.AsAsync("office", "xs")).GetAsync($"{Address}{Week}&court=dg");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task The_list_follows_itself_up_and_what_was_published_stays_true()
    {
        var office = await _gateway.AsAsync("office");
        var published = await (await office.SendAsync($"{Address}/publish", new JsonObject { ["from"] = "2026-11-23", ["to"] = "2026-11-29" })).JsonAsync(200);
        await _story.CatchUpAsync();
        Assert.Contains("never 东港区人民法院 曹景和 首次书面答复 G1 11-25 已办结（逾期） 12-02 7", _story.Rows(await ReadAsync("office", "dg", NextWeek), "carried"));

        var again = await ReadAsync("office", "dg", Week);
        Assert.Equal(("frozen", published.GetProperty("hash").GetString(), 0), (again.GetProperty("state").GetString(), again.GetProperty("hash").GetString(), again.GetProperty("pending").GetArrayLength()));
        // Nobody published the city's list: what is read afterwards is how it stood when the week ended.
        Assert.Contains("never 东港区人民法院 曹景和 首次书面答复 G1 11-25 逾期4天 4", _story.Rows(await ReadAsync("supervisor", "zy", Week), "ahead"));
    }

    [Fact]
    public async Task A_week_that_runs_tells_of_today()
    {
        var told = await ReadAsync("office", "dg", "");
        Assert.Equal(("2026-11-30", "2026-12-06"), (told.GetProperty("report").GetProperty("from").GetString(), told.GetProperty("report").GetProperty("to").GetString()));
        Assert.Contains("never 东港区人民法院 曹景和 书面进展报告 J5 11-30 今日到期", _story.Rows(told, "ahead"));
        Assert.Contains("never 东港区人民法院 曹景和 首次书面答复 G1 11-25 逾期5天 5", _story.Rows(told, "carried"));
    }

    private async Task<JsonElement> ReadAsync(string role, string court, string period) =>
        await (await (await _gateway.AsAsync(role, court)).GetAsync(Address + period)).JsonAsync(200);

    /// <summary>Limits of one day stand in the order of their matters' ids, which are random.</summary>
    private void Equivalent(JsonElement told, string table, params string[] rows) =>
        Assert.Equal(rows.Order(StringComparer.Ordinal), _story.Rows(told, table).Order(StringComparer.Ordinal));
}
