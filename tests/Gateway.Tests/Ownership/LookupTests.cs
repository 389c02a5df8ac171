using System.Net;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Ownership;

public sealed class LookupTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task Any_court_finds_the_owner_by_person_number_and_case()
    {
        var (person, number) = (Some.ResidentNumber(), Some.CaseNumber());
        var clerk = await started.Gateway.AsAsync("clerk");
        var id = (await (await clerk.SendAsync("/api/receptions", Some.Reception(person, caseNumber: number))).JsonAsync(201)).GetProperty("caseId").GetString()!;
        var elsewhere = await started.Gateway.AsAsync("office", "by");
        JsonObject[] questions = [new() { ["idType"] = "residentId", ["idNumber"] = person }, new() { ["caseNumber"] = number }, new() { ["caseId"] = id }];
        foreach (var question in questions)
        {
            var answer = await (await elsewhere.SendAsync("/api/ownership/lookup", question)).JsonAsync(200);
            var found = answer.GetProperty("cases")[0];
            Assert.Equal(id, found.GetProperty("caseId").GetString());
            Assert.Equal("open", found.GetProperty("status").GetString());
            Assert.Equal(1, found.GetProperty("receptions").GetInt32());
            Assert.Equal("L012", found.GetProperty("owner").GetProperty("leaderId").GetString());
            Assert.DoesNotContain(person, answer.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("邹宁一", answer.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list()
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        JsonObject[] questions =
        [
            new() { ["idType"] = "residentId", ["idNumber"] = Some.ResidentNumber() },
            new() { ["caseNumber"] = Some.CaseNumber() },
            new() { ["caseId"] = Guid.NewGuid().ToString() },
        ];
        foreach (var question in questions)
            Assert.Equal(0, (await (await clerk.SendAsync("/api/ownership/lookup", question)).JsonAsync(200)).GetProperty("cases").GetArrayLength());
    }

    [Theory]
    [InlineData("{}", 400, "idType")]
    [InlineData("""{"idType":"residentId"}""", 400, "idNumber")]
    [InlineData("""{"idType":"residentId","idNumber":"990101198106191289"}""", 422, "idNumber")]
    [InlineData("""{"caseNumber":"随便"}""", 422, "caseNumber")]
    [InlineData("""{"caseNumber":"(2016)鲁9902民初4058号","caseId":"x"}""", 422, "caseNumber")]
    public async Task A_bad_question_is_named(string body, int status, string field)
    {
        var clerk = await started.Gateway.AsAsync("clerk");
        await (await clerk.SendAsync("/api/ownership/lookup", JsonNode.Parse(body)!)).IsProblemAsync((HttpStatusCode)status, field: field);
    }
}
