using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PetitionMesh.Gateway.Tests.OpenApi;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>
/// Remembers what a test sent and was answered. When the test's gateway ends, every status, answer and accepted body must be one that the
/// served document knows.
/// </summary>
internal sealed class HeldAgainstDocument
{
    /// <summary>Of one gateway; few tests ask more often, and then for the same.</summary>
    private const int Most = 500;

    /// <summary>All gateways of an environment serve the same.</summary>
    private static readonly ConcurrentDictionary<string, string> s_documents = new();

    private readonly List<Exchange> _exchanges = [];

    public HttpMessageHandler Watch(HttpMessageHandler inner) => new Watching(this, inner);

    /// <returns>What the document does not know.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(Uri address, string environment)
    {
        if (!s_documents.TryGetValue(environment, out var served))
        {
            using var client = new HttpClient { BaseAddress = address };
            served = s_documents[environment] = await client.GetStringAsync("/openapi/v1.json");
        }
        using var document = JsonDocument.Parse(served);
        var operations = Operation.Of(document.RootElement).ToArray();
        var check = new SchemaCheck(document.RootElement);
        return [.. _exchanges.SelectMany(e => Check(e, operations, check)).Distinct()];
    }

    private static List<string> Check(Exchange exchange, Operation[] operations, SchemaCheck check)
    {
        // A HEAD is its GET without the body. An address that is spelled out goes before one with a name in its place.
        var method = exchange.Method == "HEAD" ? "GET" : exchange.Method;
        var operation = operations.Where(o => o.Method == method && IsOf(o.Path, exchange.Path)).MinBy(o => o.Path.Count(c => c == '{'));
        if (operation is null)
            return exchange.Status is 404 or 405 || !exchange.Path.StartsWith("/api/", StringComparison.Ordinal) ? [] : [$"{exchange.Method} {exchange.Path}"];
        var status = exchange.Status.ToString(CultureInfo.InvariantCulture);
        if (!operation.Json.GetProperty("responses").TryGetProperty(status, out var response))
            return [$"{operation.Name}: {status}"];
        var lies = new List<string>();
        if (exchange.Answer is { } answer)
            lies.AddRange(Misfits(answer, check.Resolve(response), exchange.Type!, check).Select(lie => $"{operation.Name}: {status}: {lie}"));
        if (exchange is { Sent: { } sent, Status: < 300 } && operation.Json.TryGetProperty("requestBody", out var body))
            lies.AddRange(Misfits(sent, body, "application/json", check).Select(lie => $"{operation.Name}: accepted: {lie}"));
        return lies;
    }

    private static IEnumerable<string> Misfits(string json, JsonElement holder, string type, SchemaCheck check)
    {
        if (!holder.TryGetProperty("content", out var content) || !content.TryGetProperty(type, out var media))
            return [type];
        using var value = JsonDocument.Parse(json.TrimStart('\uFEFF')); // A body may begin with a byte order mark.
        return [.. check.Check(value.RootElement, media.GetProperty("schema"))];
    }

    private static bool IsOf(string template, string path)
    {
        var (named, given) = (template.TrimEnd('/').Split('/'), path.TrimEnd('/').Split('/'));
        return named.Length == given.Length && named.Zip(given).All(part => part.First is ['{', ..] || part.First == part.Second);
    }

    /// <param name="Sent">The JSON of the request; null without.</param>
    /// <param name="Answer">The JSON of the answer; null where it is something else.</param>
    private sealed record Exchange(string Method, string Path, string? Sent, int Status, string? Type, string? Answer);

    private sealed class Watching(HeldAgainstDocument held, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (held._exchanges.Count >= Most)
                return await base.SendAsync(request, cancellationToken);
            var sent = await JsonOfAsync(request.Content, cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            var exchange = new Exchange(
                request.Method.Method, request.RequestUri!.AbsolutePath, sent, (int)answer.StatusCode,
                answer.Content.Headers.ContentType?.MediaType, request.Method == HttpMethod.Head ? null : await JsonOfAsync(answer.Content, cancellationToken));
            lock (held._exchanges)
                held._exchanges.Add(exchange);
            return answer;
        }

        private static async Task<string?> JsonOfAsync(HttpContent? content, CancellationToken cancellationToken)
        {
            if (content?.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
                return null;
            // Not as a string: a test may name an encoding that nobody knows.
            return Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken));
        }
    }
}
