using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Rosters;

/// <summary>W2, W3, W17: a reception without receiver is the duty leader's; nobody on duty, nobody receives.</summary>
public sealed class ReceptionByRosterTests(September september) : IClassFixture<September>
{
    private readonly RunningGateway _gateway = september.Gateway;

    [Fact]
    public async Task Without_receiver_the_leader_on_duty_there_then_receives_and_owns()
    {
        var duty = await september.LeaderAsync("dg", "2026-09-07", "morning");
        Assert.Equal(duty, await OwnerAsync("dg", null, "visit"));
        var friday = await september.LeaderAsync("dg", "2026-09-04", "afternoon");
        Assert.Equal(friday, await OwnerAsync("dg", "2026-09-04T13:30:00+08:00", "visit"));
    }

    [Theory]
    [InlineData("2026-09-04T12:00:00+08:00")]
    [InlineData("2026-09-04T17:00:00+08:00")]
    [InlineData("2026-09-05T09:00:00+08:00")]
    public async Task A_visit_when_nobody_is_on_duty_is_refused_and_told_who_can(string at)
    {
        var answer = await (await (await _gateway.AsAsync("clerk")).SendAsync("/api/receptions", Body("dg", at, "visit"))).JsonAsync(422);
        Assert.Contains("L012", answer.GetProperty("errors").GetProperty("receivedBy")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_channels_wait_for_the_next_duty_leader()
    {
        Assert.Null(await OwnerAsync("dg", "2026-09-05T09:00:00+08:00", "letter"));
        Assert.Equal(await september.LeaderAsync("dg", "2026-09-04", "morning"), await OwnerAsync("dg", "2026-09-04T08:30:00+08:00", "letter"));
    }

    [Fact]
    public async Task Who_is_on_long_leave_leads_no_shift_until_he_is_back()
    {
        const string Day = "2026-09-24";
        var (office, leader) = (await _gateway.AsAsync("office", "by"), (await september.LeaderAsync("by", Day, "morning"))!);
        await (await office.SendAsync($"/api/leaders/{leader}/long-leave", new JsonObject { ["from"] = "2026-09-10", ["reason"] = "病假" })).JsonAsync(200);
        Assert.NotEqual(leader, await september.LeaderAsync("by", Day, "morning"));
        Assert.Contains((await september.RosterAsync("by", Day, Day)).GetProperty("gaps").EnumerateArray(), g => g.GetProperty("rule").GetString() == "W17");
        var shift = new JsonObject { ["shifts"] = new JsonArray(new JsonObject { ["shift"] = "morning", ["leader"] = leader }), ["reason"] = "调整" };
        await (await office.SendAsync($"/api/rosters/by/{Day}", shift.DeepClone(), method: HttpMethod.Put)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "on-leave");
        await (await office.SendAsync($"/api/leaders/{leader}/back", new JsonObject { ["on"] = "2026-09-21" })).JsonAsync(200);
        await (await office.SendAsync($"/api/rosters/by/{Day}", shift, method: HttpMethod.Put)).JsonAsync(200);
    }

    [Fact]
    public async Task The_desk_outside_working_hours_receives_too()
    {
        var office = await _gateway.AsAsync("office", "xs");
        var desk = new JsonObject { ["shift"] = "afterHours", ["leader"] = "L023", ["from"] = "09:00", ["to"] = "11:00" };
        await (await office.SendAsync("/api/rosters/xs/2026-09-06", new JsonObject { ["shifts"] = new JsonArray(desk), ["reason"] = "周日延时接待" }, method: HttpMethod.Put)).JsonAsync(200);
        Assert.Equal("L023", await OwnerAsync("xs", "2026-09-06T10:00:00+08:00", "visit"));
    }

    [Fact]
    public async Task A_leader_of_the_intermediate_court_registers_where_the_roster_sends_him()
    {
        var supervisor = await _gateway.AsAsync("supervisor", "zy");
        var period = new JsonObject { ["name"] = "测试时期", ["from"] = "2026-10-12", ["to"] = "2026-10-16" };
        await (await supervisor.SendAsync("/api/rosters/sensitive-periods", period)).JsonAsync(200);
        await (await supervisor.SendAsync("/api/rosters/drafts", September.Month("2026-10", publish: true))).JsonAsync(200);
        var roster = await september.RosterAsync("dg", "2026-10-12", "2026-10-16");
        var day = roster.GetProperty("days").EnumerateArray().First(d => d.GetProperty("shifts")[0].GetProperty("leader").GetProperty("leaderId").GetString() == "L001");
        var date = DateOnly.Parse(day.GetProperty("date").GetString()!, CultureInfo.InvariantCulture);
        var elsewhere = await _gateway.AsAsync("leader", "zy", "L001");
        await (await elsewhere.SendAsync("/api/receptions", Body("dg", null, "visit"))).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        september.Set(new DateTimeOffset(date, new TimeOnly(9, 0), TimeSpan.FromHours(8)));
        try
        {
            var sent = await _gateway.AsAsync("leader", "zy", "L001");
            var received = await (await sent.SendAsync("/api/receptions", Body("dg", null, "visit"))).JsonAsync(201);
            Assert.Equal(("L001", "zy"), (received.GetProperty("owner").GetProperty("leaderId").GetString(), received.GetProperty("owner").GetProperty("court").GetString()));
            await (await sent.SendAsync("/api/receptions", Body("xs", null, "visit"))).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }
        finally
        {
            september.Set(September.Monday);
        }
    }

    private async Task<string?> OwnerAsync(string court, string? at, string channel)
    {
        var answer = await (await (await _gateway.AsAsync("clerk", court)).SendAsync("/api/receptions", Body(court, at, channel))).JsonAsync(201);
        return answer.GetProperty("owner") is { ValueKind: System.Text.Json.JsonValueKind.Object } owner ? owner.GetProperty("leaderId").GetString() : null;
    }

    private static JsonObject Body(string court, string? at, string channel)
    {
        var body = Some.Reception(court: court, channel: channel, receivedBy: null);
        if (at is not null)
            body["occurredAt"] = at;
        return body;
    }
}
