using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Cases;

public sealed class CaseFileTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task A_court_that_takes_part_reads_the_file_and_its_history_masked()
    {
        var person = Some.ResidentNumber();
        var clerk = await started.Gateway.AsAsync("clerk");
        var id = await RegisterAsync(clerk, person);
        var answer = await clerk.GetAsync($"/api/cases/{id}");
        var file = await answer.JsonAsync(200);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("要求查询案件办理进度", file.GetProperty("receptions")[0].GetProperty("claim").GetString());
        Assert.Equal("邹宁一", file.GetProperty("receptions")[0].GetProperty("petitioner").GetProperty("name").GetString());
        Assert.DoesNotContain(person, file.ToString(), StringComparison.Ordinal);
        var history = await (await clerk.GetAsync($"/api/cases/{id}/history")).JsonAsync(200);
        var first = await (await clerk.GetAsync($"/api/cases/{id}/history?limit=1")).JsonAsync(200);
        var rest = await (await clerk.GetAsync($"/api/cases/{id}/history?after={first.GetProperty("next").GetString()}")).JsonAsync(200);
        Assert.Equal(
            history.GetProperty("items").EnumerateArray().Select(e => e.GetRawText()),
            first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(e => e.GetRawText()));
        await (await clerk.GetAsync($"/api/cases/{id}/history?limit=0")).IsProblemAsync(HttpStatusCode.BadRequest, field: "limit");
        Assert.Equal(["case.opened.v1", "case.received.v1", "case.owner-fixed.v1"], history.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        Assert.DoesNotContain(person, history.ToString(), StringComparison.Ordinal);
        Assert.Equal("要求查询案件办理进度", history.GetProperty("items")[1].GetProperty("data").GetProperty("claim").GetString());
    }

    [Fact]
    public async Task Representatives_stand_on_the_record_of_their_visit_until_their_data_is_deleted()
    {
        var (clerk, supervisor) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("supervisor", "zy"));
        var (first, second) = (Some.ResidentNumber(), Some.ResidentNumber());
        var body = Some.Reception(first);
        body["headcount"] = 6;
        body["representatives"] = new JsonArray(Some.Person(second, "葛次仁"));
        var registered = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
        var (id, record) = ($"/api/cases/{registered.GetProperty("caseId").GetString()}", $"receptions/{registered.GetProperty("receptionId").GetString()}/record");
        Assert.Contains("6 人，代表人邹宁一、葛次仁", await CaseSteps.TextAsync(clerk, $"{id}/{record}"), StringComparison.Ordinal);
        var history = await clerk.GetStringAsync($"{id}/history");
        Assert.DoesNotContain("representatives", history, StringComparison.Ordinal);

        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(second))).JsonAsync(200);
        Assert.Contains("代表人邹宁一、（个人信息已依法删除）", await CaseSteps.TextAsync(clerk, $"{id}/{record}"), StringComparison.Ordinal);
        await (await supervisor.SendAsync("/api/privacy/erase", Erasure(first))).JsonAsync(200);
        var file = await CaseSteps.TextAsync(clerk, $"{id}/file?format=docx");
        Assert.Contains("信访诉求（个人信息已依法删除）", file, StringComparison.Ordinal);
        Assert.Contains("删除个人信息本人依法申请删除", file, StringComparison.Ordinal);
        Assert.True((await (await clerk.GetAsync(id)).JsonAsync(200)).GetProperty("receptions")[0].GetProperty("erased").GetBoolean());

        static JsonObject Erasure(string person) => new() { ["idType"] = "residentId", ["idNumber"] = person, ["reason"] = "本人依法申请删除" };
    }

    [Theory]
    [InlineData("")]
    [InlineData("/history")]
    public async Task For_other_courts_the_file_does_not_exist(string part)
    {
        var id = await RegisterAsync(await started.Gateway.AsAsync("clerk"), Some.ResidentNumber());
        await (await (await started.Gateway.AsAsync("office", "kf")).GetAsync($"/api/cases/{id}{part}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await (await started.Gateway.AsAsync("supervisor", "zy")).GetAsync($"/api/cases/{id}{part}")).JsonAsync(200);
        await (await (await started.Gateway.AsAsync("clerk")).GetAsync($"/api/cases/{Guid.NewGuid()}{part}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await (await started.Gateway.AsAsync("clerk")).GetAsync($"/api/cases/nonsense{part}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_ledger_lists_what_a_court_takes_part_in_page_by_page()
    {
        var office = await started.Gateway.AsAsync("office");
        var registered = new List<string>();
        for (var i = 0; i < 3; i++)
            registered.Add(await RegisterAsync(await started.Gateway.AsAsync("clerk"), Some.ResidentNumber()));
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await (await office.GetAsync($"/api/cases?owner=L012&status=open&limit=1{(next is null ? "" : $"&after={next}")}")).JsonAsync(200);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Subset(seen.ToHashSet(), registered.ToHashSet());
        var others = await (await (await started.Gateway.AsAsync("office", "kf")).GetAsync("/api/cases")).JsonAsync(200);
        Assert.DoesNotContain(others.GetProperty("items").EnumerateArray(), c => registered.Contains(c.GetProperty("caseId").GetString()!));
    }

    [Theory]
    [InlineData("limit=0", "limit", 400)]
    [InlineData("limit=x", "limit", 400)]
    [InlineData("court=xs&court=dg", "court", 400)]
    [InlineData("after=x", "after", 400)]
    [InlineData("status=lost", "status", 422)]
    [InlineData("due=never", "due", 422)]
    [InlineData("court=nowhere", "court", 422)]
    [InlineData("owner=L999", "owner", 422)]
    [InlineData("caseNumber=x", "caseNumber", 422)]
    public async Task A_bad_filter_is_named(string query, string field, int status) =>
        await (await (await started.Gateway.AsAsync("clerk")).GetAsync($"/api/cases?{query}")).IsProblemAsync((HttpStatusCode)status, field: field);

    [Fact]
    public async Task A_limit_larger_than_any_is_taken_as_the_largest() =>
        await (await (await started.Gateway.AsAsync("clerk")).GetAsync("/api/cases?limit=99999999999999999999")).JsonAsync(200);

    [Fact]
    public async Task A_person_is_searched_by_post_and_only_among_visible_cases()
    {
        var person = Some.ResidentNumber();
        var id = await RegisterAsync(await started.Gateway.AsAsync("clerk"), person);
        var question = new JsonObject { ["idType"] = "residentId", ["idNumber"] = person };
        var own = await (await (await started.Gateway.AsAsync("judge")).SendAsync("/api/cases/search", question)).JsonAsync(200);
        Assert.Equal(id, own.GetProperty("items")[0].GetProperty("caseId").GetString());
        var other = await (await (await started.Gateway.AsAsync("judge", "kf")).SendAsync("/api/cases/search", question)).JsonAsync(200);
        Assert.Equal(0, other.GetProperty("items").GetArrayLength());
    }

    private static async Task<string> RegisterAsync(HttpClient clerk, string person) =>
        (await (await clerk.SendAsync("/api/receptions", Some.Reception(person))).JsonAsync(201)).GetProperty("caseId").GetString()!;
}
