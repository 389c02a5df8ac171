using System.Net;
using System.Net.Http.Headers;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Operations;

/// <summary>What an operator sees of a process, and who may see it.</summary>
public sealed class DashboardTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task The_figures_tell_activations_calls_latencies_slow_calls_and_batches()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        await (await clerk.SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
        var figures = await (await (await started.Gateway.AsAsync("ops")).GetAsync("/dashboard/figures")).JsonAsync(200);
        var grains = figures.GetProperty("grains");
        Assert.Contains(grains.GetProperty("kinds").EnumerateArray(), k => k.GetProperty("grain").GetString()!.Contains("case", StringComparison.OrdinalIgnoreCase) && k.GetProperty("activations").GetInt32() > 0);
        Assert.All(grains.GetProperty("methods").EnumerateArray(), m => Assert.True(m.GetProperty("calls").GetInt64() > 0 && m.GetProperty("p99").GetDouble() >= m.GetProperty("p50").GetDouble()));
        var slowest = grains.GetProperty("slowest").EnumerateArray().Select(c => c.GetProperty("took").GetDouble()).ToArray();
        Assert.Equal(slowest.OrderDescending(), slowest);
        Assert.InRange(slowest.Length, 1, 10);
        Assert.Equal("serving", figures.GetProperty("state").GetString());
        var journal = figures.GetProperty("journal");
        Assert.Equal(journal.GetProperty("batches").GetInt64(), journal.GetProperty("sizes").EnumerateArray().Sum(s => s.GetInt64()));
        Assert.True(journal.GetProperty("events").GetInt64() >= journal.GetProperty("batches").GetInt64());
    }

    [Fact]
    public async Task No_figure_names_a_person_or_a_case()
    {
        var person = Some.ResidentNumber();
        var told = await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(person))).JsonAsync(201);
        var ops = await started.Gateway.AsAsync("ops");
        var shown = await ops.GetStringAsync("/dashboard/figures") + await ops.GetStringAsync("/metrics");
        Assert.DoesNotContain(person, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(told.GetProperty("caseId").GetString()!, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_opens_the_dashboard_with_the_cookie_of_an_ops_token_and_nothing_else_with_it()
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = started.Gateway.Http.BaseAddress };
        await (await browser.GetAsync("/dashboard")).IsProblemAsync(HttpStatusCode.Unauthorized);
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/dashboard/session");
        begin.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await started.Gateway.TokenAsync("ops"));
        using var begun = await browser.SendAsync(begin);
        Assert.Equal(HttpStatusCode.NoContent, begun.StatusCode);
        var cookie = Assert.Single(begun.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        using var page = await browser.GetAsync("/dashboard");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("运行面板", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await (await browser.GetAsync("/dashboard/figures")).JsonAsync(200);
        await (await browser.GetAsync("/metrics")).IsProblemAsync(HttpStatusCode.Unauthorized);
        await (await browser.PostAsync("/dashboard/session", null)).IsProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_clerk_gets_no_session()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        await (await clerk.PostAsync("/dashboard/session", null)).IsProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_start_page_links_the_dashboard_and_the_probes_are_apart()
    {
        Assert.Contains("href=\"/dashboard\"", await started.Gateway.Http.GetStringAsync("/"), StringComparison.Ordinal);
        foreach (var (probe, status) in new[] { ("live", "live"), ("started", "started"), ("ready", "ready") })
            Assert.Equal(status, (await (await started.Gateway.Http.GetAsync($"/health/{probe}")).JsonAsync(200)).GetProperty("status").GetString());
    }
}
