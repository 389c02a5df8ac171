using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.ErrandDesks;

/// <summary>Y6, W17: the days to check a complaint, as a court has set its own.</summary>
public sealed class ComplaintLimitTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await RunningGateway.StartAsync(settings: ["--ErrandDesks:LimitsOf:xs:check=2"]);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("dg", 5)]
    [InlineData("xs", 2)]
    public async Task A_complaint_that_circulates_without_a_day_of_its_own_gets_that_of_its_court(string court, int days)
    {
        var office = await _gateway.AsAsync("office", court);
        var desk = await (await office.SendAsync("/api/errand-desks", new JsonObject { ["name"] = "一号窗口", ["officer"] = "高专员" })).JsonAsync(201);
        var complaint = await (await office.SendAsync(
            "/api/complaints", new JsonObject { ["deskId"] = desk.GetProperty("deskId").GetString(), ["channel"] = "visit", ["content"] = "办不成" })).JsonAsync(201);
        var circulated = await (await office.SendAsync(
            $"/api/complaints/{complaint.GetProperty("complaintId").GetString()}/circulate", new JsonObject { ["division"] = "执行局" })).JsonAsync(200);
        Assert.Equal(Some.Day(days), circulated.GetProperty("dueOn").GetString());
    }
}
