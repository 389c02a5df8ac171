using System.Text;
using Microsoft.Net.Http.Headers;

namespace PetitionMesh.Gateway.Documents;

/// <summary>A file that is written to disk first and then sent: office formats are written synchronously, and a large one must not stand in memory.</summary>
/// <param name="name">Offered file name, without anything personal.</param>
/// <param name="write">Writes the whole file.</param>
internal sealed class FileAnswer(FileForm format, string name, Func<Stream, CancellationToken, Task> write, string? tag = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await write(file, httpContext.RequestAborted);
        file.Position = 0;
        var response = httpContext.Response;
        response.ContentType = format is FileForm.Csv or FileForm.Page ? $"{FileForms.TypeOf(format)}; charset=utf-8" : FileForms.TypeOf(format);
        response.ContentLength = file.Length;
        response.Headers.CacheControl = "no-store";
        if (tag is not null)
            response.Headers.ETag = tag;
        var disposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = $"{name}.{FileForms.WordOf(format)}" };
        response.Headers.ContentDisposition = disposition.ToString();
        await file.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    public static FileAnswer OfText(FileForm format, string name, string text, string? tag = null) =>
        new(format, name, (stream, cancellationToken) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask(), tag);
}
