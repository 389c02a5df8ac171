using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using PetitionMesh.Gateway.Tests.Rosters;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Gateway.Tests.ReceptionDays;

/// <summary>S7 over HTTP: a leader's reception day from its announcement to its last appointment, and what the screen shows of it.</summary>
public sealed class ReceptionDayTests : IAsyncLifetime
{
    private const string Day = "/api/reception-days/dg/2026-09-10";
    private const string Appointments = $"{Day}/appointments";
    private static readonly DateTimeOffset Begin = new(2026, 9, 10, 13, 30, 0, TimeSpan.FromHours(8));
    private readonly September _september = new();
    private readonly Dictionary<string, JsonObject> _sent = [];

    private RunningGateway Gateway => _september.Gateway;

    /// <summary>Thursday 10 September: L012 and L013 have the half-day shifts, so the president is free for his reception day.</summary>
    public async Task InitializeAsync()
    {
        await _september.InitializeAsync();
        var office = await Gateway.AsAsync("office");
        await (await office.SendAsync(September.Address("dg", 10), September.Day("L012", "L013"), method: HttpMethod.Put)).JsonAsync(200);
    }

    public Task DisposeAsync() => _september.DisposeAsync();

    [Fact]
    public async Task From_announcement_to_attendance_the_screen_shows_numbers_and_never_a_person()
    {
        var announced = await AnnounceAsync(capacity: 3);
        Assert.Equal(("L011", "open", 3), (Text(announced, "leader"), Text(announced, "status"), announced.GetProperty("capacity").GetInt32()));
        Assert.Equal("L011", await _september.LeaderAsync("dg", "2026-09-10", "receptionDay"));
        Assert.Equal("L012", await _september.LeaderAsync("dg", "2026-09-10", "morning"));

        var first = await BookAsync("book-1");
        Assert.Equal(("dg-20260910-01", "2026-09-10T13:30:00+08:00", "booked"), (Text(first, "number"), Text(first, "for"), Text(first, "status")));
        Assert.Equal(first.GetRawText(), (await BookAsync("book-1")).GetRawText());
        var second = await BookAsync("book-2");
        Assert.Equal(("dg-20260910-02", "2026-09-10T14:40:00+08:00"), (Text(second, "number"), Text(second, "for")));

        await CancelAsync("dg-20260910-01");
        var third = await BookAsync("book-3");
        Assert.Equal(("dg-20260910-03", "2026-09-10T13:30:00+08:00"), (Text(third, "number"), Text(third, "for")));
        var list = await ListAsync();
        Assert.Equal(["cancelled", "booked", "booked"], list.Select(a => Text(a, "status")));
        Assert.Equal((null, "邹宁一", "10053198970"), (Text(list[0], "name"), Text(list[1], "name"), Text(list[1], "phone")));

        _september.Set(Begin.AddMinutes(20));
        var received = await ReceiveAsync("dg-20260910-03", "come-3");
        Assert.Equal("L011", received.GetProperty("owner").GetProperty("leaderId").GetString());
        Assert.Equal(Text(received, "receptionId"), Text(await ReceiveAsync("dg-20260910-03", "come-3"), "receptionId"));
        var screen = await ScreenAsync();
        foreach (var part in (string[])["领导接待日", "今日", "二楼接待室", "dg-20260910-02 14:40", "dg-20260910-03 13:30（已接待）", "涉执行事项"])
            Assert.Contains(part, screen, StringComparison.Ordinal);
        foreach (var hidden in (string[])["邹宁一", "10053198970", "房屋", "dg-20260910-01"])
            Assert.DoesNotContain(hidden, screen, StringComparison.Ordinal);

        _september.Set(Begin.AddHours(4));
        await SweepAsync();
        await SweepAsync();
        list = await ListAsync();
        Assert.Equal(["cancelled", "missed", "attended"], list.Select(a => Text(a, "status")));
        Assert.All(list, a => Assert.Null(Text(a, "name")));
        Assert.Equal(Text(received, "receptionId"), Text(list[2], "receptionId"));

        // Written down later the same day, the visit was one all the same.
        await ReceiveAsync("dg-20260910-02", "come-2", Begin.AddHours(1));
        Assert.Equal("attended", Text((await ListAsync())[1], "status"));
    }

    [Fact]
    public async Task The_screen_gives_the_same_as_data_and_the_list_says_who_is_in_charge()
    {
        await AnnounceAsync(leader: "L014");
        await BookAsync("book");
        var clerk = await Gateway.AsAsync("clerk");
        var data = await (await clerk.GetAsync("/public/duty/dg?format=json")).JsonAsync(200);
        var day = Assert.Single(data.GetProperty("receptionDays").EnumerateArray());
        Assert.Equal(("2026-09-10", "L014", "二楼接待室", 9), (
            Text(day, "date"), Text(day.GetProperty("leader"), "leaderId"), Text(day, "place"), day.GetProperty("remaining").GetInt32()));
        Assert.Equal("dg-20260910-01", Text(day.GetProperty("appointments")[0], "number"));
        Assert.Equal(7, data.GetProperty("days").GetArrayLength());
        Assert.DoesNotContain("邹宁一", data.GetRawText(), StringComparison.Ordinal);
        await (await clerk.GetAsync("/public/duty/dg?format=csv")).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "format");

        foreach (var (about, inCharge) in new[] { ("执行局", true), ("民一庭", false) })
        {
            var list = await (await clerk.GetAsync($"/api/reception-days/dg?from=2026-09-07&about={Uri.EscapeDataString(about)}")).JsonAsync(200);
            Assert.Equal(inCharge, list.GetProperty("items")[0].GetProperty("inCharge").GetBoolean());
        }
    }

    [Fact]
    public async Task S7_a_full_closed_late_or_leaderless_day_takes_no_appointment()
    {
        await IsRefusedAsync(Appointments, Booking(), 422, "no-reception-day");
        await AnnounceAsync(capacity: 1);
        await BookAsync("only");
        await IsRefusedAsync(Appointments, Booking(), 409, "day-full");
        await IsRefusedAsync(Day, Announcement(capacity: 2), 409, "has-appointments", "office");
        await CancelAsync("dg-20260910-01");

        await AnnounceAsync(capacity: 4);
        await (await (await Gateway.AsAsync("office")).SendAsync($"{Day}/close", Reason("名额留作补充"))).JsonAsync(200);
        await IsRefusedAsync(Appointments, Booking(), 409, "booking-closed");
        await AnnounceAsync(capacity: 4);

        var leave = new JsonObject { ["leader"] = "L011", ["from"] = "2026-09-10", ["to"] = "2026-09-10" };
        var office = await Gateway.AsAsync("office");
        await (await office.SendAsync("/api/rosters/dg/leaves", leave)).JsonAsync(200);
        await IsRefusedAsync(Appointments, Booking(), 422, "leader-not-on-day");
        Assert.Equal(("closed", 0), await OfferedAsync(office, "/api/reception-days/dg?from=2026-09-10", "items"));
        Assert.Equal(("closed", 0), await OfferedAsync(office, "/public/duty/dg?format=json", "receptionDays"));
        await (await office.SendAsync("/api/rosters/dg/leaves/end", leave)).JsonAsync(200);
        await AnnounceAsync(capacity: 4);
        Assert.Equal(("open", 4), await OfferedAsync(office, "/public/duty/dg?format=json", "receptionDays"));

        _september.Set(Begin.AddHours(-2).AddSeconds(1));
        await IsRefusedAsync(Appointments, Booking(), 422, "booking-too-late");
        _september.Set(Begin.AddHours(-2));
        await BookAsync("just-in-time");
    }

    [Fact]
    public async Task S7_what_cannot_be_announced_called_off_or_cancelled_is_refused()
    {
        await IsRefusedAsync(Day, Announcement(capacity: 50), 422, "capacity", "office");
        await IsRefusedAsync("/api/reception-days/dg/2026-10-12", Announcement(), 409, "not-published", "office");
        await (await (await Gateway.AsAsync("office")).SendAsync(Day, Announcement(leader: "L012"))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "twice-a-day", "leader");
        await (await (await Gateway.AsAsync("office", "kf")).SendAsync(Day, Announcement())).IsProblemAsync(HttpStatusCode.Forbidden, "not-the-office");
        await (await (await Gateway.AsAsync("office")).SendAsync(Day, new JsonObject { ["shift"] = "morning" })).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "place");
        var afterHours = Announcement();
        afterHours["shift"] = "afterHours";
        await IsRefusedAsync(Day, afterHours, 422, "invalid", "office");
        await IsRefusedAsync($"{Day}/withdraw", Reason("改期"), 422, "no-reception-day", "office");

        await AnnounceAsync();
        await BookAsync("a");
        await BookAsync("b");
        await (await (await Gateway.AsAsync("clerk", "kf")).SendAsync(Appointments, Booking())).IsProblemAsync(HttpStatusCode.Forbidden, "other-court");
        await (await (await Gateway.AsAsync("clerk", "kf")).GetAsync(Appointments)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await (await Gateway.AsAsync("clerk")).SendAsync("/api/appointments/dg-20260910-09/cancel", Reason("误约"))).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await (await Gateway.AsAsync("clerk")).SendAsync("/api/appointments/x/cancel", Reason("误约"))).IsProblemAsync(HttpStatusCode.NotFound, "not-found");

        // Called off, its people can still be told; announced anew, numbers go on.
        await (await (await Gateway.AsAsync("office")).SendAsync($"{Day}/withdraw", Reason("领导出差"))).JsonAsync(200);
        Assert.All(await ListAsync(), a => Assert.Equal(("cancelled", "邹宁一"), (Text(a, "status"), Text(a, "name"))));
        Assert.Contains("已取消", await ScreenAsync(), StringComparison.Ordinal);
        Assert.Null(await _september.LeaderAsync("dg", "2026-09-10", "receptionDay"));
        Assert.Equal(("L012", "L013"), (await _september.LeaderAsync("dg", "2026-09-10", "morning"), await _september.LeaderAsync("dg", "2026-09-10", "afternoon")));
        await IsRefusedAsync(Appointments, Booking(), 422, "no-reception-day");
        await AnnounceAsync(capacity: 5);
        Assert.Equal("dg-20260910-03", Text(await BookAsync("c"), "number"));

        _september.Set(Begin.AddMinutes(1));
        await IsRefusedAsync($"{Day}/withdraw", Reason("领导出差"), 409, "day-begun", "office");
        await IsRefusedAsync(Day, Announcement(capacity: 6), 409, "day-begun", "office");
        await ReceiveAsync("dg-20260910-03", "came");
        await IsRefusedAsync("/api/appointments/dg-20260910-03/cancel", Reason("误约"), 409, "appointment-attended");
    }

    [Fact]
    public async Task S7_a_reception_names_an_appointment_of_its_own_court_and_day_once()
    {
        await AnnounceAsync();
        await BookAsync("a");
        await BookAsync("b");
        await BookAsync("c");
        await CancelAsync("dg-20260910-03");
        var clerk = await Gateway.AsAsync("clerk");
        await IsRefusedAsync("/api/receptions", Reception("dg-20260910-01"), 422, "appointment-other-day");
        _september.Set(Begin.AddMinutes(5));
        await ReceiveAsync("dg-20260910-01", "came");
        await IsRefusedAsync("/api/receptions", Reception("dg-20260910-01"), 422, "appointment-attended");
        await IsRefusedAsync("/api/receptions", Reception("dg-20260910-03"), 422, "appointment-cancelled");
        await IsRefusedAsync("/api/receptions", Reception("dg-20260910-44"), 422, "unknown-appointment");
        await IsRefusedAsync("/api/receptions", Reception("今天下午"), 422, "unknown-appointment");
        var elsewhere = Some.Reception(court: "kf", receivedBy: "L044");
        elsewhere["appointment"] = "dg-20260910-02";
        await IsRefusedAsync("/api/receptions", elsewhere, 422, "appointment-elsewhere", court: "kf");

        _september.Set(Begin.AddHours(4));
        await SweepAsync();
        await IsRefusedAsync("/api/appointments/dg-20260910-02/cancel", Reason("未到"), 409, "appointment-missed");
    }

    [Fact]
    public async Task After_two_months_without_a_sweep_whom_to_tell_is_deleted_all_the_same()
    {
        await AnnounceAsync();
        await BookAsync("book-1");
        _september.Set(Begin.AddDays(61));
        await SweepAsync();
        var missed = Assert.Single(await ListAsync());
        Assert.Equal(("missed", null), (Text(missed, "status"), Text(missed, "name")));
    }

    [Fact]
    public async Task S7_a_day_on_which_somebody_was_received_is_not_called_off_and_keeps_its_shift()
    {
        await AnnounceAsync();
        await BookAsync("early");
        _september.Set(Begin.AddMinutes(-20));
        await ReceiveAsync("dg-20260910-01", "came-early");
        await IsRefusedAsync($"{Day}/withdraw", Reason("领导出差"), 409, "has-receptions", "office");
        Assert.Equal("L011", await _september.LeaderAsync("dg", "2026-09-10", "receptionDay"));
        Assert.Equal("attended", Text(Assert.Single(await ListAsync()), "status"));
    }

    [Fact]
    public async Task S7_a_repeat_of_calling_off_completes_it_and_leaves_a_day_announced_anew_alone()
    {
        await AnnounceAsync();
        var office = await Gateway.AsAsync("office");
        var first = await (await office.SendAsync($"{Day}/withdraw", Reason("领导出差"), "off")).JsonAsync(200);
        Assert.Equal(first.GetRawText(), (await (await office.SendAsync($"{Day}/withdraw", Reason("领导出差"), "off")).JsonAsync(200)).GetRawText());
        await AnnounceAsync(leader: "L014");
        Assert.Equal(first.GetRawText(), (await (await office.SendAsync($"{Day}/withdraw", Reason("领导出差"), "off")).JsonAsync(200)).GetRawText());
        Assert.Equal("L014", await _september.LeaderAsync("dg", "2026-09-10", "receptionDay"));
        await BookAsync("anew");
    }

    private static JsonObject Announcement(string leader = "L011", int capacity = 10) => new()
    {
        ["leader"] = leader,
        ["shift"] = "afternoon",
        ["place"] = "二楼接待室",
        ["capacity"] = capacity,
        ["topic"] = "涉执行事项",
    };

    private static JsonObject Booking() => new() { ["name"] = "邹宁一", ["phone"] = "10053198970", ["matter"] = "房屋腾退" };

    private static JsonObject Reason(string reason) => new() { ["reason"] = reason };

    private static JsonObject Reception(string appointment, DateTimeOffset? at = null)
    {
        var body = Some.Reception(receivedBy: null);
        body["appointment"] = appointment;
        if (at is { } occurredAt)
            body["occurredAt"] = occurredAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return body;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<(string? Status, int Remaining)> OfferedAsync(HttpClient client, string address, string days)
    {
        var day = Assert.Single((await (await client.GetAsync(address)).JsonAsync(200)).GetProperty(days).EnumerateArray());
        return (Text(day, "status"), day.GetProperty("remaining").GetInt32());
    }

    private async Task<JsonElement> AnnounceAsync(string leader = "L011", int capacity = 10) =>
        await (await (await Gateway.AsAsync("office")).SendAsync(Day, Announcement(leader, capacity))).JsonAsync(200);

    private async Task<JsonElement> BookAsync(string key) =>
        await (await (await Gateway.AsAsync("clerk")).SendAsync(Appointments, Booking(), key)).JsonAsync(201);

    private async Task CancelAsync(string number) =>
        await (await (await Gateway.AsAsync("clerk")).SendAsync($"/api/appointments/{number}/cancel", Reason("本人取消"))).JsonAsync(200);

    /// <summary>Sent under the same key it is the same reception.</summary>
    private async Task<JsonElement> ReceiveAsync(string appointment, string key, DateTimeOffset? at = null)
    {
        if (!_sent.TryGetValue(key, out var body))
            _sent[key] = body = Reception(appointment, at);
        return await (await (await Gateway.AsAsync("clerk")).SendAsync("/api/receptions", body, key)).JsonAsync(201);
    }

    private async Task<JsonElement[]> ListAsync() =>
        [.. (await (await (await Gateway.AsAsync("clerk")).GetAsync(Appointments)).JsonAsync(200)).GetProperty("items").EnumerateArray()];

    private async Task<string> ScreenAsync() => await (await Gateway.Http.GetAsync("/public/duty/dg")).Content.ReadAsStringAsync();

    private Task<int> SweepAsync() => Gateway.Services.GetRequiredService<IGrainFactory>()
        .GetGrain<ICourtSweepGrain>("dg").SweepAsync(_september.Now, TimeSpan.Zero);

    private async Task IsRefusedAsync(string address, JsonObject body, int status, string slug, string role = "clerk", string court = "dg")
    {
        var problem = await (await (await Gateway.AsAsync(role, court)).SendAsync(address, body)).IsProblemAsync((HttpStatusCode)status, slug);
        Assert.Equal("S7", problem.GetProperty("rule").GetString());
    }
}
