using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Receptions;

/// <summary>Every bad input gets the right status, a Chinese sentence at its field, and changes nothing.</summary>
public sealed class BadReceptionTests(Started started) : IClassFixture<Started>
{
    public static TheoryData<string, string, int, string> Changes => new()
    {
        { "petitioner.idNumber", "\"990101198106191289\"", 422, "petitioner.idNumber" },
        { "petitioner.idNumber", "\"990101198113191288\"", 422, "petitioner.idNumber" },
        { "petitioner.idNumber", "\"12\"", 422, "petitioner.idNumber" },
        { "petitioner.idNumber", "null", 400, "petitioner.idNumber" },
        { "petitioner.idNumber", "990101198106191288", 400, "petitioner.idNumber" },
        { "petitioner.idType", "\"libraryCard\"", 400, "petitioner.idType" },
        { "petitioner.idType", "\"none\"", 422, "petitioner.idNumber" },
        { "petitioner.name", "\"邹\\u202e一\"", 422, "petitioner.name" },
        { "petitioner.name", "\"邹\\u0007一\"", 422, "petitioner.name" },
        { "petitioner.nickname", "\"x\"", 400, "petitioner.nickname" },
        { "petitioner", "null", 400, "petitioner" },
        { "court", "\"nowhere\"", 422, "court" },
        { "court", "null", 400, "court" },
        { "channel", "\"fax\"", 400, "channel" },
        { "channel", "0", 400, "channel" },
        { "receivedBy", "\"L999\"", 422, "receivedBy" },
        { "receivedBy", "\"L001\"", 422, "receivedBy" },
        { "receivedBy", "null", 422, "receivedBy" },
        { "occurredAt", "\"2026-02-30T09:00:00+08:00\"", 400, "occurredAt" },
        { "occurredAt", "\"2026-11-20T09:00:00\"", 400, "occurredAt" },
        { "occurredAt", "\"2020-01-01T09:00:00+08:00\"", 422, "occurredAt" },
        { "occurredAt", "\"2099-01-01T09:00:00+08:00\"", 422, "occurredAt" },
        { "claim", "\"\"", 422, "claim" },
        { "claim", "null", 400, "claim" },
        { "claim", "[]", 400, "claim" },
        { "headcount", "0", 422, "headcount" },
        { "headcount", "-1", 422, "headcount" },
        { "headcount", "\"six\"", 400, "headcount" },
        { "headcount", "1.5", 400, "headcount" },
        { "level", "\"moon\"", 400, "level" },
        { "level", "\"city,province\"", 400, "level" },
        { "channel", "\"letter,call\"", 400, "channel" },
        { "channel", "\"Visit\"", 400, "channel" },
        { "case", "{\"caseNumber\":\"随便写\"}", 422, "case.caseNumber" },
        { "case", "{\"caseId\":\"nonsense\"}", 422, "case.caseId" },
        { "case", "{\"caseId\":\"0193f1c2-0000-7000-8000-000000000000\"}", 422, "case.caseId" },
        { "case", "{\"new\":true,\"caseNumber\":\"(2016)鲁9902民初4058号\"}", 422, "case" },
        { "representatives", "[{\"idType\":\"passport\",\"idNumber\":\"E12345678\"}]", 422, "representatives" },
        { "salary", "1", 400, "salary" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_bad_field_is_named_and_nothing_is_registered(string path, string value, int status, string field)
    {
        var body = Some.Reception();
        var person = body["petitioner"]!["idNumber"]!.GetValue<string>();
        Set(body, path, JsonNode.Parse(value));
        var clerk = await started.Gateway.AsAsync("clerk");
        await (await clerk.SendAsync("/api/receptions", body)).IsProblemAsync((HttpStatusCode)status, field: field);
        await NobodyKnows(person);
    }

    [Fact]
    public async Task Too_many_representatives_and_duplicates_among_them_are_refused()
    {
        var body = Some.Reception();
        body["headcount"] = 6;
        body["representatives"] = new JsonArray([.. Enumerable.Range(0, 5).Select(_ => Some.Person())]);
        var clerk = await started.Gateway.AsAsync("clerk");
        await (await clerk.SendAsync("/api/receptions", body)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "representatives");
        body["representatives"] = new JsonArray(body["petitioner"]!.DeepClone());
        await (await clerk.SendAsync("/api/receptions", body)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "representatives");
    }

    [Fact]
    public async Task Another_courts_id_is_forbidden()
    {
        var body = Some.Reception();
        var clerk = await started.Gateway.AsAsync("clerk", "xs");
        await (await clerk.SendAsync("/api/receptions", body)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await NobodyKnows(body["petitioner"]!["idNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_visit_with_nobody_on_duty_names_who_can_receive()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var problem = await (await clerk.SendAsync("/api/receptions", Some.Reception(receivedBy: null))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "receivedBy");
        Assert.Contains("L012", problem.GetProperty("errors").GetProperty("receivedBy")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_is_named_at_once()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var problem = await (await clerk.SendAsync("/api/receptions", new JsonObject())).IsProblemAsync(HttpStatusCode.BadRequest);
        foreach (var field in new[] { "court", "channel", "petitioner", "claim" })
            Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), field);
    }

    [Fact]
    public async Task Control_and_direction_characters_in_a_claim_are_kept_as_text()
    {
        var body = Some.Reception();
        body["claim"] = "要求\u202e查询\u0000进度\u0007";
        var clerk = await started.Gateway.AsAsync("clerk");
        var id = (await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201)).GetProperty("caseId").GetString();
        var file = await (await clerk.GetAsync($"/api/cases/{id}")).JsonAsync(200);
        Assert.Equal("要求\u202e查询\u0000进度\u0007", file.GetProperty("receptions")[0].GetProperty("claim").GetString());
    }

    [Theory]
    [InlineData(0, 'x')]
    [InlineData(3, ' ')]
    [InlineData(200, 'x')]
    public async Task An_unusable_idempotency_key_is_malformed(int length, char character)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/receptions") { Content = System.Net.Http.Json.JsonContent.Create(Some.Reception()) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", length == 0 ? "" : $"a{new string(character, length - 1)}b");
        var clerk = await started.Gateway.AsAsync("clerk");
        await (await clerk.SendAsync(request)).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "Idempotency-Key");
    }

    private async Task NobodyKnows(string person)
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var answer = await (await clerk.SendAsync("/api/ownership/lookup", new JsonObject { ["idType"] = "residentId", ["idNumber"] = person })).JsonAsync(200);
        Assert.Equal(0, answer.GetProperty("cases").GetArrayLength());
    }

    private static void Set(JsonObject body, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        JsonObject at = body;
        foreach (var part in parts[..^1])
            at = at[part]!.AsObject();
        at[parts[^1]] = value;
    }
}
