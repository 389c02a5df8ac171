using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Rosters;

/// <summary>W16 over HTTP: told a day before or refused, one winner of a race.</summary>
public sealed class SwapTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Begin = new(2026, 9, 15, 8, 30, 0, TimeSpan.FromHours(8));
    private readonly September _september = new();

    private RunningGateway Gateway => _september.Gateway;

    /// <summary>Tuesday morning is L012's, Thursday L014's and L013's; both days keep a court leader after any of the swaps.</summary>
    public async Task InitializeAsync()
    {
        await _september.InitializeAsync();
        var office = await Gateway.AsAsync("office");
        await (await office.SendAsync(September.Address("dg", 15), September.Day("L012", "L011"), method: HttpMethod.Put)).JsonAsync(200);
        await (await office.SendAsync(September.Address("dg", 17), September.Day("L014", "L013"), method: HttpMethod.Put)).JsonAsync(200);
    }

    public Task DisposeAsync() => _september.DisposeAsync();

    [Fact]
    public async Task Told_25_hours_before_it_is_taken_and_23_hours_before_it_is_refused_with_W16()
    {
        var swap = await ProposeAsync("L012", "afternoon");
        _september.Set(Begin.AddHours(-23));
        var refused = await (await SettleAsync(swap, "L013", "accept")).JsonAsync(422);
        Assert.Equal("W16", refused.GetProperty("rule").GetString());
        Assert.Equal("L012", await _september.LeaderAsync("dg", "2026-09-15", "morning"));
        await (await (await Gateway.AsAsync("leader", subject: "L012")).SendAsync("/api/rosters/dg/swaps", Body("afternoon"))).JsonAsync(422);

        _september.Set(Begin.AddHours(-25));
        var accepted = await (await SettleAsync(swap, "L013", "accept")).JsonAsync(200);
        Assert.Equal("accepted", accepted.GetProperty("status").GetString());
        Assert.Equal("L013", await _september.LeaderAsync("dg", "2026-09-15", "morning"));
        Assert.Equal("L012", await _september.LeaderAsync("dg", "2026-09-17", "afternoon"));
    }

    [Fact]
    public async Task Of_two_swaps_racing_for_one_shift_one_wins_and_the_other_is_told()
    {
        var one = await ProposeAsync("L012", "afternoon");
        var other = await ProposeAsync("L012", "morning");
        var answers = await Task.WhenAll(SettleAsync(one, "L013", "accept"), SettleAsync(other, "L014", "accept"));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        var lost = await Assert.Single(answers, a => a.StatusCode != HttpStatusCode.OK).JsonAsync(409);
        Assert.Equal(("W16", "/problems/swap-lapsed"), (lost.GetProperty("rule").GetString(), lost.GetProperty("type").GetString()));
        var list = await (await (await Gateway.AsAsync("office")).GetAsync("/api/rosters/dg/swaps")).JsonAsync(200);
        Assert.Equal(["accepted", "lapsed"], list.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("status").GetString()).Order());
    }

    [Fact]
    public async Task A_proposal_sent_twice_is_one_swap()
    {
        var leader = await Gateway.AsAsync("leader", subject: "L012");
        var first = await (await leader.SendAsync("/api/rosters/dg/swaps", Body("afternoon"), "swap-1")).JsonAsync(201);
        var again = await (await leader.SendAsync("/api/rosters/dg/swaps", Body("afternoon"), "swap-1")).JsonAsync(201);
        Assert.Equal(first.GetProperty("swapId").GetString(), again.GetProperty("swapId").GetString());
    }

    [Fact]
    public async Task Nobody_swaps_for_another_and_a_swap_that_is_not_there_is_not_found()
    {
        var stranger = await Gateway.AsAsync("leader", subject: "L016");
        await (await stranger.SendAsync("/api/rosters/dg/swaps", Body("afternoon"))).IsProblemAsync(HttpStatusCode.Forbidden, "not-your-shift");
        var swap = await ProposeAsync("L012", "afternoon");
        await (await SettleAsync(swap, "L016", "accept")).IsProblemAsync(HttpStatusCode.Forbidden, "not-asked");
        await (await SettleAsync($"2026-09.{Guid.Empty:N}", "L016", "accept")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await SettleAsync("x", "L016", "accept")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_swap_moves_future_duty_and_never_who_owns_a_case()
    {
        var number = Some.ResidentNumber();
        var clerk = await Gateway.AsAsync("clerk");
        var received = await (await clerk.SendAsync("/api/receptions", Some.Reception(number))).JsonAsync(201);
        await (await SettleAsync(await ProposeAsync("L012", "afternoon"), "L013", "accept")).JsonAsync(200);
        var found = await (await clerk.SendAsync("/api/ownership/lookup", new JsonObject { ["caseId"] = received.GetProperty("caseId").GetString() })).JsonAsync(200);
        Assert.Equal("L012", found.GetProperty("cases")[0].GetProperty("owner").GetProperty("leaderId").GetString());
    }

    private static JsonObject Body(string theirs) => new()
    {
        ["mine"] = new JsonObject { ["date"] = "2026-09-15", ["shift"] = "morning" },
        ["theirs"] = new JsonObject { ["date"] = "2026-09-17", ["shift"] = theirs },
    };

    private async Task<string> ProposeAsync(string by, string theirs)
    {
        var answer = await (await (await Gateway.AsAsync("leader", subject: by)).SendAsync("/api/rosters/dg/swaps", Body(theirs))).JsonAsync(201);
        return answer.GetProperty("swapId").GetString()!;
    }

    private async Task<HttpResponseMessage> SettleAsync(string swap, string by, string act) =>
        await (await Gateway.AsAsync("leader", subject: by)).PostAsync($"/api/rosters/dg/swaps/{swap}/{act}", null);
}
