using System.Text.Json;
using System.Text.RegularExpressions;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Tests;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>The page for callers, docs/http.md, has a row for every operation, and names no field that there is not.</summary>
public sealed partial class HttpPageTests(Started started) : IClassFixture<Started>
{
    [Fact]
    public async Task Every_operation_has_a_row()
    {
        var rows = Rows();
        var operations = Operation.Of(await DocumentAsync()).ToArray();
        Assert.NotEmpty(operations);
        Assert.Equal([], operations.Where(o => !rows.Any(row => Tells(row, o.Path.Split('/')))).Select(o => o.Name));
    }

    [Fact]
    public async Task Every_field_that_a_row_names_is_one_of_the_document()
    {
        var document = await DocumentAsync();
        var known = Operation.Of(document).SelectMany(o => o.Parameters.Select(p => p.GetProperty("name").GetString()!))
            .Concat(document.GetProperty("components").GetProperty("schemas").EnumerateObject().SelectMany(s => Words(s.Value))).ToHashSet();
        Assert.Equal([], Rows().SelectMany(row => Named(row).Where(name => !known.Contains(name)).Select(name => $"{name}: {row}")));
    }

    /// <summary>A row has the resource, and the last step that is no id: <c>/{id}/days</c> stands behind what it belongs to, and a product by its word alone.</summary>
    private static bool Tells(string row, string[] path)
    {
        var resource = string.Join('/', path.Take(path is ["", "api" or "public" or "dev" or "health", ..] ? 3 : 2));
        var last = path.Last(step => !step.StartsWith('{'));
        return row.Contains(resource, StringComparison.Ordinal) && Regex.IsMatch(row, $@"(?<![\w-]){Regex.Escape(last)}(?![\w-])");
    }

    /// <summary>Names between braces and of query fields.</summary>
    private static IEnumerable<string> Named(string row) =>
        Braces().Matches(row).SelectMany(m => Name().Matches(m.Groups[1].Value)).Select(m => m.Value).Where(name => name != "or")
            .Concat(Query().Matches(row).Select(m => m.Groups[1].Value));

    private static IEnumerable<string> Words(JsonElement schema) =>
        schema.TryGetProperty("properties", out var members) ? members.EnumerateObject().Select(m => m.Name) : [];

    private static string[] Rows() => [.. Row().Matches(Repository.Read("docs/http.md")).Select(m => m.Value)];

    private async Task<JsonElement> DocumentAsync() => await (await started.Gateway.Http.GetAsync("/openapi/v1.json")).JsonAsync(200);

    [GeneratedRegex(@"^\| `.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Braces();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Name();

    [GeneratedRegex("[?&]([a-zA-Z]+)=")]
    private static partial Regex Query();
}
