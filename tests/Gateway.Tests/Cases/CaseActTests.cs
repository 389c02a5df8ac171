using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>"Details that decide": no identity document, and the same dispute under two numbers.</summary>
public sealed class CaseActTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task A_letter_without_identity_stands_by_itself_until_somebody_identifies_the_person()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var person = Some.ResidentNumber();
        var letter = await RegisterAsync(clerk, Letter());
        Assert.Empty(await CasesOfAsync(clerk, person));

        var body = Some.Person(person);
        var acted = await (await clerk.SendAsync($"/api/cases/{letter}/identify", body, "identify-1")).JsonAsync(200);
        Assert.Equal(letter, acted.GetProperty("caseId").GetString());
        Assert.Equal([letter], await CasesOfAsync(clerk, person));
        Assert.Equal(letter, (await (await clerk.SendAsync($"/api/cases/{letter}/identify", body, "identify-1")).JsonAsync(200)).GetProperty("caseId").GetString());

        var visit = Some.Reception(person);
        visit["case"] = new JsonObject { ["caseId"] = letter };
        var repeat = await (await clerk.SendAsync("/api/receptions", visit)).JsonAsync(201);
        Assert.Equal((letter, 2), (repeat.GetProperty("caseId").GetString(), repeat.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Whoever_is_identified_and_has_another_case_of_the_same_number_is_told_to_be_joined()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var (person, number) = (Some.ResidentNumber(), Some.CaseNumber());
        var letter = Letter();
        letter["case"] = new JsonObject { ["caseNumber"] = number };
        var unknown = await RegisterAsync(clerk, letter);
        var known = await RegisterAsync(clerk, Some.Reception(person, caseNumber: number));
        var first = await (await clerk.SendAsync($"/api/cases/{unknown}/identify", Some.Person(person), "identify-2")).JsonAsync(200);
        var note = Assert.Single(first.GetProperty("notes").EnumerateArray()).GetString()!;
        Assert.Contains($"同一案号的事项（编号 {known}）", note, StringComparison.Ordinal);
        var again = await (await clerk.SendAsync($"/api/cases/{unknown}/identify", Some.Person(person), "identify-2")).JsonAsync(200);
        Assert.Equal(note, again.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public async Task Who_is_identified_stays_who_it_is()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var letter = await RegisterAsync(clerk, Letter());
        await (await clerk.SendAsync($"/api/cases/{letter}/identify", Some.Person())).JsonAsync(200);
        await (await clerk.SendAsync($"/api/cases/{letter}/identify", Some.Person())).IsProblemAsync(HttpStatusCode.Conflict, "already-identified");
        await (await (await started.Gateway.AsAsync("clerk", "kf")).SendAsync($"/api/cases/{letter}/identify", Some.Person()))
            .IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_answer_is_not_told_to_be_due_by_itself()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var id = await RegisterAsync(clerk, Some.Reception());
        var first = await (await clerk.SendAsync($"/api/cases/{id}/answer", new JsonObject { ["kind"] = "first", ["text"] = "已收到来信" })).JsonAsync(200);
        Assert.StartsWith("实质性答复：", Assert.Single(first.GetProperty("notes").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_dispute_under_two_numbers_becomes_one_case_and_the_older_owner_stays()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var person = Some.ResidentNumber();
        var older = await RegisterAsync(clerk, Some.Reception(person, caseNumber: Some.CaseNumber()));
        var second = Some.CaseNumber();
        var younger = await (await clerk.SendAsync("/api/receptions", Some.Reception(person, receivedBy: "L013", caseNumber: second))).JsonAsync(201);
        Assert.Equal(older, younger.GetProperty("warnings")[0].GetProperty("candidates")[0].GetProperty("caseId").GetString());

        var body = new JsonObject { ["with"] = older, ["reason"] = "一审与二审为同一纠纷" };
        var joined = await (await clerk.SendAsync($"/api/cases/{younger.GetProperty("caseId").GetString()}/join", body, "join-1")).JsonAsync(200);
        Assert.Equal(older, joined.GetProperty("caseId").GetString());
        Assert.Equal([older], await CasesOfAsync(clerk, person));

        var back = await (await clerk.SendAsync("/api/receptions", Some.Reception(person, receivedBy: "L013", caseNumber: second))).JsonAsync(201);
        Assert.Equal((older, 2, "L012"), (back.GetProperty("caseId").GetString(), back.GetProperty("number").GetInt32(), back.GetProperty("owner").GetProperty("leaderId").GetString()));
        Assert.Equal("L012", back.GetProperty("summons").GetProperty("leaderId").GetString());

        var file = await (await clerk.GetAsync($"/api/cases/{older}")).JsonAsync(200);
        Assert.Equal(3, file.GetProperty("receptions").GetArrayLength());
        Assert.Equal(younger.GetProperty("caseId").GetString(), file.GetProperty("receptions").EnumerateArray().Last().GetProperty("of").GetString());
        Assert.Contains(file.GetProperty("chronicle").EnumerateArray(), c => c.GetProperty("what").GetString() == "另一事项并入");
        foreach (var filter in new[] { "", "&due=running" })
        {
            var listed = await (await clerk.GetAsync($"/api/cases?caseNumber={Uri.EscapeDataString(second)}{filter}")).JsonAsync(200);
            Assert.Equal(older, Assert.Single(listed.GetProperty("items").EnumerateArray()).GetProperty("caseId").GetString());
        }
    }

    [Fact]
    public async Task A_representative_of_a_joined_case_comes_back_to_the_case_it_went_into()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var (one, other) = (Some.ResidentNumber(), Some.ResidentNumber());
        var number = Some.CaseNumber();
        var older = await RegisterAsync(clerk, Some.Reception(one, caseNumber: number));
        var collective = Some.Reception(one, receivedBy: "L013", caseNumber: Some.CaseNumber());
        collective["headcount"] = 5;
        collective["representatives"] = new JsonArray(Some.Person(other));
        var younger = await RegisterAsync(clerk, collective);
        await (await clerk.SendAsync($"/api/cases/{younger}/join", new JsonObject { ["with"] = older, ["reason"] = "同一纠纷" })).JsonAsync(200);
        Assert.Equal([older], await CasesOfAsync(clerk, other));

        var which = await (await clerk.SendAsync("/api/receptions", Some.Reception(other))).IsProblemAsync(HttpStatusCode.Conflict, "which-case");
        Assert.Equal(older, which.GetProperty("candidates")[0].GetProperty("caseId").GetString());
        var visit = Some.Reception(other);
        visit["case"] = new JsonObject { ["caseId"] = older };
        Assert.Equal(older, await RegisterAsync(clerk, visit));
        Assert.Equal(older, await RegisterAsync(clerk, Some.Reception(other, caseNumber: number)));
        Assert.Equal([older], await CasesOfAsync(clerk, other));
    }

    [Fact]
    public async Task What_opened_a_case_that_was_joined_since_is_answered_as_at_first_and_its_key_serves_no_other_body()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var person = Some.ResidentNumber();
        var older = await RegisterAsync(clerk, Some.Reception(person, caseNumber: Some.CaseNumber()));
        var opening = Some.Reception(person, receivedBy: "L013", caseNumber: Some.CaseNumber());
        var first = await (await clerk.SendAsync("/api/receptions", opening, "opens-the-younger")).JsonAsync(201);
        var younger = first.GetProperty("caseId").GetString()!;
        await (await clerk.SendAsync($"/api/cases/{younger}/join", new JsonObject { ["with"] = older, ["reason"] = "同一纠纷" })).JsonAsync(200);

        var again = await (await clerk.SendAsync("/api/receptions", opening, "opens-the-younger")).JsonAsync(201);
        Assert.Equal(first.GetRawText(), again.GetRawText());
        foreach (var other in new[] { Some.Reception(person, caseNumber: Some.CaseNumber()), Some.Reception(caseNumber: Some.CaseNumber()) })
            await (await clerk.SendAsync("/api/receptions", other, "opens-the-younger")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Cases_of_different_people_are_not_joined()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var one = await RegisterAsync(clerk, Some.Reception());
        var other = await RegisterAsync(clerk, Some.Reception());
        await (await clerk.SendAsync($"/api/cases/{one}/join", new JsonObject { ["with"] = other, ["reason"] = "同一纠纷" }))
            .IsProblemAsync(HttpStatusCode.UnprocessableEntity, "join-different-persons");
        await (await clerk.SendAsync($"/api/cases/{one}/join", new JsonObject { ["with"] = one, ["reason"] = "同一纠纷" }))
            .IsProblemAsync(HttpStatusCode.UnprocessableEntity, "join-itself");
    }

    private static JsonObject Letter()
    {
        var letter = Some.Reception(channel: "letter", receivedBy: null);
        letter["petitioner"] = new JsonObject { ["idType"] = "none" };
        return letter;
    }

    private static async Task<string> RegisterAsync(HttpClient client, JsonObject reception) =>
        (await (await client.SendAsync("/api/receptions", reception)).JsonAsync(201)).GetProperty("caseId").GetString()!;

    private static async Task<string[]> CasesOfAsync(HttpClient client, string person)
    {
        var answer = await (await client.SendAsync("/api/ownership/lookup", new JsonObject { ["idType"] = "residentId", ["idNumber"] = person })).JsonAsync(200);
        return [.. answer.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()!)];
    }
}
