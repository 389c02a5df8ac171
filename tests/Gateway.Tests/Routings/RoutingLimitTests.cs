using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Routings;

/// <summary>Y2, Y3, W17: the limits of routing, as days go by and as a court has set its own.</summary>
public sealed class RoutingLimitTests : IAsyncLifetime
{
    private readonly SettableTime _time = new();
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await RunningGateway.StartAsync(
        customise: builder => builder.Services.AddSingleton<TimeProvider>(_time), settings: ["--Routings:LimitsOf:xs:routeTrial=3", "--Routings:LimitsOf:xs:objectTrial=1"]);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("dg", "firstTrial", 15, 5, "Y2")]
    [InlineData("dg", "firstEnforcement", 2, 3, "Y3")]
    [InlineData("xs", "firstTrial", 3, 1, "Y2")]
    [InlineData("xs", "firstEnforcement", 2, 3, "Y3")]
    public async Task In_time_is_until_24_o_clock_of_the_last_day_and_an_objection_after_its_own_is_refused_with_the_day(string court, string kind, int route, int until, string rule)
    {
        var clerk = await _gateway.AsAsync("clerk", court);
        var (first, second) = (await RegisterAsync(clerk, kind), await RegisterAsync(clerk, kind));
        ToLastMinute(route);
        clerk = await _gateway.AsAsync("clerk", court);
        Assert.Equal("due", await DueAsync(clerk, first));
        Assert.False((await RouteAsync(clerk, first, kind)).GetProperty("late").GetBoolean());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("overdue", await DueAsync(clerk, second));
        Assert.True((await RouteAsync(clerk, second, kind)).GetProperty("late").GetBoolean());
        Assert.Equal("metLate", await DueAsync(clerk, second));

        ToLastMinute(until - 1); // The first one was routed a minute before midnight.
        clerk = await _gateway.AsAsync("clerk", court);
        await (await clerk.SendAsync($"/api/routings/{first}/object", Objection())).JsonAsync(200);
        var lastDay = _time.InTheCity().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        ToLastMinute(1);
        _time.Advance(TimeSpan.FromMinutes(1));
        clerk = await _gateway.AsAsync("clerk", court);
        var refused = await (await clerk.SendAsync($"/api/routings/{second}/object", Objection())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "objection-late");
        Assert.Equal(rule, refused.GetProperty("rule").GetString());
        Assert.Contains(lastDay, refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The last minute of the day that is so many days ahead; from the last minute of a day, one day is the next.</summary>
    private void ToLastMinute(int days)
    {
        var now = _time.InTheCity();
        _time.Advance(new DateTimeOffset(now.Date.AddDays(days).AddHours(23).AddMinutes(59), now.Offset) - now);
    }

    private async Task<string> RegisterAsync(HttpClient clerk, string kind) =>
        (await (await clerk.SendAsync("/api/routings", Some.Routing(kind, _time.Day()))).JsonAsync(201)).GetProperty("routingId").GetString()!;

    private static async Task<JsonElement> RouteAsync(HttpClient clerk, string id, string kind) =>
        await (await clerk.SendAsync($"/api/routings/{id}/route", new JsonObject
        {
            ["relatedCaseNumber"] = "（2024）鲁9902民初17号",
            ["receiver"] = new JsonObject { ["name"] = "李法官", ["division"] = "民一庭" },
            ["ground"] = kind == "firstTrial" ? "refiled" : "resumed",
        })).JsonAsync(200);

    private static async Task<string> DueAsync(HttpClient clerk, string id) =>
        (await (await clerk.GetAsync($"/api/routings/{id}")).JsonAsync(200)).GetProperty("due").GetString()!;

    private static JsonObject Objection() => new() { ["kind"] = "mismatch", ["reason"] = "当事人不同" };
}
