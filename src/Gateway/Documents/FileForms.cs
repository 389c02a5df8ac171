using Microsoft.Net.Http.Headers;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Documents;

/// <summary>In what form an answer is wanted.</summary>
internal enum FileForm
{
    Json,
    Page,
    Csv,
    Xlsx,
    Docx,
}

/// <summary>Reads <c>?format=</c>, else <c>Accept</c>; the answer then says that it depends on it.</summary>
internal static class FileForms
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly (FileForm Format, string Word, string Type)[] Known =
    [
        (FileForm.Json, "json", "application/json"),
        (FileForm.Page, "html", "text/html"),
        (FileForm.Csv, "csv", "text/csv"),
        (FileForm.Xlsx, "xlsx", XlsxType),
        (FileForm.Docx, "docx", DocxType),
    ];

    public static string TypeOf(FileForm format) => Known.First(k => k.Format == format).Type;

    public static string WordOf(FileForm format) => Known.First(k => k.Format == format).Word;

    /// <summary>The first that is offered unless another is asked for.</summary>
    /// <param name="offered">What this endpoint can give.</param>
    public static FileForm Read(HttpRequest request, FieldErrors errors, params FileForm[] offered)
    {
        var words = string.Join("、", Known.Where(k => offered.Contains(k.Format)).Select(k => k.Word));
        if (request.Query.TryGetValue("format", out var asked))
        {
            foreach (var known in Known)
            {
                if (known.Word == asked && offered.Contains(known.Format))
                    return known.Format;
            }
            errors.Malformed("format", $"应为 {words} 之一。");
            return offered[0];
        }
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return offered[0];
        foreach (var wanted in accepted.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1))
        {
            foreach (var known in Known)
            {
                if (offered.Contains(known.Format) && wanted.MediaType.Equals(known.Type, StringComparison.OrdinalIgnoreCase))
                    return known.Format;
            }
        }
        return offered[0];
    }
}
