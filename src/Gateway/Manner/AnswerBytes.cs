using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PetitionMesh.Gateway.Manner;

/// <summary>
/// One writer and buffer per thread: an answer is written at once, its length known before the first byte goes out, and nothing of it
/// is allocated. Never held across an await.
/// </summary>
internal static class AnswerBytes
{
    /// <summary>A buffer that one large answer has blown up is not kept.</summary>
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static Task SendAsync<T>(HttpResponse response, T value, Action<Utf8JsonWriter, T> write, CancellationToken cancellationToken)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        writer.Reset(buffer);
        write(writer, value);
        writer.Flush();
        var bytes = buffer.WrittenSpan;
        response.ContentLength = bytes.Length;
        response.BodyWriter.Write(bytes);
        if (buffer.Capacity > LargestKept)
            (_buffer, _writer) = (null, null);
        var sent = response.BodyWriter.FlushAsync(cancellationToken);
        return sent.IsCompletedSuccessfully ? Task.CompletedTask : sent.AsTask();
    }
}
