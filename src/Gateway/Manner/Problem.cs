using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PetitionMesh.Gateway.Manner;

/// <summary>
/// One refusal on the wire: RFC 9457 <c>application/problem+json</c> with a stable <c>type</c> and Chinese sentences that say what to do.
/// </summary>
/// <param name="Slug">Last part of <c>type</c>; stable, callers may switch on it.</param>
/// <param name="Detail">What to do now, in Chinese. Never repeats personal data.</param>
internal sealed record Problem(int Status, string Slug, string Title, string Detail) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The rule it stands on, such as <c>W16</c>.</summary>
    public string? Rule { get; init; }

    /// <summary><c>unknown</c> when nobody knows yet whether it was done: repeat with the same key.</summary>
    public string? Outcome { get; init; }

    /// <summary>Seconds to wait before trying again.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Field (camelCase path) to sentences.</summary>
    public IReadOnlyDictionary<string, List<string>>? Errors { get; init; }

    /// <summary>The question "which of these cases?" (409).</summary>
    public ImmutableArray<CandidateView> Candidates { get; init; } = [];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var bytes = new ArrayBufferWriter<byte>(512);
        await using (var json = new Utf8JsonWriter(bytes, Readable))
            Write(json, httpContext.TraceIdentifier);
        response.ContentLength = bytes.WrittenCount;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(bytes.WrittenMemory, httpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter json, string traceId)
    {
        json.WriteStartObject();
        json.WriteString("type", $"/problems/{Slug}");
        json.WriteString("title", Title);
        json.WriteNumber("status", Status);
        json.WriteString("detail", Detail);
        json.WriteString("traceId", traceId);
        if (Rule is not null)
            json.WriteString("rule", Rule);
        if (Outcome is not null)
            json.WriteString("outcome", Outcome);
        if (Errors is { Count: > 0 })
            WriteErrors(json, Errors);
        if (!Candidates.IsDefaultOrEmpty)
        {
            json.WritePropertyName("candidates");
            JsonSerializer.Serialize(json, Candidates, WireJson.Answers.ImmutableArrayCandidateView);
        }
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyDictionary<string, List<string>> errors)
    {
        json.WriteStartObject("errors");
        foreach (var (field, messages) in errors)
        {
            json.WriteStartArray(field);
            foreach (var message in messages)
                json.WriteStringValue(message);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
