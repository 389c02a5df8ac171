using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Cases;
using PetitionMesh.Gateway.Tests.Desks;
using PetitionMesh.Gateway.Tests.Rosters;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Tests;

namespace PetitionMesh.Gateway.Tests.Succession;

/// <summary>W3 over HTTP: succession, recusal, long leave, and the list of open cases without an active owner.</summary>
public sealed class SuccessionTests : IAsyncLifetime
{
    private readonly Town _town = new();

    public Task InitializeAsync() => _town.InitializeAsync();

    public Task DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_succession_moves_the_case_from_desk_to_desk_and_the_days_in_hands_begin_anew()
    {
        var id = await _town.ReceiveAsync();
        _town.Advance(TimeSpan.FromDays(9));
        var office = await _town.Gateway.AsAsync("office");
        var standing = await (await office.SendAsync($"/api/cases/{id}/succeed", Town.Succession(), "s1")).JsonAsync(200);
        Assert.Equal(("L013", "L012", "succession"), (
            standing.GetProperty("owner").GetString(), standing.GetProperty("firstReceiver").GetString(), standing.GetProperty("origin").GetString()));
        _town.Advance(TimeSpan.FromDays(2));
        Assert.Empty((await DeskAsync("L012")).GetProperty("cases").EnumerateArray());
        var owned = Assert.Single((await DeskAsync("L013")).GetProperty("cases").EnumerateArray());
        Assert.Equal((11, 2, "L012"), (
            owned.GetProperty("daysSinceFirst").GetInt32(), owned.GetProperty("daysInHands").GetInt32(), owned.GetProperty("firstReceiver").GetString()));
        var again = await _town.Gateway.AsAsync("office");
        Assert.Equal(HttpStatusCode.OK, (await again.SendAsync($"/api/cases/{id}/succeed", Town.Succession(), "s1")).StatusCode);
        Assert.Equal("L013", await _town.OwnerOfAsync(id));
    }

    [Fact]
    public async Task Notices_and_open_summonses_go_with_the_case_and_the_file_shows_every_owner_it_had()
    {
        var (number, lawsuit) = (Some.ResidentNumber(), Some.CaseNumber());
        var id = await _town.ReceiveAsync(number: number, lawsuit: lawsuit);
        await _town.ReceiveAsync("L020", "xs", number, lawsuit, "letter");
        await _town.ReceiveAsync("L020", "xs", number, lawsuit);
        _town.Advance(TimeSpan.FromDays(1));
        var office = await _town.Gateway.AsAsync("office");
        await (await office.SendAsync($"/api/cases/{id}/succeed", Town.Succession())).JsonAsync(200);
        _town.Advance(TimeSpan.FromDays(1));
        office = await _town.Gateway.AsAsync("office"); // Its token of yesterday has run out.
        await (await office.SendAsync($"/api/cases/{id}/succeed", Town.Succession("L014"))).JsonAsync(200);

        foreach (var (leader, count) in new[] { ("L012", 0), ("L013", 0), ("L014", 1) })
        {
            var desk = await DeskAsync(leader);
            Assert.Equal((count, count), (desk.GetProperty("notices").GetArrayLength(), desk.GetProperty("summonses").GetArrayLength()));
        }

        var owners = (await (await office.GetAsync($"/api/cases/{id}")).JsonAsync(200)).GetProperty("owners").EnumerateArray().ToArray();
        Assert.Equal(["L012", "L013", "L014"], owners.Select(o => o.GetProperty("leaderId").GetString()));
        Assert.Equal([true, false, false], owners.Select(o => o.GetProperty("firstReceiver").GetBoolean()));
        Assert.Equal(owners.Skip(1).Select(o => o.GetProperty("from").GetString()), owners.Take(2).Select(o => o.GetProperty("to").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, owners[2].GetProperty("to").ValueKind);
        var succession = owners[1].GetProperty("succession");
        Assert.Equal(("postLeft", "调任其他法院", "L011", "2026-09-08"), (
            succession.GetProperty("ground").GetString(), succession.GetProperty("reason").GetString(),
            succession.GetProperty("approvedBy").GetString(), succession.GetProperty("on").GetString()));
    }

    [Fact]
    public async Task A_leader_who_left_puts_his_open_cases_on_the_list_and_after_a_working_day_the_office_is_reminded_once()
    {
        var id = await _town.ReceiveAsync();
        Assert.Empty(await _town.WithoutOwnerAsync());
        await _town.LoadAsync(leader => leader != "L012");
        var listed = Assert.Single(await _town.WithoutOwnerAsync());
        Assert.Equal((id, "left", "2026-09-07", "2026-09-08", false), (
            listed.GetProperty("caseId").GetString(),
            listed.GetProperty("ground").GetString(),
            listed.GetProperty("since").GetString(),
            listed.GetProperty("dueOn").GetString(),
            listed.GetProperty("overdue").GetBoolean()));

        using var page = await LiveDesk.ListenAsync(await _town.Gateway.AsAsync("office"), "/api/courts/dg/events");
        _town.Advance(TimeSpan.FromDays(1));
        await _town.SweepAsync();
        _town.Advance(TimeSpan.FromDays(1));
        await _town.SweepAsync();
        _town.Advance(TimeSpan.FromDays(1));
        await _town.SweepAsync();
        Assert.Equal("reminded", (await page.NextAsync()).Event);
        listed = Assert.Single(await _town.WithoutOwnerAsync());
        Assert.True(listed.GetProperty("overdue").GetBoolean());
        var history = await (await (await _town.Gateway.AsAsync("office")).GetAsync($"/api/cases/{id}/history")).JsonAsync(200);
        Assert.Single(history.GetProperty("items").EnumerateArray(), e => e.GetProperty("kind").GetString() == "case.office-reminded.v1");

        await (await (await _town.Gateway.AsAsync("office")).SendAsync($"/api/cases/{id}/succeed", Town.Succession())).JsonAsync(200);
        Assert.Empty(await _town.WithoutOwnerAsync());
    }

    [Fact]
    public async Task A_case_registered_on_friday_is_due_on_the_make_up_day_or_the_monday_by_the_official_calendar()
    {
        _town.Advance(TimeSpan.FromDays(11)); // Friday, 18 September; Sunday the 20th is worked.
        await _town.ReceiveAsync("", channel: "letter");
        var listed = Assert.Single(await _town.WithoutOwnerAsync());
        Assert.Equal(("pending", "2026-09-20"), (listed.GetProperty("ground").GetString(), listed.GetProperty("dueOn").GetString()));
    }

    [Fact]
    public async Task An_owner_who_recuses_himself_is_on_the_list_until_another_is_named()
    {
        var id = await _town.ReceiveAsync();
        var owner = await _town.Gateway.AsAsync("leader", subject: "L012");
        Assert.True((await (await owner.SendAsync($"/api/cases/{id}/recuse", Town.Recusal())).JsonAsync(200)).GetProperty("relieved").GetBoolean());
        Assert.Equal("recused", Assert.Single(await _town.WithoutOwnerAsync()).GetProperty("ground").GetString());
        Assert.True(Assert.Single((await DeskAsync("L012")).GetProperty("cases").EnumerateArray()).GetProperty("relieved").GetBoolean());
        var office = await _town.Gateway.AsAsync("office");
        await (await office.SendAsync($"/api/cases/{id}/succeed", Town.Succession(to: "L014"))).JsonAsync(200);
        Assert.Empty(await _town.WithoutOwnerAsync());
        var back = await (await office.SendAsync($"/api/cases/{id}/succeed", Town.Succession(to: "L012"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "recused");
        Assert.Equal("W3", back.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task W4_what_came_while_nobody_owned_the_case_lies_on_the_desk_of_whoever_is_named()
    {
        var (person, lawsuit) = (Some.ResidentNumber(), Some.CaseNumber());
        var id = await _town.ReceiveAsync(number: person, lawsuit: lawsuit);
        var owner = await _town.Gateway.AsAsync("leader", subject: "L012");
        await (await owner.SendAsync($"/api/cases/{id}/recuse", Town.Recusal())).JsonAsync(200);
        foreach (var (by, court, channel) in new[] { ("L020", "xs", "visit"), ("L014", "dg", "visit"), ("L013", "dg", "letter") })
            Assert.Equal(id, await _town.ReceiveAsync(by, court, person, lawsuit, channel));
        await (await (await _town.Gateway.AsAsync("office")).SendAsync($"/api/cases/{id}/succeed", Town.Succession(to: "L014"))).JsonAsync(200);
        var desk = await DeskAsync("L014");
        Assert.Equal(["letter", "visit"], desk.GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("channel").GetString()).Order()); // The one he received himself he knows.
        Assert.Empty(desk.GetProperty("summonses").EnumerateArray());
    }

    [Fact]
    public async Task W14_a_promise_that_its_year_has_made_final_is_provisional_no_longer()
    {
        var id = await _town.ReceiveAsync(CaseSteps.Owner);
        await CaseSteps.EndAsync(_town.Gateway, id);
        Assert.Equal((1, 1), await ResolvedAsync());
        _town.Advance(TimeSpan.FromDays(366));
        await _town.SweepAsync();
        Assert.Equal((1, 0), await ResolvedAsync());

        async Task<(int, int)> ResolvedAsync()
        {
            var counts = await (await (await _town.Gateway.AsAsync("supervisor", "zy")).GetAsync("/api/reports/counts?from=2026-09-07&to=2026-09-07&by=court,outcome")).JsonAsync(200);
            var row = Assert.Single(counts.GetProperty("rows").EnumerateArray(), r => r.TryGetProperty("resolved", out _));
            return (row.GetProperty("resolved").GetInt32(), row.GetProperty("provisional").GetInt32());
        }
    }

    [Fact]
    public async Task W1_who_has_left_leads_no_shift_though_the_roster_still_names_him()
    {
        var supervisor = await _town.Gateway.AsAsync("supervisor", "zy");
        await (await supervisor.SendAsync("/api/rosters/drafts", September.Month("2026-09", publish: true))).JsonAsync(200);
        const string Today = "/api/rosters/dg?from=2026-09-07&to=2026-09-07";
        var roster = await (await supervisor.GetAsync(Today)).JsonAsync(200);
        var leader = roster.GetProperty("days")[0].GetProperty("shifts")[0].GetProperty("leader").GetProperty("leaderId").GetString();
        await _town.LoadAsync(active: id => id != leader);
        Assert.Contains((await (await supervisor.GetAsync(Today)).JsonAsync(200)).GetProperty("gaps").EnumerateArray(), g => g.GetProperty("rule").GetString() == "W17");
        var visit = Some.Reception(receivedBy: null);
        await (await (await _town.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", visit)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "receivedBy");
    }

    [Fact]
    public async Task The_list_comes_in_pages_the_longest_without_owner_first()
    {
        var registered = new List<string>();
        for (var day = 0; day < 5; day++)
        {
            registered.Add(await _town.ReceiveAsync("", channel: "letter"));
            _town.Advance(TimeSpan.FromDays(1));
        }
        var (office, listed, next) = (await _town.Gateway.AsAsync("office"), new List<string>(), "");
        for (var page = 0; page < 3; page++)
        {
            var answer = await (await office.GetAsync($"/api/cases/without-owner?limit=2{next}")).JsonAsync(200);
            listed.AddRange(answer.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()!));
            next = $"&after={answer.GetProperty("next").GetString()}";
        }
        Assert.Equal(registered, listed);
        Assert.Equal("&after=", next);
        foreach (var place in (string[])["1", "20260907.x", $"2026090x.{Guid.Empty:N}"])
            await (await office.GetAsync($"/api/cases/without-owner?after={place}")).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "after");
    }

    [Fact]
    public async Task Who_goes_to_another_court_leaves_what_he_owned_and_reads_it_until_another_is_named()
    {
        var id = await _town.ReceiveAsync();
        await _town.LoadAsync(leader =>
        {
            if (leader["id"]!.GetValue<string>() == "L012")
                leader["court"] = "xs";
        });
        var there = await _town.ReceiveAsync(court: "xs");
        var listed = Assert.Single(await _town.WithoutOwnerAsync());
        Assert.Equal((id, "left"), (listed.GetProperty("caseId").GetString(), listed.GetProperty("ground").GetString()));
        Assert.Empty(await _town.WithoutOwnerAsync("xs"));
        Assert.Equal("L012", await _town.OwnerOfAsync(there));

        await (await (await _town.Gateway.AsAsync("leader", "xs", "L012")).GetAsync($"/api/cases/{id}")).JsonAsync(200);
        await (await (await _town.Gateway.AsAsync("office")).SendAsync($"/api/cases/{id}/succeed", Town.Succession())).JsonAsync(200);
        Assert.Empty(await _town.WithoutOwnerAsync());
        await (await (await _town.Gateway.AsAsync("leader", "xs", "L012")).GetAsync($"/api/cases/{id}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Long_leave_lists_his_cases_names_no_one_away_and_ends()
    {
        var id = await _town.ReceiveAsync();
        var office = await _town.Gateway.AsAsync("office");
        foreach (var leader in (string[])["L012", "L013"])
            await (await office.SendAsync($"/api/leaders/{leader}/long-leave", new JsonObject { ["from"] = "2026-09-07", ["reason"] = "进修" })).JsonAsync(200);
        Assert.Equal("longLeave", Assert.Single(await _town.WithoutOwnerAsync()).GetProperty("ground").GetString());
        await (await office.SendAsync($"/api/cases/{id}/succeed", Town.Succession())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "leader-away");
        await (await office.PostAsync("/api/leaders/L012/back", null)).JsonAsync(200);
        Assert.Empty(await _town.WithoutOwnerAsync());
        await (await (await _town.Gateway.AsAsync("leader", subject: "L014")).SendAsync("/api/leaders/L012/back", new JsonObject())).IsProblemAsync(HttpStatusCode.Forbidden, "leave-of-another");
    }

    [Theory]
    [InlineData("succeed", """{"to":"L013","ground":"postLeft","reason":"调离","approvedBy":"L015"}""", HttpStatusCode.UnprocessableEntity, "approver")]
    [InlineData("succeed", """{"to":"L404","ground":"postLeft","reason":"调离","approvedBy":"L011"}""", HttpStatusCode.UnprocessableEntity, "unknown-leader")]
    [InlineData("succeed", """{"to":"L013","ground":"whim","reason":"调离","approvedBy":"L011"}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("succeed", """{"to":"L013","ground":"postLeft","approvedBy":"L011"}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("recuse", """{"ground":"named","reason":"本人","approvedBy":"L012"}""", HttpStatusCode.UnprocessableEntity, "approver-concerned")]
    [InlineData("recuse", """{"ground":"named","reason":"本人","approvedBy":"L011","on":"2030-01-01"}""", HttpStatusCode.UnprocessableEntity, "approval-ahead")]
    public async Task What_is_no_proper_succession_is_refused_with_its_rule(string act, string body, HttpStatusCode status, string slug)
    {
        var id = await _town.ReceiveAsync();
        var problem = await (await (await _town.Gateway.AsAsync("office")).SendAsync($"/api/cases/{id}/{act}", JsonNode.Parse(body)!)).IsProblemAsync(status, slug);
        if (status == HttpStatusCode.UnprocessableEntity)
            Assert.Equal(slug == "unknown-leader" ? "W1" : "W3", problem.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task An_office_acts_for_its_own_court_and_a_foreign_file_does_not_exist()
    {
        var id = await _town.ReceiveAsync();
        await (await (await _town.Gateway.AsAsync("office", "kf")).SendAsync($"/api/cases/{id}/succeed", Town.Succession())).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await (await _town.Gateway.AsAsync("leader", subject: "L012")).SendAsync($"/api/cases/{id}/succeed", Town.Succession())).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await (await _town.Gateway.AsAsync("leader", subject: "L013")).SendAsync($"/api/cases/{id}/recuse", Town.Recusal())).IsProblemAsync(HttpStatusCode.Forbidden, "not-your-succession");
        await (await (await _town.Gateway.AsAsync("office", "kf")).GetAsync("/api/cases/without-owner?court=dg")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await (await _town.Gateway.AsAsync("office", "kf")).GetAsync("/api/courts/dg/events")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<System.Text.Json.JsonElement> DeskAsync(string leader) =>
        await (await (await _town.Gateway.AsAsync("leader", subject: leader)).GetAsync($"/api/leaders/{leader}/desk")).JsonAsync(200);
}
