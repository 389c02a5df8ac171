using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Reports;

/// <summary>
/// The weak <c>ETag</c> of figures: position, rows, and a seal over both and the question they answer. While the journal has not grown an unchanged
/// answer is known without counting; when it has, but these rows are the same, it still need not be sent. The seal keeps a tag from being believed
/// for another question, another form, or a court that the question is not about.
/// </summary>
/// <param name="city">Sheets name courts: a city loaded anew may name them otherwise.</param>
internal sealed class CountsTag(CountsQuestion question, FileForm form, CitySnapshot city)
{
    private readonly string _question = string.Create(
        CultureInfo.InvariantCulture, $"{question.From:yyyyMMdd}.{question.To:yyyyMMdd}.{question.By:D}.{question.Split:D}.{question.Court}.{form:D}.{city.Version}");

    public string Of(CountsView view) => Written(view.AsOf.Position, RowsOf(view));

    /// <summary>The tag of this answer at this very position, when the caller has it already; else null.</summary>
    public string? HeldAt(HttpRequest request, long position) => Held(request).FirstOrDefault(t => t.Position == position)?.Text;

    /// <summary>Whether the caller has these rows, wherever the journal stood.</summary>
    public bool IsHeld(HttpRequest request, CountsView view)
    {
        var rows = RowsOf(view);
        return Held(request).Any(t => t.Rows == rows);
    }

    /// <summary>Those of the caller's tags that were given for this question; of all others nothing is believed.</summary>
    private IEnumerable<Tag> Held(HttpRequest request)
    {
        foreach (var text in request.Headers.IfNoneMatch.SelectMany(h => (h ?? "").Split(',', StringSplitOptions.TrimEntries)))
        {
            if (text.Split('"', '.') is [_, var at, var rows, ..]
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                && Written(position, rows) == text)
                yield return new Tag(text, position, rows);
        }
    }

    private string Written(long position, string rows)
    {
        var told = string.Create(CultureInfo.InvariantCulture, $"{position}.{rows}");
        return $"W/\"{told}.{Digest(Encoding.UTF8.GetBytes($"{told}.{_question}"))}\"";
    }

    private static string RowsOf(CountsView view) => Digest(JsonSerializer.SerializeToUtf8Bytes(view.Rows, WireJson.Answers.ImmutableArrayCountView));

    private static string Digest(byte[] of) => Base64Url.EncodeToString(SHA256.HashData(of).AsSpan(0, 12));

    private sealed record Tag(string Text, long Position, string Rows);
}
