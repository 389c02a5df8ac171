using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.City;

public sealed class CityTests
{
    [Fact]
    public async Task The_supervisor_replaces_posts_and_retires_absent_leaders_but_no_case_changes()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var clerk = await gateway.AsAsync("clerk");
        var reception = Some.Reception();
        await (await clerk.SendAsync("/api/receptions", reception)).JsonAsync(201);
        var (city, tag) = await ReadAsync(gateway);
        var leaders = city["leaders"]!.AsArray();
        leaders.Remove(leaders.Single(l => l!["id"]!.GetValue<string>() == "L012"));
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var loaded = await (await PutAsync(supervisor, city, tag)).JsonAsync(200);
        Assert.False(loaded.GetProperty("leaders").EnumerateArray().Single(l => l.GetProperty("id").GetString() == "L012").GetProperty("active").GetBoolean());
        await (await clerk.SendAsync("/api/receptions", Some.Reception())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "receivedBy");
        var question = new JsonObject { ["idType"] = "residentId", ["idNumber"] = reception["petitioner"]!["idNumber"]!.GetValue<string>() };
        var found = await (await clerk.SendAsync("/api/ownership/lookup", question)).JsonAsync(200);
        Assert.Equal("L012", found.GetProperty("cases")[0].GetProperty("owner").GetProperty("leaderId").GetString());
        await (await PutAsync(supervisor, city, tag)).IsProblemAsync(HttpStatusCode.PreconditionFailed, "version-moved");
        var (after, newTag) = await ReadAsync(gateway);
        await (await PutAsync(supervisor, after, newTag)).JsonAsync(200);
    }

    [Fact]
    public async Task A_court_that_has_cases_cannot_be_left_out()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var (city, _) = await ReadAsync(gateway);
        await RefusesAsync(supervisor, city, c => c["courts"]!.AsArray().RemoveAll(court => court!["id"]!.GetValue<string>() == "dg"), HttpStatusCode.UnprocessableEntity, "courts");
        var withAnother = city.DeepClone();
        withAnother["courts"]!.AsArray().Add(new JsonObject { ["id"] = "xin", ["code"] = "鲁9999", ["name"] = "新设人民法院", ["tier"] = "basic", ["divisions"] = new JsonArray() });
        await (await PutAsync(supervisor, withAnother, null)).JsonAsync(200);
        await (await PutAsync(supervisor, city, null)).JsonAsync(200);
    }

    [Fact]
    public async Task A_bad_document_is_refused_and_the_city_stays()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var (city, tag) = await ReadAsync(gateway);
        await RefusesAsync(supervisor, city, c => c["salary"] = 1, HttpStatusCode.BadRequest, "salary");
        await RefusesAsync(supervisor, city, c => c.AsObject().Remove("courts"), HttpStatusCode.BadRequest, "courts");
        await RefusesAsync(supervisor, city, c => c["leaders"]![0]!["rank"] = "king", HttpStatusCode.BadRequest, "leaders[0].rank");
        await RefusesAsync(supervisor, city, c => c["leaders"]![0]!["name"] = "薛\u202e鹏", HttpStatusCode.UnprocessableEntity, "leaders[0].name");
        await RefusesAsync(supervisor, city, c => c["leaders"]![0]!["court"] = "nowhere", HttpStatusCode.UnprocessableEntity, "leaders");
        foreach (var field in new[] { "rank", "quotaJudge", "active" })
            await RefusesAsync(supervisor, city, c => c["leaders"]![0]!.AsObject().Remove(field), HttpStatusCode.BadRequest, $"leaders[0].{field}");
        await RefusesAsync(supervisor, city, c => c["courts"]![1]!["code"] = c["courts"]![2]!["code"]!.GetValue<string>(), HttpStatusCode.UnprocessableEntity, "courts");
        await RefusesAsync(supervisor, city, c => c["courts"]![1]!["divisions"]!.AsArray().Add("立案庭"), HttpStatusCode.UnprocessableEntity, "courts");
        await RefusesAsync(supervisor, city, c => c["courts"]![1]!["divisions"]!.AsArray().Add("甲/乙"), HttpStatusCode.UnprocessableEntity, "courts");
        await (await PutAsync(supervisor, city, $"W/{tag}")).IsProblemAsync(HttpStatusCode.PreconditionFailed, "version-moved");
        await RefusesAsync(supervisor, city, c => c["leaders"]![0] = null, HttpStatusCode.BadRequest, "leaders[0]");
        await (await supervisor.PutAsync("/api/city", new StringContent(new string(' ', (1 << 20) + 1), Encoding.UTF8, "application/json")))
            .IsProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(tag, (await ReadAsync(gateway)).Tag);
    }

    [Fact]
    public async Task A_document_may_begin_with_a_byte_order_mark_as_every_body_may()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var (city, _) = await ReadAsync(gateway);
        await (await supervisor.PutAsync("/api/city", new StringContent($"\uFEFF{city.ToJsonString()}", Encoding.UTF8, "application/json"))).JsonAsync(200);
    }

    private static async Task RefusesAsync(HttpClient supervisor, JsonNode city, Action<JsonNode> spoil, HttpStatusCode status, string field)
    {
        var spoilt = city.DeepClone();
        spoil(spoilt);
        await (await PutAsync(supervisor, spoilt, null)).IsProblemAsync(status, field: field);
    }

    private static async Task<(JsonNode City, string Tag)> ReadAsync(RunningGateway gateway)
    {
        var answer = await (await gateway.AsAsync("clerk")).GetAsync("/api/city");
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!, answer.Headers.ETag!.Tag);
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, JsonNode city, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/city") { Content = new StringContent(city.ToJsonString(), Encoding.UTF8, "application/json") };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await client.SendAsync(request);
    }
}
