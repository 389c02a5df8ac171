using System.Net;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Reports;

public sealed class CountsTests
{
    [Fact]
    public async Task Every_registered_reception_is_in_the_next_count()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var clerk = await gateway.AsAsync("clerk");
        var (person, number) = (Some.ResidentNumber(), Some.CaseNumber());
        await (await clerk.SendAsync("/api/receptions", Some.Reception(person, caseNumber: number))).JsonAsync(201);
        await (await clerk.SendAsync("/api/receptions", Some.Reception(person, caseNumber: number, channel: "call"))).JsonAsync(201);
        var today = CityTime.Today;
        var reporter = await gateway.AsAsync("reporter", "zy");
        var counts = await (await reporter.GetAsync($"/api/reports/counts?from={today}&to={today}&by=court,channel,day")).JsonAsync(200);
        var visit = counts.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("channel").GetString() == "visit");
        Assert.Equal(("dg", 1, 1, 0), (visit.GetProperty("court").GetString(), visit.GetProperty("receptions").GetInt32(), visit.GetProperty("first").GetInt32(), visit.GetProperty("repeat").GetInt32()));
        Assert.Equal(today, visit.GetProperty("day").GetString());
        var call = counts.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("channel").GetString() == "call");
        Assert.Equal((1, 0, 1), (call.GetProperty("receptions").GetInt32(), call.GetProperty("first").GetInt32(), call.GetProperty("repeat").GetInt32()));
        Assert.True(counts.GetProperty("asOf").GetProperty("position").GetInt64() > 0);
        var whole = await (await reporter.GetAsync($"/api/reports/counts?from={today}&to={today}")).JsonAsync(200);
        Assert.Equal(2, whole.GetProperty("rows")[0].GetProperty("receptions").GetInt32());
        Assert.False(whole.GetProperty("rows")[0].TryGetProperty("court", out _));
        var office = await (await (await gateway.AsAsync("office", "xs")).GetAsync($"/api/reports/counts?from={today}&to={today}")).JsonAsync(200);
        Assert.Equal(0, office.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task A_court_that_is_named_is_counted_alone_and_an_office_names_only_its_own()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
        var address = $"/api/reports/counts?from={CityTime.Today}&to={CityTime.Today}&court=";
        var reporter = await gateway.AsAsync("reporter", "zy");
        Assert.Equal(1, (await (await reporter.GetAsync(address + "dg")).JsonAsync(200)).GetProperty("rows").GetArrayLength());
        Assert.Equal(0, (await (await reporter.GetAsync(address + "xs")).JsonAsync(200)).GetProperty("rows").GetArrayLength());
        var office = await gateway.AsAsync("office");
        Assert.Equal(1, (await (await office.GetAsync(address + "dg")).JsonAsync(200)).GetProperty("rows").GetArrayLength());
        await (await office.GetAsync(address + "xs")).IsProblemAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("from=2026-03-01&to=2026-03-02&court=qq", "court", 422)]
    [InlineData("", "from", 400)]
    [InlineData("from=2026-02-30&to=2026-03-01", "from", 400)]
    [InlineData("from=2026-03-02&to=2026-03-01", "to", 422)]
    [InlineData("from=1900-03-02&to=2026-03-01", "to", 422)]
    [InlineData("from=2026-03-01&to=2026-03-01&by=moon", "by", 400)]
    public async Task A_bad_question_is_named(string query, string field, int status)
    {
        await using var gateway = await RunningGateway.StartAsync();
        await (await (await gateway.AsAsync("reporter", "zy")).GetAsync($"/api/reports/counts?{query}")).IsProblemAsync((HttpStatusCode)status, field: field);
    }
}
