using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>Nothing that a caller must know of an operation is left out of the served document.</summary>
public sealed partial class CompletenessTests(Started started) : IClassFixture<Started>
{
    /// <summary>What changes nothing, or nothing more when it is done twice.</summary>
    private static readonly Dictionary<string, string> WithoutKey = new()
    {
        ["POST /api/ownership/lookup"] = "a question",
        ["POST /api/cases/search"] = "a question",
        ["POST /api/routings/lookup"] = "a question",
        ["POST /dev/token"] = "keeps nothing",
        ["POST /dashboard/session"] = "keeps nothing",
        ["PUT /api/city"] = "the whole document, guarded by If-Match",
        ["PUT /api/reporting-units/{unit}/contact"] = "the same contact twice is the same contact",
    };

    [Fact]
    public async Task Every_change_takes_an_idempotency_key_or_needs_none()
    {
        var without = (await OperationsAsync()).Where(o => !o.Reads && !o.Names("header").Contains("Idempotency-Key"));
        Assert.Equal(WithoutKey.Keys.Order(StringComparer.Ordinal), without.Select(o => o.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_how_it_refuses()
    {
        var document = await DocumentAsync();
        foreach (var operation in Operation.Of(document))
        {
            foreach (var response in operation.Json.GetProperty("responses").EnumerateObject().Where(r => r.Name is "default" || IsProblem(r.Name, operation)))
            {
                var schema = new SchemaCheck(document).Resolve(response.Value).GetProperty("content").GetProperty("application/problem+json").GetProperty("schema");
                Assert.Equal("#/components/schemas/Problem", schema.GetProperty("$ref").GetString());
            }
            Assert.True(operation.Json.GetProperty("responses").TryGetProperty("default", out _), operation.Name);
        }
    }

    [Fact]
    public async Task A_token_is_asked_for_exactly_where_a_policy_stands()
    {
        foreach (var operation in await OperationsAsync())
        {
            var policies = Endpoints.Policies(started.Gateway, operation);
            Assert.True(policies.Length > 0 == operation.Json.TryGetProperty("security", out var security), operation.Name);
            if (policies.Length == 0)
                continue;
            Assert.Contains(security.EnumerateArray(), need => need.TryGetProperty("bearer", out _));
            var roles = Enum.GetValues<Role>().Where(r => policies.All(p => Policies.Allows(p, r))).Select(RoleWords.Word);
            Assert.Equal($"可由以下角色办理：{string.Join('、', roles)}。", operation.Json.GetProperty("description").GetString());
        }
    }

    [Fact]
    public async Task A_problem_with_every_member_fits_its_schema_and_the_schema_has_no_other()
    {
        var whole = Problems.Busy with
        {
            Rule = "W16",
            Outcome = "unknown",
            Errors = new Dictionary<string, List<string>> { ["court"] = ["没有这个法院。"] },
            Candidates = [new CandidateView(new CaseId(Guid.NewGuid()), null, null, null)],
        };
        using var body = new MemoryStream();
        await whole.ExecuteAsync(new DefaultHttpContext { Response = { Body = body }, TraceIdentifier = "1" });
        using var written = JsonDocument.Parse(body.ToArray());
        var document = await DocumentAsync();
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty("Problem");
        Assert.Empty(new SchemaCheck(document).Check(written.RootElement, schema));
        Assert.Equal(
            written.RootElement.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal),
            schema.GetProperty("properties").EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_described_is_described_in_Chinese()
    {
        var document = await DocumentAsync();
        foreach (var operation in Operation.Of(document))
            Assert.All(operation.Parameters, p => Assert.True(p.TryGetProperty("description", out _), $"{operation.Name} {p.GetProperty("name")}"));
        var described = Described(JsonNode.Parse(document.GetRawText())!).ToHashSet();
        var foreign = described.Where(text => !text.Any(c => c is >= '\u4E00' and <= '\u9FFF') || English().IsMatch(text)).ToArray();
        Assert.True(foreign.Length == 0, $"Give these a Chinese sentence in src/Gateway/OpenApi/descriptions.json:\n{string.Join('\n', foreign)}");
#if !ORLEANS // Its dashboard is its own and not in the document.
        var idle = InChinese.Sentences.Where(s => !described.Contains(s.Value)).Select(s => s.Key).ToArray();
        Assert.True(idle.Length == 0, $"Nobody says these any more:\n{string.Join('\n', idle)}");
#endif
    }

    [GeneratedRegex("[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex English();

    private static IEnumerable<string> Described(JsonNode node) => node switch
    {
        JsonObject known => known.SelectMany(member => member.Value switch
        {
            JsonValue text when member.Key is "description" or "summary" or "title" => [text.GetValue<string>()],
            { } inner => Described(inner),
            null => [],
        }),
        JsonArray items => items.SelectMany(item => item is null ? [] : Described(item)),
        _ => [],
    };

    /// <summary>A probe that is not ready says so in its own words.</summary>
    private static bool IsProblem(string status, Operation operation) =>
        status[0] is '4' or '5' && !operation.Path.StartsWith("/health/", StringComparison.Ordinal);

    private async Task<IEnumerable<Operation>> OperationsAsync() => Operation.Of(await DocumentAsync());

    private async Task<JsonElement> DocumentAsync() => await (await started.Gateway.Http.GetAsync("/openapi/v1.json")).JsonAsync(200);
}
