using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>What staff reviews are fed with (Y7): facts by official out of the registers, without points, ranks or anything of who petitions.</summary>
public sealed class StaffReviewTests
{
    private const string Address = "/api/reports/staff-reviews";

    [Fact]
    public async Task Each_officials_duties_are_told_as_the_registers_have_them()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var (clerk, office) = (await gateway.AsAsync("clerk"), await gateway.AsAsync("office"));
        await RequestAsync(clerk, "赵六", "onTheSpot");
        await FinishAsync(clerk, await RequestAsync(clerk, "赵六", "promised"));
        await RequestAsync(clerk, "钱七", "promised");
        await FinishAsync(clerk, await RequestAsync(clerk, "钱七", "complex"));

        var slip = await (await clerk.SendAsync("/api/routings", Some.Routing())).JsonAsync(201);
        var route = new JsonObject
        {
            ["relatedCaseNumber"] = "（2020）鲁9902民初17号",
            ["receiver"] = new JsonObject { ["name"] = "李法官", ["division"] = "民一庭" },
            ["ground"] = "refiled",
        };
        await (await clerk.SendAsync($"/api/routings/{Text(slip, "routingId")}/route", route)).JsonAsync(200);

        var desk = Text(await (await office.SendAsync("/api/errand-desks", Some.ErrandDesk())).JsonAsync(201), "deskId");
        var complaint = Text(await (await clerk.SendAsync("/api/complaints", Some.Complaint(desk))).JsonAsync(201), "complaintId");
        await (await clerk.SendAsync("/api/complaints", Some.Complaint(desk))).JsonAsync(201);
        await (await office.SendAsync($"/api/complaints/{complaint}/circulate", new JsonObject { ["division"] = "执行局" })).JsonAsync(200);

        var told = await (await office.GetAsync(Address)).JsonAsync(200);
        Assert.Equal(
            ["东港区人民法院,赵六,2,1,1,0,0,0,0,0", "东港区人民法院,钱七,2,0,0,0,0,1,0,1"],
            Table(told, "requests"));
        Assert.Equal(["东港区人民法院,民一庭,李法官,1,0,0,0,0.00"], Table(told, "routings"));
        Assert.Equal(["东港区人民法院,高专员,2,1,0"], Table(told, "officers"));
        Assert.Equal(["东港区人民法院,执行局,1,0,0,0,0"], Table(told, "divisions"));
        Assert.DoesNotContain("邹宁一", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("得分", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_ledgers_were_checked_and_put_right_is_told_by_court_and_division()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var (supervisor, office) = (await gateway.AsAsync("supervisor", "zy"), await gateway.AsAsync("office"));
        var check = Text(await (await supervisor.SendAsync("/api/on-site-checks", Some.OnSiteCheck())).JsonAsync(201), "checkId");
        await (await office.SendAsync($"/api/on-site-checks/{check}/rectify", new JsonObject { ["measures"] = "已补登" })).JsonAsync(200);
        var own = Some.OnSiteCheck();
        (own["division"], own["on"], own["to"]) = ("执行局", Some.Day(-1), Some.Day(-1));
        await (await office.SendAsync("/api/on-site-checks", own)).JsonAsync(201);
        await (await supervisor.SendAsync("/api/on-site-checks", Some.OnSiteCheck("xs"))).JsonAsync(201);
        var span = $"{Address}?from={Some.Day(-1)}&to={Some.Day(0)}";
        Assert.Equal(
            ["东港区人民法院,全院,1,1,1,0,1,1,0,0,0", "东港区人民法院,执行局,1,0,1,0,1,0,0,1,0"],
            Table(await (await office.GetAsync(span)).JsonAsync(200), "checks"));
        Assert.Equal(3, Table(await (await supervisor.GetAsync(span)).JsonAsync(200), "checks").Length);
        Assert.Single(Table(await (await supervisor.GetAsync($"{Address}?from={Some.Day(-1)}&to={Some.Day(-1)}")).JsonAsync(200), "checks"));
    }

    [Fact]
    public async Task What_goes_on_after_the_publication_was_not_told_wrongly()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var (clerk, office) = (await gateway.AsAsync("clerk"), await gateway.AsAsync("office"));
        var desk = Text(await (await office.SendAsync("/api/errand-desks", Some.ErrandDesk())).JsonAsync(201), "deskId");
        var complaint = Text(await (await clerk.SendAsync("/api/complaints", Received(desk))).JsonAsync(201), "complaintId");
        var slip = Text(await (await clerk.SendAsync("/api/routings", Some.Routing(day: Some.Day(-1)))).JsonAsync(201), "routingId");
        var period = new JsonObject { ["from"] = Some.Day(-7), ["to"] = Some.Day(-1) };
        await (await office.SendAsync($"{Address}/publish", period)).JsonAsync(200);

        await (await office.SendAsync($"/api/complaints/{complaint}/circulate", new JsonObject { ["division"] = "执行局" })).JsonAsync(200);
        var route = new JsonObject
        {
            ["relatedCaseNumber"] = "（2020）鲁9902民初17号",
            ["receiver"] = new JsonObject { ["name"] = "李法官", ["division"] = "民一庭" },
            ["ground"] = "refiled",
        };
        await (await clerk.SendAsync($"/api/routings/{slip}/route", route)).JsonAsync(200);
        Assert.Empty(await PendingAsync());
        await (await clerk.SendAsync("/api/complaints", Received(desk))).JsonAsync(201);
        Assert.Equal(("接收", "1", "2"), await PendingAsync() is [var line] ? (Text(line, "column"), Text(line, "was"), Text(line, "is")) : default);

        JsonObject Received(string at)
        {
            var body = Some.Complaint(at);
            body["receivedOn"] = Some.Day(-1);
            return body;
        }

        async Task<JsonElement[]> PendingAsync() =>
            [.. (await (await office.GetAsync($"{Address}?from={Some.Day(-7)}&to={Some.Day(-1)}")).JsonAsync(200)).GetProperty("pending").EnumerateArray()];
    }

    [Fact]
    public async Task A_court_sees_its_own_officials_and_the_city_all()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RequestAsync(await gateway.AsAsync("clerk"), "赵六", "onTheSpot");
        Assert.Empty(Table(await (await (await gateway.AsAsync("office", "xs")).GetAsync(Address)).JsonAsync(200), "requests"));
        Assert.Single(Table(await (await (await gateway.AsAsync("supervisor", "zy")).GetAsync(Address)).JsonAsync(200), "requests"));
        using var refused = await (await gateway.AsAsync("clerk")).GetAsync(Address);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<string> RequestAsync(HttpClient clerk, string responsible, string handling)
    {
        var request = Some.FirstRequest(handling: handling);
        request["responsible"] = responsible;
        if (handling == "promised")
            request["dueOn"] = Some.Day(3);
        return Text(await (await clerk.SendAsync("/api/first-requests", request)).JsonAsync(201), "requestId");
    }

    private static async Task FinishAsync(HttpClient clerk, string request) =>
        await (await clerk.SendAsync($"/api/first-requests/{request}/finish", new JsonObject { ["result"] = "已答复" })).JsonAsync(200);

    private static string[] Table(JsonElement product, string id) =>
    [
        .. product.GetProperty("report").GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("tables").EnumerateArray()).Single(t => Text(t, "id") == id)
            .GetProperty("rows").EnumerateArray().Select(r => string.Join(',', r.EnumerateArray())),
    ];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
