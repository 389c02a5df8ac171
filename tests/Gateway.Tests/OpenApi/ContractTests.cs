using System.Text.Json;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>The served document agrees with the contract: every example of it fits, and names that the contract fixes are there.</summary>
public sealed class ContractTests(Started started) : IClassFixture<Started>
{
    [Theory]
    [InlineData("reception.json", "/api/receptions", "post", null)]
    [InlineData("registered.json", "/api/receptions", "post", "201")]
    [InlineData("repeat.json", "/api/receptions", "post", "201")]
    [InlineData("lookup-person.json", "/api/ownership/lookup", "post", null)]
    [InlineData("lookup-number.json", "/api/ownership/lookup", "post", null)]
    [InlineData("looked-up.json", "/api/ownership/lookup", "post", "200")]
    [InlineData("counts.json", "/api/reports/counts", "get", "200")]
    [InlineData("import.json", "/api/imports/{id}", "get", "200")]
    public async Task Every_example_of_the_contract_fits_the_served_document(string example, string path, string method, string? status)
    {
        var document = await (await started.Gateway.Http.GetAsync("/openapi/v1.json")).JsonAsync(200);
        var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);
        var content = (status is null ? operation.GetProperty("requestBody") : operation.GetProperty("responses").GetProperty(status))
            .GetProperty("content").GetProperty("application/json");
        using var value = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "OpenApi", "Examples", example)));
        Assert.Empty(new SchemaCheck(document).Check(value.RootElement, content.GetProperty("schema")));
    }

    [Fact]
    public async Task A_document_that_does_not_fit_is_seen()
    {
        var document = await (await started.Gateway.Http.GetAsync("/openapi/v1.json")).JsonAsync(200);
        var schema = document.GetProperty("paths").GetProperty("/api/receptions").GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        using var value = JsonDocument.Parse("""{ "court": 1, "channel": "fax", "salary": 1 }""");
        var problems = new SchemaCheck(document).Check(value.RootElement, schema).ToArray();
        foreach (var part in new[] { "$.court", "$.channel", "$.salary", "petitioner", "claim" })
            Assert.Contains(problems, p => p.Contains(part, StringComparison.Ordinal));
    }
}
