using System.Text.Json;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>One operation of the served document.</summary>
internal sealed record Operation(string Method, string Path, JsonElement Json)
{
    public string Name => $"{Method} {Path}";

    public bool Reads => Method == "GET";

    public IEnumerable<JsonElement> Parameters => Json.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [];

    public static IEnumerable<Operation> Of(JsonElement document) => document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(o => new Operation(o.Name.ToUpperInvariant(), path.Name, o.Value)));

    public string[] Names(string place) => [.. ParametersIn(place).Select(p => p.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];

    public IEnumerable<JsonElement> ParametersIn(string place) => Parameters.Where(p => p.GetProperty("in").GetString() == place);

    /// <summary>The words of <c>?format=</c>; one empty one where there is no choice.</summary>
    public IEnumerable<string> Forms() =>
        ParametersIn("query").Where(p => p.GetProperty("name").GetString() == "format")
            .SelectMany(p => p.GetProperty("schema").GetProperty("enum").EnumerateArray()).Select(w => w.GetString()!).DefaultIfEmpty("");

    public JsonElement Response(string status) => Json.GetProperty("responses").GetProperty(status);

    public IEnumerable<string> MediaTypes(string status) =>
        Response(status).TryGetProperty("content", out var content) ? content.EnumerateObject().Select(c => c.Name) : [];
}
