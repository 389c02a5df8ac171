using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Receptions;

public sealed class ReceptionTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task The_first_receiver_owns_the_case()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var answer = await (await clerk.SendAsync("/api/receptions", Some.Reception(caseNumber: Some.CaseNumber()))).JsonAsync(201);
        Assert.True(answer.GetProperty("first").GetBoolean());
        Assert.Equal(1, answer.GetProperty("number").GetInt32());
        Assert.Equal("L012", answer.GetProperty("owner").GetProperty("leaderId").GetString());
        Assert.Equal("firstReceiver", answer.GetProperty("owner").GetProperty("origin").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("summons").ValueKind);
        Assert.Equal(12, answer.GetProperty("queryCode").GetString()!.Length);
    }

    [Fact]
    public async Task A_rare_character_counts_as_one()
    {
        var body = Some.Reception();
        body["claim"] = "-";
        var text = body.ToJsonString().Replace("\"-\"", $"\"{string.Concat(Enumerable.Repeat("𠮷", 10_001))}\"", StringComparison.Ordinal);
        using var content = new StringContent(text, Encoding.UTF8, "application/json");
        await (await (await started.Gateway.AsAsync("clerk")).PostAsync("/api/receptions", content)).JsonAsync(201);
    }

    [Fact]
    public async Task A_group_led_by_somebody_new_is_asked_for_the_case_that_its_representatives_have()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var (first, other) = (Some.ResidentNumber(), Some.ResidentNumber());
        var group = Some.Reception(first);
        group["headcount"] = 6;
        group["representatives"] = new JsonArray(Some.Person(other));
        var known = (await (await clerk.SendAsync("/api/receptions", group)).JsonAsync(201)).GetProperty("caseId").GetString();
        var again = Some.Reception();
        again["headcount"] = 6;
        again["representatives"] = new JsonArray(Some.Person(other));
        var problem = await (await clerk.SendAsync("/api/receptions", again)).IsProblemAsync(HttpStatusCode.Conflict, "which-case");
        Assert.Equal(known, Assert.Single(problem.GetProperty("candidates").EnumerateArray()).GetProperty("caseId").GetString());
        again["case"] = new JsonObject { ["caseNumber"] = Some.CaseNumber() };
        var warned = await (await clerk.SendAsync("/api/receptions", again)).JsonAsync(201);
        Assert.Equal("open-cases", Assert.Single(warned.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_return_visit_at_another_court_finds_and_summons_the_same_owner()
    {
        var (person, number) = (Some.ResidentNumber(), Some.CaseNumber());
        await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(person, caseNumber: number))).JsonAsync(201);
        var elsewhere = await started.Gateway.AsAsync("clerk", "xs");
        var receiver = await LeaderAsync("xs");
        var answer = await (await elsewhere.SendAsync("/api/receptions", Some.Reception(person, "xs", receivedBy: receiver, caseNumber: number))).JsonAsync(201);
        Assert.False(answer.GetProperty("first").GetBoolean());
        Assert.Equal(2, answer.GetProperty("number").GetInt32());
        Assert.Equal("L012", answer.GetProperty("owner").GetProperty("leaderId").GetString());
        Assert.Equal("L012", answer.GetProperty("summons").GetProperty("leaderId").GetString());
        Assert.Equal("sent", answer.GetProperty("summons").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_same_key_and_body_is_answered_as_at_first_and_another_body_is_refused()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var body = Some.Reception(caseNumber: Some.CaseNumber());
        var first = await (await clerk.SendAsync("/api/receptions", body, "key-1")).JsonAsync(201);
        var again = await (await clerk.SendAsync("/api/receptions", body, "key-1")).JsonAsync(201);
        Assert.Equal(first.ToString(), again.ToString());
        await (await clerk.SendAsync("/api/receptions", Some.Reception(), "key-1")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task The_first_answer_is_given_again_even_when_the_rules_would_now_ask()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        var body = Some.Reception();
        var first = await (await clerk.SendAsync("/api/receptions", body, "key-2")).JsonAsync(201);
        var again = await (await clerk.SendAsync("/api/receptions", body, "key-2")).JsonAsync(201);
        Assert.Equal(first.GetProperty("receptionId").GetString(), again.GetProperty("receptionId").GetString());
        var asked = await (await clerk.SendAsync("/api/receptions", body, "key-3")).IsProblemAsync(HttpStatusCode.Conflict);
        var candidate = asked.GetProperty("candidates")[0];
        Assert.Equal(first.GetProperty("caseId").GetString(), candidate.GetProperty("caseId").GetString());
        Assert.Equal("要求查询案件办理进度", candidate.GetProperty("claim").GetString());
    }

    [Fact]
    public async Task A_court_that_takes_no_part_sees_the_candidates_owner_but_not_the_claim()
    {
        var person = Some.ResidentNumber();
        await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(person))).JsonAsync(201);
        var elsewhere = await started.Gateway.AsAsync("clerk", "nw");
        var asked = await (await elsewhere.SendAsync("/api/receptions", Some.Reception(person, "nw", receivedBy: await LeaderAsync("nw")))).IsProblemAsync(HttpStatusCode.Conflict);
        var candidate = asked.GetProperty("candidates")[0];
        Assert.Equal(JsonValueKind.Null, candidate.GetProperty("claim").ValueKind);
        Assert.Equal("L012", candidate.GetProperty("owner").GetProperty("leaderId").GetString());
    }

    [Fact]
    public async Task Nobody_on_duty_leaves_a_letter_pending_until_a_leader_receives_the_person()
    {
        var (person, number) = (Some.ResidentNumber(), Some.CaseNumber());
        var clerk = await started.Gateway.AsAsync("clerk");
        var letter = await (await clerk.SendAsync("/api/receptions", Some.Reception(person, channel: "letter", receivedBy: null, caseNumber: number))).JsonAsync(201);
        Assert.Equal(JsonValueKind.Null, letter.GetProperty("owner").ValueKind);
        var visit = await (await clerk.SendAsync("/api/receptions", Some.Reception(person, caseNumber: number))).JsonAsync(201);
        Assert.Equal("L012", visit.GetProperty("owner").GetProperty("leaderId").GetString());
    }

    [Fact]
    public async Task A_letter_without_document_stands_by_itself()
    {
        var body = Some.Reception(channel: "letter");
        body["petitioner"] = new JsonObject { ["idType"] = "none", ["name"] = "无名氏" };
        var clerk = await started.Gateway.AsAsync("clerk");
        var one = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
        var two = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
        Assert.NotEqual(one.GetProperty("caseId").GetString(), two.GetProperty("caseId").GetString());
    }

    [Fact]
    public async Task Three_hundred_registrations_at_once_make_one_first_and_numbers_without_gap()
    {
        var (person, digits) = (Some.ResidentNumber(), Random.Shared.Next(10_000, 99_999));
        string[] writings = [$"（2016）鲁9902民初{digits}号", $"(2016)鲁9902民初第{digits}号", $"〔２０１６〕鲁9902 民初 {digits} 号", $"(2016)鲁9902民初0{digits}号之一"];
        string[] courts = ["zy", "dg", "xs", "nw", "by", "kf"];
        var clerks = new Dictionary<string, (HttpClient Client, string Leader)>();
        foreach (var court in courts)
            clerks[court] = (await started.Gateway.AsAsync("clerk", court), await LeaderAsync(court));
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            var court = courts[i % courts.Length];
            var body = Some.Reception(person, court, receivedBy: clerks[court].Leader, caseNumber: writings[i % writings.Length]);
            return await (await clerks[court].Client.SendAsync("/api/receptions", body)).JsonAsync(201);
        }));
        Assert.Single(answers, a => a.GetProperty("first").GetBoolean());
        Assert.Equal(Enumerable.Range(1, 300), answers.Select(a => a.GetProperty("number").GetInt32()).Order());
        Assert.Single(answers.Select(a => a.GetProperty("owner").GetProperty("leaderId").GetString()).Distinct());
        Assert.Single(answers.Select(a => a.GetProperty("caseId").GetString()).Distinct());
    }

    private async Task<string> LeaderAsync(string court)
    {
        var city = await (await (await started.Gateway.AsAsync("clerk")).GetAsync("/api/city")).JsonAsync(200);
        return city.GetProperty("leaders").EnumerateArray().First(l => l.GetProperty("court").GetString() == court).GetProperty("id").GetString()!;
    }
}
