using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Access;

/// <summary>The real endpoints × roles × own and other court. A new endpoint without a row here fails.</summary>
public sealed class EndpointAccessTests(Started started) : IClassFixture<Started>
{
    private const string Everybody = "*";
    private static readonly string[] Roles = ["clerk", "leader", "office", "supervisor", "leadingGroup", "judge", "reporter", "ops"];
    private const string People = "clerk leader office supervisor leadingGroup judge";

    /// <summary>Route to the roles that pass it; <see cref="Everybody"/> needs no token.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["GET /"] = Everybody,
        ["GET /console"] = Everybody,
        ["GET /console/{file}"] = Everybody,
        ["GET /health/live"] = Everybody,
        ["GET /health/started"] = Everybody,
        ["GET /health/ready"] = Everybody,
        ["GET /openapi/{documentName}.json"] = Everybody,
        ["GET /metrics"] = "ops",
#if !ORLEANS // Orleans brings pages of its own below /dashboard.
        ["GET /dashboard"] = "ops",
        ["GET /dashboard/figures"] = "ops",
#endif
        ["POST /dashboard/session"] = "ops",
        ["POST /dev/token"] = Everybody,
        ["GET /api/city"] = $"{People} reporter ops",
        ["PUT /api/city"] = "supervisor",
        ["POST /api/receptions"] = "clerk leader office",
        ["POST /api/ownership/lookup"] = "clerk leader office supervisor",
        ["GET /api/cases"] = People,
        ["GET /api/cases/export"] = People,
        ["POST /api/cases/search"] = People,
        ["GET /api/cases/{caseId}"] = People,
        ["GET /api/cases/{caseId}/history"] = People,
        ["GET /api/cases/{caseId}/acts"] = People,
        ["POST /api/cases/{caseId}/identify"] = "clerk leader office supervisor",
        ["POST /api/cases/{caseId}/join"] = "clerk leader office supervisor",
        ["POST /api/cases/{caseId}/assign"] = "supervisor",
        ["POST /api/cases/{caseId}/enter"] = "leader office supervisor",
        ["POST /api/cases/{caseId}/meet"] = "leader",
        ["POST /api/cases/{caseId}/investigate"] = "leader",
        ["POST /api/cases/{caseId}/supervise"] = "leader",
        ["POST /api/cases/{caseId}/arrange-help"] = "leader",
        ["POST /api/cases/{caseId}/plan"] = "leader office judge",
        ["POST /api/cases/{caseId}/progress"] = "leader office judge",
        ["POST /api/cases/{caseId}/refer"] = "leader",
        ["POST /api/cases/{caseId}/take-referral"] = "leader judge",
        ["POST /api/cases/{caseId}/return"] = "leader judge",
        ["POST /api/cases/{caseId}/on-site"] = "leader",
        ["POST /api/cases/{caseId}/appointment"] = "clerk leader office judge",
        ["POST /api/cases/{caseId}/video"] = "clerk leader office judge",
        ["POST /api/cases/{caseId}/video-held"] = "clerk leader office judge",
        ["POST /api/cases/{caseId}/hearing"] = "clerk leader office judge",
        ["POST /api/cases/{caseId}/review"] = "leader judge",
        ["POST /api/cases/{caseId}/self-examine"] = "leader judge",
        ["POST /api/cases/{caseId}/assist"] = "leader office judge",
        ["POST /api/cases/{caseId}/letter"] = "office supervisor",
        ["POST /api/cases/{caseId}/reply"] = "leader office judge",
        ["POST /api/cases/{caseId}/level"] = "leader supervisor",
        ["POST /api/cases/{caseId}/congress-report"] = "leader office judge",
        ["POST /api/cases/{caseId}/incident"] = "clerk leader office",
        ["POST /api/cases/{caseId}/incident-handled"] = "clerk leader office judge",
        ["POST /api/cases/{caseId}/accountability"] = "leader supervisor",
        ["POST /api/cases/{caseId}/explain"] = "clerk leader office judge",
        ["POST /api/cases/{caseId}/answer"] = "clerk leader office judge",
        ["POST /api/cases/{caseId}/pause"] = "office supervisor",
        ["POST /api/cases/{caseId}/resume"] = "office supervisor",
        ["POST /api/cases/{caseId}/close"] = "leader office judge",
        ["POST /api/cases/{caseId}/sign"] = "leader supervisor leadingGroup",
        ["POST /api/cases/{caseId}/send-back"] = "leader supervisor leadingGroup",
        ["POST /api/cases/{caseId}/terminate"] = "leader office judge",
        ["POST /api/cases/{caseId}/hand-over"] = "leader office judge",
        ["POST /api/cases/{caseId}/reopen"] = "leader",
        ["POST /api/cases/{caseId}/decline-reopening"] = "leader",
        ["GET /api/awaiting"] = "leader supervisor leadingGroup",
        ["POST /api/cases/{caseId}/papers"] = "clerk leader office supervisor judge",
        ["GET /api/cases/{caseId}/papers/{paperId}"] = People,
        ["GET /api/cases/{caseId}/file"] = People,
        ["GET /api/cases/{caseId}/closing-report"] = People,
        ["GET /api/cases/{caseId}/receptions/{receptionId}/record"] = People,
        ["GET /api/cases/{caseId}/referrals/{actId}/slip"] = People,
        ["POST /api/assignments"] = "supervisor",
        ["GET /api/assignments"] = People,
        ["POST /api/outside-visits"] = "office supervisor",
        ["POST /public/cases/{queryCode}/rating"] = Everybody,
        ["POST /public/cases/{queryCode}/reopening"] = Everybody,
        ["GET /public/cases/{queryCode}/receipt"] = Everybody,
        ["POST /api/daily-reports/{unit}/{date}"] = "office",
        ["POST /api/daily-reports/{unit}/{date}/corrections"] = "office",
        ["GET /api/daily-reports/{unit}/{date}"] = "office supervisor",
        ["GET /api/daily-reports/{date}"] = "supervisor",
        ["POST /api/alerts"] = "clerk leader office",
        ["GET /api/alerts"] = "office supervisor",
        ["GET /api/alerts/events"] = "supervisor",
        ["POST /api/alerts/{alertId}/acknowledge"] = "supervisor",
        ["GET /api/reporting-units"] = "office supervisor",
        ["PUT /api/reporting-units/{unit}/contact"] = "office supervisor",
        ["GET /api/entries/{date}"] = People,
        ["GET /api/reports/weekly"] = "reporter supervisor office",
        ["POST /api/reports/weekly/publish"] = "supervisor office",
        ["GET /api/reports/bulletin"] = "reporter supervisor office",
        ["POST /api/reports/bulletin/publish"] = "supervisor office",
        ["GET /api/reports/monthly"] = "reporter supervisor office",
        ["POST /api/reports/monthly/publish"] = "supervisor office",
        ["GET /api/reports/quarterly"] = "reporter supervisor office",
        ["POST /api/reports/quarterly/publish"] = "supervisor office",
        ["GET /api/reports/half-year"] = "reporter supervisor office",
        ["POST /api/reports/half-year/publish"] = "supervisor office",
        ["GET /api/reports/annual"] = "reporter supervisor office",
        ["POST /api/reports/annual/publish"] = "supervisor office",
        ["GET /api/reports/explanations"] = "reporter supervisor office",
        ["POST /api/reports/explanations/publish"] = "supervisor office",
        ["GET /api/reports/screening"] = "reporter supervisor office",
        ["POST /api/reports/screening/publish"] = "supervisor office",
        ["GET /api/reports/indicators"] = "reporter supervisor office",
        ["POST /api/reports/indicators/publish"] = "supervisor office",
        ["GET /api/reports/workload"] = "reporter supervisor office",
        ["GET /api/reports/staff-reviews"] = "reporter supervisor office",
        ["POST /api/reports/workload/publish"] = "supervisor office",
        ["POST /api/reports/staff-reviews/publish"] = "supervisor office",
        ["GET /api/reports/follow-ups"] = "reporter supervisor office",
        ["POST /api/reports/follow-ups/publish"] = "supervisor office",
        ["GET /api/reports/publications"] = "reporter supervisor office",
        ["GET /api/reports/counts"] = "reporter supervisor office",
        ["POST /api/imports/{kind}"] = "supervisor office",
        ["POST /api/privacy/erase"] = "supervisor",
        ["GET /api/imports/{id}"] = "supervisor office",
        ["GET /api/rosters/{court}"] = People,
        ["PUT /api/rosters/{court}/{date}"] = "office supervisor",
        ["POST /api/rosters/drafts"] = "office supervisor",
        ["POST /api/rosters/{court}/publish"] = "office supervisor",
        ["POST /api/rosters/{court}/leaves"] = "leader office supervisor",
        ["POST /api/rosters/{court}/leaves/end"] = "leader office supervisor",
        ["POST /api/rosters/sensitive-periods"] = "supervisor",
        ["POST /api/rosters/sensitive-periods/withdraw"] = "supervisor",
        ["GET /api/rosters/{court}/swaps"] = "leader office supervisor",
        ["POST /api/rosters/{court}/swaps"] = "leader",
        ["POST /api/rosters/{court}/swaps/{swapId}/accept"] = "leader",
        ["POST /api/rosters/{court}/swaps/{swapId}/decline"] = "leader",
        ["POST /api/summonses/{id}/acknowledge"] = "clerk leader office",
        ["POST /api/summonses/{id}/attend"] = "clerk leader office",
        ["POST /api/summonses/{id}/arrange"] = "clerk leader office",
        ["POST /api/summonses/{id}/keep"] = "clerk leader office",
        ["POST /api/summonses/{id}/miss"] = "clerk leader office",
        ["GET /api/leaders/{id}/desk"] = "leader office supervisor",
        ["GET /api/leaders/{id}/events"] = "leader office supervisor",
        ["GET /api/courts/{court}/events"] = "office supervisor",
        ["POST /api/cases/{caseId}/succeed"] = "office supervisor",
        ["POST /api/cases/{caseId}/recuse"] = "leader office supervisor",
        ["POST /api/cases/{caseId}/inquiries"] = "clerk leader office supervisor judge",
        ["GET /api/reception-days/{court}"] = People,
        ["POST /api/reception-days/{court}/{date}"] = "office supervisor",
        ["POST /api/reception-days/{court}/{date}/close"] = "office supervisor",
        ["POST /api/reception-days/{court}/{date}/withdraw"] = "office supervisor",
        ["GET /api/reception-days/{court}/{date}/appointments"] = "clerk leader office",
        ["POST /api/reception-days/{court}/{date}/appointments"] = "clerk leader office",
        ["POST /api/appointments/{number}/cancel"] = "clerk leader office",
        ["GET /api/duty-logs/{court}/{date}"] = "clerk leader office supervisor",
        ["POST /api/duty-logs/{court}/{date}/{shift}"] = "clerk leader office",
        ["POST /api/first-requests"] = "clerk leader office",
        ["GET /api/first-requests"] = "clerk leader office supervisor",
        ["GET /api/first-requests/export"] = "clerk leader office supervisor",
        ["GET /api/first-requests/counts"] = "reporter supervisor office",
        ["GET /api/first-requests/{requestId}"] = "clerk leader office supervisor",
        ["POST /api/first-requests/{requestId}/pass-on"] = "clerk leader office",
        ["POST /api/first-requests/{requestId}/finish"] = "clerk leader office",
        ["POST /api/first-requests/{requestId}/enter"] = "clerk leader office",
        ["POST /api/first-requests/{requestId}/file"] = "clerk leader office",
        ["POST /api/routings"] = "clerk office",
        ["GET /api/routings"] = "clerk leader office judge supervisor",
        ["GET /api/routings/export"] = "clerk leader office judge supervisor",
        ["GET /api/routings/counts"] = "reporter supervisor office",
        ["POST /api/routings/lookup"] = "clerk office",
        ["GET /api/routings/{routingId}"] = "clerk leader office judge supervisor",
        ["POST /api/routings/{routingId}/route"] = "clerk office",
        ["POST /api/routings/{routingId}/object"] = "clerk leader office judge",
        ["POST /api/routings/{routingId}/decide"] = "clerk office",
        ["POST /api/routings/{routingId}/enforced"] = "clerk office",
        ["POST /api/routings/{routingId}/withdraw"] = "clerk office",
        ["POST /api/campaigns"] = "supervisor",
        ["GET /api/campaigns"] = "clerk leader office judge supervisor reporter",
        ["GET /api/campaigns/{campaignId}"] = "clerk leader office judge supervisor reporter",
        ["POST /api/campaigns/{campaignId}/days"] = "supervisor",
        ["GET /api/campaigns/{campaignId}/cases"] = "clerk leader office judge supervisor",
        ["POST /api/campaigns/{campaignId}/cases"] = "office supervisor",
        ["GET /api/campaigns/{campaignId}/cases/{caseId}"] = "clerk leader office judge supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/key"] = "office supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/receive"] = "clerk leader office judge supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/batch"] = "office supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/share"] = "office supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/strike-off"] = "office supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/restore"] = "office supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/change"] = "office supervisor",
        ["POST /api/campaigns/{campaignId}/cases/{caseId}/remove"] = "office supervisor",
        ["GET /api/campaigns/{campaignId}/export"] = "clerk leader office judge supervisor",
        ["GET /api/campaigns/{campaignId}/counts"] = "reporter supervisor office",
        ["POST /api/errand-desks"] = "office supervisor",
        ["GET /api/errand-desks"] = "clerk leader office judge supervisor",
        ["POST /api/errand-desks/{deskId}/officer"] = "office supervisor",
        ["POST /api/errand-desks/{deskId}/close"] = "office supervisor",
        ["POST /api/on-site-checks"] = "office supervisor",
        ["GET /api/on-site-checks"] = "office supervisor",
        ["GET /api/on-site-checks/export"] = "office supervisor",
        ["GET /api/on-site-checks/counts"] = "reporter supervisor office",
        ["GET /api/on-site-checks/{checkId}"] = "office supervisor",
        ["POST /api/on-site-checks/{checkId}/rectify"] = "office supervisor",
        ["POST /api/on-site-checks/{checkId}/verify"] = "office supervisor",
        ["POST /api/lawsuit-screenings/{unit}/{month}"] = "office",
        ["POST /api/lawsuit-screenings/{unit}/{month}/corrections"] = "office",
        ["POST /api/lawsuit-screenings/{unit}/{month}/settle"] = "office",
        ["GET /api/lawsuit-screenings"] = "office supervisor",
        ["GET /api/lawsuit-screenings/export"] = "office supervisor",
        ["GET /api/lawsuit-screenings/counts"] = "reporter supervisor office",
        ["GET /api/lawsuit-screenings/{unit}/{month}"] = "office supervisor",
        ["POST /api/complaints"] = "clerk office",
        ["GET /api/complaints"] = "clerk leader office supervisor",
        ["GET /api/complaints/export"] = "clerk leader office supervisor",
        ["GET /api/complaints/counts"] = "reporter supervisor office",
        ["GET /api/complaints/{complaintId}"] = "clerk leader office supervisor",
        ["POST /api/complaints/{complaintId}/circulate"] = "clerk office",
        ["POST /api/complaints/{complaintId}/check"] = "clerk leader office",
        ["POST /api/complaints/{complaintId}/answer"] = "clerk office",
        ["GET /api/cases/without-owner"] = "office supervisor",
        ["POST /api/leaders/{id}/long-leave"] = "leader office supervisor",
        ["POST /api/leaders/{id}/back"] = "leader office supervisor",
        ["GET /public/duty/{court}"] = Everybody,
        ["GET /public/cases/{queryCode}"] = Everybody,
    };

    /// <summary>What roles of the case's own court and of another one get for a file: a file of another court does not exist.</summary>
    private static readonly string[] Files = ["/api/cases/{0}", "/api/cases/{0}/history", "/api/cases/{0}/file"];

    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint() =>
        Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), Endpoints().Where(e => !IsOfOrleans(e)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Whatever_the_grain_host_shows_below_dashboard_is_for_ops()
    {
        foreach (var route in Endpoints().Where(IsOfOrleans).Where(r => !r.Contains('{', StringComparison.Ordinal)))
        {
            await (await CallAsync(started.Gateway.Http, route)).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
            await (await CallAsync(await started.Gateway.AsAsync("supervisor", "zy"), route)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [Fact]
    public async Task Roles_pass_where_their_row_says_and_nowhere_else()
    {
        foreach (var (route, allowed) in Rows)
        {
            var anonymous = await CallAsync(started.Gateway.Http, route);
            if (allowed == Everybody)
            {
                Assert.False(anonymous.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, route);
                continue;
            }
            await anonymous.IsProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
            foreach (var role in Roles)
            {
                var answer = await CallAsync(await started.Gateway.AsAsync(role, role == "supervisor" ? "zy" : "dg"), route);
                if (allowed.Split(' ').Contains(role))
                    Assert.False(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{role} {route}: {answer.StatusCode}");
                else
                    await answer.IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
            }
        }
    }

    [Fact]
    public async Task Files_are_for_the_courts_that_take_part_and_the_supervisor()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var id = (await (await clerk.SendAsync("/api/receptions", Some.Reception())).JsonAsync(201)).GetProperty("caseId").GetString();
        foreach (var file in Files.Select(f => f.Replace("{0}", id, StringComparison.Ordinal)))
        {
            foreach (var role in People.Split(' '))
            {
                Assert.Equal(HttpStatusCode.OK, (await (await started.Gateway.AsAsync(role)).GetAsync(file)).StatusCode);
                var elsewhere = await (await started.Gateway.AsAsync(role, role == "supervisor" ? "zy" : "kf")).GetAsync(file);
                Assert.Equal(role == "supervisor" ? HttpStatusCode.OK : HttpStatusCode.NotFound, elsewhere.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_reception_is_registered_for_the_tokens_own_court_only()
    {
        foreach (var role in new[] { "clerk", "leader", "office" })
        {
            Assert.Equal(HttpStatusCode.Created, (await (await started.Gateway.AsAsync(role)).SendAsync("/api/receptions", Some.Reception())).StatusCode);
            await (await (await started.Gateway.AsAsync(role, "kf")).SendAsync("/api/receptions", Some.Reception())).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private IEnumerable<string> Endpoints() => started.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => $"{m} {Normal(e.RoutePattern.RawText!)}"));

    private static bool IsOfOrleans(string endpoint) => endpoint.Contains(" /dashboard", StringComparison.Ordinal) && !Rows.ContainsKey(endpoint);

    private static string Normal(string route) => route.Length > 1 ? $"/{route.Trim('/')}" : route;

    private static async Task<HttpResponseMessage> CallAsync(HttpClient client, string route)
    {
        var parts = route.Split(' ');
        var address = parts[1].Replace("{documentName}", "v1", StringComparison.Ordinal)
            .Replace("{caseId}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{kind}", "unresolved-cases", StringComparison.Ordinal)
            .Replace("{queryCode}", "AAAAAAAAAAAA", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), address);
        if (parts[0] != "GET")
            request.Content = new StringContent("{}", Encoding.UTF8, parts[1].Contains("imports", StringComparison.Ordinal) ? "text/csv" : "application/json");

        // A live page never ends: its headers are the answer.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
