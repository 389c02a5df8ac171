using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace PetitionMesh.Gateway.Manner;

/// <summary>A request's JSON, read strictly: bounded, valid UTF-8, no unknown or duplicate field. Either <see cref="Value"/> or <see cref="Problem"/>.</summary>
/// <param name="Bytes">The JSON as it came, without a byte order mark, for its hash or a second reading; empty after a problem.</param>
internal readonly record struct JsonBody<T>(T Value, Problem? Problem, ReadOnlyMemory<byte> Bytes);

/// <summary>Reads JSON bodies.</summary>
internal static class JsonBody
{
    /// <summary>Ordinary bodies hold at most 64 KiB.</summary>
    public const int OrdinaryLimit = 64 << 10;

    /// <param name="limit">Bytes; above it the answer is 413, whatever the rest holds.</param>
    public static async ValueTask<JsonBody<T>> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> shape, int limit = OrdinaryLimit)
    {
        if (context.Request.ContentLength > limit)
            return Refused<T>(Problems.TooLarge(limit));
        if (!IsJson(context.Request.ContentType))
            return Refused<T>(Problems.WrongContentType("application/json"));
        var bytes = await RawBody.ReadAsync(context.Request, limit);
        return bytes is null ? Refused<T>(Problems.TooLarge(limit)) : Parse(bytes, shape);
    }

    /// <summary>The same where the body may be left out: <see cref="JsonBody{T}.Value"/> is null then.</summary>
    public static async ValueTask<JsonBody<T?>> ReadOptionalAsync<T>(HttpContext context, JsonTypeInfo<T> shape)
        where T : class
    {
        if (context.Request.ContentLength is 0 || (context.Request.ContentLength is null && context.Request.ContentType is null))
            return new(null, null, default);
        var body = await ReadAsync(context, shape);
        return new(body.Problem is null ? body.Value : null, body.Problem, body.Bytes);
    }

    private static JsonBody<T> Parse<T>(byte[] bytes, JsonTypeInfo<T> shape)
    {
        ReadOnlyMemory<byte> json = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
        var text = json.Span;
        if (text.IsEmpty)
            return Refused<T>(Problems.Malformed("请求内容为空，请提交 JSON 内容。"));
        if (!Utf8.IsValid(text))
            return Refused<T>(Problems.Malformed("请求内容不是有效的 UTF-8 编码，请以 UTF-8 编码重新提交。"));
        try
        {
            return JsonSerializer.Deserialize(text, shape) is { } value
                ? new(value, null, json)
                : Refused<T>(Problems.Malformed("请求内容为 null，请提交 JSON 对象。"));
        }
        catch (JsonException fault)
        {
            return Refused<T>(JsonFault.Explain(fault));
        }
    }

    private static JsonBody<T> Refused<T>(Problem problem) => new(default!, problem, default);

    private static bool IsJson(string? contentType)
    {
        if (contentType is null)
            return false;
        var media = contentType.AsSpan();
        var end = media.IndexOf(';');
        var parameters = end < 0 ? default : media[(end + 1)..].Trim();
        return (end < 0 ? media : media[..end]).Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (parameters.IsEmpty || !parameters.StartsWith("charset", StringComparison.OrdinalIgnoreCase)
                || parameters.Contains("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
