using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Tests.Privacy;

/// <summary>A person's data can be made unreadable; whose matter it is, and every count, stays.</summary>
public sealed class ErasureTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task What_was_sealed_for_a_person_is_unreadable_everywhere_and_the_owner_stays()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var person = Some.ResidentNumber();
        var reception = Some.Reception(person);
        var claim = reception["claim"]!.GetValue<string>();
        var caseId = await RegisterAsync(clerk, reception);
        Assert.Contains(claim, await TextAsync(clerk, $"/api/cases/{caseId}/history"), StringComparison.Ordinal);

        var erased = await (await supervisor.SendAsync("/api/privacy/erase", Erase(person), "erase-1")).JsonAsync(200);
        Assert.Equal(caseId, erased.GetProperty("cases")[0].GetString());

        foreach (var page in new[] { $"/api/cases/{caseId}", $"/api/cases/{caseId}/history" })
            Assert.DoesNotContain(claim, await TextAsync(clerk, page), StringComparison.Ordinal);
        var owners = await (await clerk.SendAsync("/api/ownership/lookup", new JsonObject { ["idType"] = "residentId", ["idNumber"] = person })).JsonAsync(200);
        Assert.Equal("L012", owners.GetProperty("cases")[0].GetProperty("owner").GetProperty("leaderId").GetString());
        Assert.Equal(erased.GetRawText(), (await (await supervisor.SendAsync("/api/privacy/erase", Erase(person), "erase-1")).JsonAsync(200)).GetRawText());
        await (await supervisor.SendAsync("/api/privacy/erase", Erase(person))).IsProblemAsync(HttpStatusCode.Conflict, "data-erased");
    }

    [Fact]
    public async Task Who_comes_back_is_received_as_before_and_what_comes_now_can_be_read()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var person = Some.ResidentNumber();
        var caseId = await RegisterAsync(clerk, Some.Reception(person));
        await (await supervisor.SendAsync("/api/privacy/erase", Erase(person))).JsonAsync(200);

        var back = Some.Reception(person);
        back["case"] = new JsonObject { ["caseId"] = caseId };
        back["claim"] = "再次来访，要求答复";
        var repeat = await (await clerk.SendAsync("/api/receptions", back)).JsonAsync(201);
        Assert.Equal((caseId, 2, false), (repeat.GetProperty("caseId").GetString(), repeat.GetProperty("number").GetInt32(), repeat.GetProperty("first").GetBoolean()));
        Assert.Contains("再次来访，要求答复", await TextAsync(clerk, $"/api/cases/{caseId}/history"), StringComparison.Ordinal);

        await (await supervisor.SendAsync("/api/privacy/erase", Erase(person))).JsonAsync(200);
        Assert.DoesNotContain("再次来访，要求答复", await TextAsync(clerk, $"/api/cases/{caseId}/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_on_a_case_goes_on_after_the_erasure_with_a_key_of_its_own_that_the_next_erasure_deletes()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var (owner, judge) = (await started.Gateway.AsAsync("leader", subject: Some.LeaderOfDg), await started.Gateway.AsAsync("judge"));
        var person = Some.ResidentNumber();
        var caseId = await RegisterAsync(clerk, Some.Reception(person));
        await (await supervisor.SendAsync("/api/privacy/erase", Erase(person))).JsonAsync(200);

        foreach (var findings in new[] { "删除之后查明的事实", "又一次查明" })
            await (await owner.SendAsync($"/api/cases/{caseId}/investigate", new JsonObject { ["on"] = CityTime.Today, ["findings"] = findings })).JsonAsync(200);
        var paper = await UploadAsync(judge, caseId);
        Assert.Contains("删除之后查明的事实", await TextAsync(clerk, $"/api/cases/{caseId}/history"), StringComparison.Ordinal);
        Assert.Equal(Pdf, await judge.GetByteArrayAsync($"/api/cases/{caseId}/papers/{paper}"));
        var renewed = (await (await clerk.GetAsync($"/api/cases/{caseId}/history")).JsonAsync(200)).GetProperty("items").EnumerateArray()
            .Count(e => e.GetProperty("kind").GetString() == "case.key-renewed.v1");
        Assert.Equal(1, renewed);

        var back = Some.Reception(person);
        back["case"] = new JsonObject { ["caseId"] = caseId };
        await (await clerk.SendAsync("/api/receptions", back)).JsonAsync(201);
        await (await supervisor.SendAsync("/api/privacy/erase", Erase(person))).JsonAsync(200);
        Assert.DoesNotContain("查明", await TextAsync(clerk, $"/api/cases/{caseId}/history"), StringComparison.Ordinal);
        await (await judge.GetAsync($"/api/cases/{caseId}/papers/{paper}")).IsProblemAsync(HttpStatusCode.NotFound);
        // Nobody needs to come back for it: the first paper after the erasure is kept again.
        Assert.Equal(Pdf, await judge.GetByteArrayAsync($"/api/cases/{caseId}/papers/{await UploadAsync(judge, caseId)}"));
    }

    [Fact]
    public async Task A_paper_sent_again_after_the_erasure_is_answered_as_at_first_and_writes_nothing()
    {
        var (clerk, supervisor, judge) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"), await started.Gateway.AsAsync("judge"));
        var person = Some.ResidentNumber();
        var caseId = await RegisterAsync(clerk, Some.Reception(person));
        var first = await UploadAsync(judge, caseId, "paper-before-erasure");
        await (await supervisor.SendAsync("/api/privacy/erase", Erase(person))).JsonAsync(200);
        var before = await EventsAsync(clerk, caseId);

        Assert.Equal(first, await UploadAsync(judge, caseId, "paper-before-erasure"));
        Assert.Equal(before, await EventsAsync(clerk, caseId));
        await (await judge.GetAsync($"/api/cases/{caseId}/papers/{first}")).IsProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_paper_is_found_by_its_id_in_any_letters_and_its_key_serves_no_other_kind()
    {
        var (clerk, judge) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("judge"));
        var caseId = await RegisterAsync(clerk, Some.Reception());
        var paper = await UploadAsync(judge, caseId, "paper-of-one-kind");
        Assert.Equal(Pdf, await judge.GetByteArrayAsync($"/api/cases/{caseId}/papers/{paper.ToUpperInvariant()}"));
        using var upload = new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{caseId}/papers?kind=other")
        {
            Content = new ByteArrayContent(Pdf) { Headers = { ContentType = new("application/pdf") } },
            Headers = { { "Idempotency-Key", "paper-of-one-kind" } },
        };
        await (await judge.SendAsync(upload)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    /// <summary>Otherwise a first attempt that failed before the erasure would leave its content under the paper's name, unreadable for ever.</summary>
    [Fact]
    public void A_paper_sealed_with_another_key_is_another_content()
    {
        var paper = new PaperId(Guid.NewGuid());
        Assert.NotEqual(paper.ContentUnder(new DataKeyId("a")), paper.ContentUnder(new DataKeyId("b")));
        Assert.Equal(paper.ContentUnder(new DataKeyId("a")), paper.ContentUnder(new DataKeyId("a")));
    }

    [Fact]
    public async Task A_letter_of_nobody_known_is_erased_by_its_case_and_with_its_person_once_identified()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var (alone, identified, person) = (Letter(), Letter(), Some.ResidentNumber());
        var (aloneId, identifiedId) = (await RegisterAsync(clerk, alone), await RegisterAsync(clerk, identified));
        await (await clerk.SendAsync($"/api/cases/{identifiedId}/identify", Some.Person(person))).JsonAsync(200);

        await (await supervisor.SendAsync("/api/privacy/erase", new JsonObject { ["caseId"] = identifiedId, ["reason"] = "来信人申请" }))
            .IsProblemAsync(HttpStatusCode.UnprocessableEntity, "erase-by-person", "caseId");
        await (await supervisor.SendAsync("/api/privacy/erase", new JsonObject { ["caseId"] = aloneId, ["reason"] = "来信人申请" })).JsonAsync(200);
        await (await supervisor.SendAsync("/api/privacy/erase", Erase(person))).JsonAsync(200);

        foreach (var (id, letter) in new[] { (aloneId, alone), (identifiedId, identified) })
            Assert.DoesNotContain(letter["claim"]!.GetValue<string>(), await TextAsync(clerk, $"/api/cases/{id}/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_known_or_not_named_clearly_is_refused_and_told_why()
    {
        var supervisor = await started.Gateway.AsAsync("supervisor", "zy");
        await (await supervisor.SendAsync("/api/privacy/erase", Erase(Some.ResidentNumber()))).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown-person", "idNumber");
        await (await supervisor.SendAsync("/api/privacy/erase", new JsonObject { ["reason"] = "本人申请" })).IsProblemAsync(HttpStatusCode.BadRequest, field: "idType");
        var both = Erase(Some.ResidentNumber());
        both["caseId"] = Guid.NewGuid().ToString();
        await (await supervisor.SendAsync("/api/privacy/erase", both)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "caseId");
        var unfounded = Erase(Some.ResidentNumber());
        unfounded["reason"] = " ";
        await (await supervisor.SendAsync("/api/privacy/erase", unfounded)).IsProblemAsync(HttpStatusCode.BadRequest, field: "reason");
        await (await supervisor.SendAsync("/api/privacy/erase", new JsonObject { ["caseId"] = Guid.NewGuid().ToString(), ["reason"] = "本人申请" }))
            .IsProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown-case", "caseId");
    }

    private static readonly byte[] Pdf = "%PDF-1.4 a paper of the test"u8.ToArray();

    private static async Task<string> UploadAsync(HttpClient client, string caseId, string? key = null)
    {
        using var upload = new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{caseId}/papers?kind=reviewReport")
        {
            Content = new ByteArrayContent(Pdf) { Headers = { ContentType = new("application/pdf") } },
        };
        if (key is not null)
            upload.Headers.Add("Idempotency-Key", key);
        return (await (await client.SendAsync(upload)).JsonAsync(201)).GetProperty("paperId").GetString()!;
    }

    private static async Task<int> EventsAsync(HttpClient client, string caseId) =>
        (await (await client.GetAsync($"/api/cases/{caseId}/history")).JsonAsync(200)).GetProperty("items").GetArrayLength();

    private static JsonObject Erase(string person) => new() { ["idType"] = "residentId", ["idNumber"] = person, ["reason"] = "本人依法申请删除" };

    private static JsonObject Letter()
    {
        var letter = Some.Reception(channel: "letter", receivedBy: null);
        letter["petitioner"] = new JsonObject { ["idType"] = "none" };
        letter["claim"] = $"来信诉求 {Guid.NewGuid():N}";
        return letter;
    }

    private static async Task<string> RegisterAsync(HttpClient client, JsonObject reception) =>
        (await (await client.SendAsync("/api/receptions", reception)).JsonAsync(201)).GetProperty("caseId").GetString()!;

    private static async Task<string> TextAsync(HttpClient client, string address) =>
        (await (await client.GetAsync(address)).JsonAsync(200)).GetRawText();
}
