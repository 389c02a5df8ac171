using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Rosters;

/// <summary>W16, W17, J2 over HTTP.</summary>
public sealed class RosterTests(September september) : IClassFixture<September>
{
    private readonly RunningGateway _gateway = september.Gateway;

    [Fact]
    public void A_month_of_six_courts_is_rostered_in_one_call_without_gap()
    {
        var rosters = september.Drafted.GetProperty("rosters").EnumerateArray().ToArray();
        Assert.Equal(6, rosters.Length);
        Assert.All(rosters, r =>
        {
            Assert.Equal(1, r.GetProperty("version").GetInt32());
            Assert.Equal(44, r.GetProperty("shifts").GetInt32());
            Assert.Empty(r.GetProperty("gaps").EnumerateArray());
            Assert.False(r.GetProperty("provisional").GetBoolean());
        });
    }

    [Fact]
    public async Task The_make_up_sunday_is_worked_and_the_holiday_is_not()
    {
        foreach (var court in (string[])["zy", "dg", "xs", "nw", "by", "kf"])
        {
            Assert.NotNull(await september.LeaderAsync(court, "2026-09-20", "morning"));
            Assert.Null(await september.LeaderAsync(court, "2026-09-25", "morning"));
        }
    }

    [Fact]
    public async Task The_same_call_again_is_answered_the_same_and_changes_nothing()
    {
        var supervisor = await _gateway.AsAsync("supervisor", "zy");
        var again = await (await supervisor.SendAsync("/api/rosters/drafts", September.Month("2026-09", publish: true), "september")).JsonAsync(200);
        Assert.Equal(6, again.GetProperty("rosters").GetArrayLength());
    }

    [Fact]
    public async Task A_draft_is_the_offices_until_it_is_published()
    {
        var office = await _gateway.AsAsync("office", "kf");
        await (await office.SendAsync("/api/rosters/drafts", September.Month("2026-11"))).JsonAsync(200);
        Assert.Empty((await september.RosterAsync("kf", "2026-11-02", "2026-11-02")).GetProperty("days")[0].GetProperty("shifts").EnumerateArray());
        Assert.NotEmpty((await september.RosterAsync("kf", "2026-11-02", "2026-11-02", "office")).GetProperty("days")[0].GetProperty("shifts").EnumerateArray());

        await (await office.SendAsync("/api/rosters/kf/publish", new JsonObject { ["month"] = "2026-11" })).JsonAsync(200);
        Assert.NotNull(await september.LeaderAsync("kf", "2026-11-02", "morning"));
    }

    [Fact]
    public async Task An_office_rosters_its_own_court_only()
    {
        var office = await _gateway.AsAsync("office", "kf");
        await (await office.SendAsync(September.Address("dg", 28), September.Day("L012", "L015"), method: HttpMethod.Put)).IsProblemAsync(HttpStatusCode.Forbidden, "not-the-office");
        var body = September.Month("2026-12");
        body["courts"] = new JsonArray("dg");
        await (await office.SendAsync("/api/rosters/drafts", body)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_day_is_arranged_against_the_version_that_was_seen()
    {
        var office = await _gateway.AsAsync("office", "nw");
        var seen = (await office.GetAsync("/api/rosters/nw?from=2026-09-28&to=2026-09-28")).Headers.ETag!.Tag;
        async Task<HttpResponseMessage> PutAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, September.Address("nw", 28)) { Content = System.Net.Http.Json.JsonContent.Create(September.Day("L028", "L031")) };
            request.Headers.TryAddWithoutValidation("If-Match", seen);
            return await office.SendAsync(request);
        }
        var arranged = await (await PutAsync()).JsonAsync(200);
        Assert.Equal(2, arranged.GetProperty("version").GetInt32());
        await (await PutAsync()).IsProblemAsync(HttpStatusCode.PreconditionFailed, "version-moved");
        Assert.Equal("L028", await september.LeaderAsync("nw", "2026-09-28", "morning"));
    }

    [Theory]
    [InlineData(25, "L020", "L023", "no-working-day", "W17")]
    [InlineData(28, "L020", "L020", "twice-a-day", "W17")]
    [InlineData(28, "L012", "L020", "serves-elsewhere", "W17")]
    [InlineData(28, "L999", "L020", "unknown-leader", "W1")]
    public async Task Refusals_name_their_rule(int day, string morning, string afternoon, string slug, string rule)
    {
        var office = await _gateway.AsAsync("office", "xs");
        var answer = await (await office.SendAsync(September.Address("xs", day), September.Day(morning, afternoon), method: HttpMethod.Put)).JsonAsync(422);
        Assert.Equal((rule, $"/problems/{slug}"), (answer.GetProperty("rule").GetString(), answer.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Leave_makes_a_shown_gap_and_a_new_draft_fills_it()
    {
        var office = await _gateway.AsAsync("office", "by");
        var leader = await september.LeaderAsync("by", "2026-09-29", "morning");
        var leave = new JsonObject { ["leader"] = leader, ["from"] = "2026-09-29", ["to"] = "2026-10-09" };
        var told = await (await office.SendAsync("/api/rosters/by/leaves", leave)).JsonAsync(200);
        Assert.Equal(2, told.GetProperty("rosters").GetArrayLength());
        Assert.Contains("2026-09-29", told.GetProperty("rosters")[0].GetProperty("gaps").EnumerateArray().Select(g => g.GetProperty("date").GetString()));

        await (await office.SendAsync("/api/rosters/drafts", September.Month("2026-09"))).JsonAsync(200);
        var taker = await september.LeaderAsync("by", "2026-09-29", "morning");
        Assert.NotNull(taker);
        Assert.NotEqual(leader, taker);
    }

    [Theory]
    [InlineData("/api/rosters/nowhere?from=2026-09-01", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/rosters/dg?from=9999-12-31&to=9999-12-31", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("/api/rosters/dg?from=1.9.2026", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("/api/rosters/dg?from=2026-01-01&to=2026-12-31", HttpStatusCode.UnprocessableEntity, "invalid")]
    public async Task What_cannot_be_asked_is_refused(string address, HttpStatusCode status, string slug) =>
        await (await (await _gateway.AsAsync("clerk")).GetAsync(address)).IsProblemAsync(status, slug);

    [Fact]
    public async Task The_public_screen_shows_who_is_on_duty_without_a_token()
    {
        var answer = await _gateway.Http.GetAsync("/public/duty/zy");
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var part in (string[])["望海市中级人民法院", "现在带班", "本周值班", "上午 8:30—11:30", "http-equiv=\"refresh\"", "小法徽"])
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain("当前不是值班时间", page, StringComparison.Ordinal);
        await (await _gateway.Http.GetAsync("/public/duty/nowhere")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    /// <summary>A Wednesday at half past nine, and nobody has rostered anything.</summary>
    [Fact]
    public async Task The_public_screen_of_an_unrostered_week_names_gaps_and_days_off_as_what_they_are()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var page = await gateway.Http.GetStringAsync("/public/duty/dg");
        foreach (var part in (string[])["此时段尚未安排带班领导", "11月18日 星期三</td><td>未公布", "11月21日 星期六</td><td>休息日", "尚未公布"])
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain("第 0 版", page, StringComparison.Ordinal);
    }
}
