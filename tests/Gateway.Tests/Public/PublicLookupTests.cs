using System.Net;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Public;

public sealed class PublicLookupTests
{
    [Fact]
    public async Task The_holder_of_a_receipt_sees_status_and_owner_and_nothing_personal()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var reception = Some.Reception();
        var code = (await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", reception)).JsonAsync(201)).GetProperty("queryCode").GetString()!;
        var seen = await (await gateway.Http.GetAsync($"/public/cases/{code}")).JsonAsync(200);
        Assert.Equal("open", seen.GetProperty("status").GetString());
        Assert.NotEqual("", seen.GetProperty("owner").GetProperty("name").GetString());
        Assert.Equal(2, seen.GetProperty("due").GetArrayLength());
        Assert.DoesNotContain("邹宁一", seen.ToString(), StringComparison.Ordinal);

        using var receipt = await gateway.Http.GetAsync($"/public/cases/{code}/receipt");
        Assert.Equal(("text/html", true), (receipt.Content.Headers.ContentType?.MediaType, receipt.Headers.CacheControl?.NoStore));
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", Assert.Single(receipt.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("no-referrer", Assert.Single(receipt.Headers.GetValues("Referrer-Policy"))); // Its address holds the code.
        Assert.DoesNotContain("邹宁一", await receipt.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G1_G2_what_is_due_is_counted_from_the_visit_and_not_from_its_late_entry()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var reception = Some.Reception();
        var visit = CityTime.Running.InTheCity().AddDays(-6);
        reception["occurredAt"] = visit;
        var code = (await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", reception)).JsonAsync(201)).GetProperty("queryCode").GetString()!;
        var due = (await (await gateway.Http.GetAsync($"/public/cases/{code}")).JsonAsync(200)).GetProperty("due");
        var day = DateOnly.FromDateTime(visit.DateTime);
        Assert.Equal(
            [("G1", day.AddDays(7)), ("G2", day.AddMonths(3))],
            due.EnumerateArray().Select(d => (d.GetProperty("rule").GetString(), DateOnly.Parse(d.GetProperty("on").GetString()!, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Whoever_guesses_codes_must_wait_and_nobody_waits_for_codes_that_exist()
    {
        await using var gateway = await RunningGateway.StartAsync(settings: ["--Limits:GuessesPerWindow=3"]);
        var code = (await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201)).GetProperty("queryCode").GetString()!;
        for (var i = 0; i < 10; i++)
            await (await gateway.Http.GetAsync($"/public/cases/{code}")).JsonAsync(200);
        foreach (var guess in new[] { "AAAAAAAAAAAA", "AAAAAAAAAAAB", "short" })
            await (await gateway.Http.GetAsync($"/public/cases/{guess}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        var refused = await gateway.Http.GetAsync("/public/cases/AAAAAAAAAAAC");
        await refused.IsProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task Behind_a_proxy_that_is_believed_nobody_waits_for_another_ones_guesses()
    {
        await using var gateway = await RunningGateway.StartAsync(settings: ["--Limits:GuessesPerWindow=3", "--ForwardedHeaders_Enabled=true"]);
        for (var i = 0; i < 3; i++)
            await (await AskAsync(gateway, "203.0.113.7")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await AskAsync(gateway, "203.0.113.7")).IsProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        await (await AskAsync(gateway, "203.0.113.8")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningGateway gateway, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/public/cases/AAAAAAAAAAAA");
        request.Headers.Add("X-Forwarded-For", from);
        return await gateway.Http.SendAsync(request);
    }
}
