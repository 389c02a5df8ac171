using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.ErrandDesks;

/// <summary>Y6: every open desk has a named officer.</summary>
public sealed class ErrandDeskTests(Started started) : IClassFixture<Started>
{
    private const string Desks = "/api/errand-desks";

    [Fact]
    public async Task A_desk_is_opened_gets_another_officer_and_is_closed()
    {
        var (office, judge) = (await started.Gateway.AsAsync("office", "nw"), await started.Gateway.AsAsync("judge", "nw"));
        var desk = await (await office.SendAsync(Desks, Some.ErrandDesk())).JsonAsync(201);
        Assert.Equal(("nw", "高专员", CityTime.Today, JsonValueKind.Null), (Text(desk, "court"), Text(desk, "officer"), Text(desk, "openedOn"), desk.GetProperty("closedOn").ValueKind));
        var named = await (await office.SendAsync(At(desk, "officer"), Officer())).JsonAsync(200);
        Assert.Equal("尹专员", Text(named, "officer"));
        var line = Assert.Single((await (await judge.GetAsync(Desks)).JsonAsync(200)).GetProperty("items").EnumerateArray());
        Assert.Equal(("尹专员", "轮岗", "诉讼服务大厅"), (Text(line, "officer"), Text(line, "reason"), Text(line, "place")));
        await (await office.SendAsync(At(desk, "close"), new JsonObject { ["reason"] = "并入二号窗口" })).JsonAsync(200);
        await (await office.SendAsync(At(desk, "officer"), Officer("高专员"))).IsProblemAsync(HttpStatusCode.Conflict, "desk-closed");
        line = Assert.Single((await (await judge.GetAsync(Desks)).JsonAsync(200)).GetProperty("items").EnumerateArray());
        Assert.Equal((CityTime.Today, "并入二号窗口"), (Text(line, "closedOn"), Text(line, "reason")));
        var complaint = Some.Complaint(Text(desk, "deskId"));
        await (await office.SendAsync("/api/complaints", complaint)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "desk-closed", "deskId");
    }

    [Fact]
    public async Task An_office_keeps_its_own_desks_and_the_supervisor_those_of_the_city()
    {
        var (office, other, supervisor) = (await started.Gateway.AsAsync("office"), await started.Gateway.AsAsync("office", "xs"), await started.Gateway.AsAsync("supervisor", "zy"));
        var desk = await (await office.SendAsync(Desks, Some.ErrandDesk())).JsonAsync(201);
        await (await other.SendAsync(At(desk, "close"), new JsonObject { ["reason"] = "误设" })).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.SendAsync($"{Desks}/nobody/close", new JsonObject { ["reason"] = "误设" })).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.GetAsync($"{Desks}?court=dg")).IsProblemAsync(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(Text(desk, "deskId"), await other.GetStringAsync(Desks), StringComparison.Ordinal);
        Assert.Contains(Text(desk, "deskId"), await supervisor.GetStringAsync($"{Desks}?court=dg"), StringComparison.Ordinal);
        Assert.DoesNotContain(Text(desk, "deskId"), await supervisor.GetStringAsync($"{Desks}?court=xs"), StringComparison.Ordinal);
        await (await supervisor.SendAsync(At(desk, "officer"), Officer())).JsonAsync(200);

        var elsewhere = Some.ErrandDesk();
        elsewhere["court"] = "xs";
        await (await office.SendAsync(Desks, elsewhere.DeepClone())).IsProblemAsync(HttpStatusCode.Forbidden, "not-your-court");
        Assert.Equal("xs", Text(await (await supervisor.SendAsync(Desks, elsewhere.DeepClone())).JsonAsync(201), "court"));
        Assert.Equal("zy", Text(await (await supervisor.SendAsync(Desks, Some.ErrandDesk())).JsonAsync(201), "court"));
        elsewhere["court"] = "qq";
        await (await supervisor.SendAsync(Desks, elsewhere)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "court");
    }

    [Fact]
    public async Task An_opening_sent_twice_opens_one_desk_and_a_desk_without_officer_is_none()
    {
        var office = await started.Gateway.AsAsync("office", "kf");
        var first = await (await office.SendAsync(Desks, Some.ErrandDesk(), key: "desk-1")).JsonAsync(201);
        var again = await (await office.SendAsync(Desks, Some.ErrandDesk(), key: "desk-1")).JsonAsync(201);
        Assert.Equal(Text(first, "deskId"), Text(again, "deskId"));
        var problem = await (await office.SendAsync(Desks, new JsonObject { ["officer"] = " " })).JsonAsync(400);
        Assert.Superset(new HashSet<string> { "name", "officer" }, problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ToHashSet());
    }

    private static JsonObject Officer(string name = "尹专员") => new() { ["officer"] = name, ["reason"] = "轮岗" };

    private static string At(JsonElement desk, string step) => $"{Desks}/{Text(desk, "deskId")}/{step}";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
