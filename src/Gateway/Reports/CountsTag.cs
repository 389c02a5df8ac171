using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Reports;

/// <summary>
/// The weak <c>ETag</c> of figures: position and rows. While the journal has not grown an unchanged answer is known without counting; when it has, but
/// these rows are the same, it still need not be sent.
/// </summary>
internal static class CountsTag
{
    public static string Of(CountsView view) => string.Create(CultureInfo.InvariantCulture, $"W/\"{view.AsOf.Position}-{RowsOf(view)}\"");

    /// <summary>Whether one of the caller's tags was given for this very position.</summary>
    public static bool IsAt(HttpRequest request, long position) =>
        Tags(request).Any(t => t.StartsWith(string.Create(CultureInfo.InvariantCulture, $"W/\"{position}-"), StringComparison.Ordinal));

    /// <summary>Whether the caller has these rows, wherever the journal stood.</summary>
    public static bool Knows(HttpRequest request, CountsView view)
    {
        var rows = $"-{RowsOf(view)}\"";
        return Tags(request).Any(t => t.EndsWith(rows, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Tags(HttpRequest request) =>
        request.Headers.IfNoneMatch.SelectMany(h => (h ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string RowsOf(CountsView view) =>
        Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view.Rows, WireJson.Answers.ImmutableArrayCountView)).AsSpan(0, 12));
}
