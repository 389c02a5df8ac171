using System.Net;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Manner;

/// <summary>A HEAD is its GET without the body.</summary>
public sealed class HeadTests(Started started) : IClassFixture<Started>
{
    private readonly RunningGateway _gateway = started.Gateway;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/")]
    [InlineData("/console")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/public/duty/dg")]
    [InlineData("/public/cases/none")]
    [InlineData("/api/city")]
    [InlineData("/api/reports/weekly?format=xlsx")]
    [InlineData("/api/cases/none")]
    public async Task What_answers_get_answers_head(string address)
    {
        var supervisor = await _gateway.AsAsync("supervisor", "zy");
        using var get = await supervisor.GetAsync(address);
        using var head = await HeadAsync(supervisor, address);
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentType, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_live_page_ends_at_once_and_a_change_is_no_reading()
    {
        var supervisor = await _gateway.AsAsync("supervisor", "zy");
        supervisor.Timeout = TimeSpan.FromSeconds(10);
        using var page = await HeadAsync(supervisor, "/api/alerts/events");
        Assert.Equal("text/event-stream", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await HeadAsync(supervisor, "/api/receptions")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await HeadAsync(_gateway.Http, "/api/city")).StatusCode);
    }

    [Fact]
    public async Task Reading_a_file_is_recorded()
    {
        await using var gateway = await RunningGateway.StartAsync(settings: ["--Journal:Provider=Sqlite"]);
        var clerk = await gateway.AsAsync("clerk");
        var id = (await (await clerk.SendAsync("/api/receptions", Some.Reception())).JsonAsync(201)).GetProperty("caseId").GetString();
        Assert.Equal(HttpStatusCode.OK, (await HeadAsync(clerk, $"/api/cases/{id}")).StatusCode);
        Assert.Equal(1, JournalFile.Ask(gateway.Directory, "select count(*) from access where what = 'case.open'"));
    }

    private static async Task<HttpResponseMessage> HeadAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
