using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PetitionMesh.Bench.Load;

/// <summary>
/// One keep-alive HTTP/1.1 connection, written by hand: the generator shares the two cores with what it measures, so a
/// request must cost it microseconds. Reads answers with Content-Length and chunked ones.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _in = new byte[16 * 1024];
    private int _filled;

    public ValueTask ConnectAsync(int port) => _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), CancellationToken.None);

    public void Dispose() => _socket.Dispose();

    /// <summary>Sends one request and reads its whole answer. The answer's memory is valid until the next call.</summary>
    public async ValueTask<Answer> SendAsync(ReadOnlyMemory<byte> request)
    {
        while (request.Length > 0)
            request = request[await _socket.SendAsync(request).ConfigureAwait(false)..];

        _filled = 0;
        while (true)
        {
            if (_filled == _in.Length)
                Array.Resize(ref _in, _in.Length * 2);
            var read = await _socket.ReceiveAsync(_in.AsMemory(_filled)).ConfigureAwait(false);
            if (read == 0)
                throw new IOException("The server closed the connection in the middle of an answer.");
            _filled += read;
            if (TryParse(_in.AsMemory(0, _filled), out var answer))
                return answer;
        }
    }

    private static bool TryParse(ReadOnlyMemory<byte> bytes, out Answer answer)
    {
        answer = default;
        var span = bytes.Span;
        var headEnd = span.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
            return false;
        var head = span[..headEnd];
        var body = bytes[(headEnd + 4)..];
        if (!Utf8Parser.TryParse(head[9..12], out int status, out _))
            throw new IOException($"Not a status line: {Encoding.ASCII.GetString(head)}");
        if (TryFindLength(head, out var length))
        {
            if (body.Length < length)
                return false;
            answer = new Answer(status, body[..length]);
            return true;
        }

        if (head.IndexOf("chunked"u8) < 0)
            throw new IOException($"Neither length nor chunks: {Encoding.ASCII.GetString(head)}");
        if (!body.Span.EndsWith("0\r\n\r\n"u8))
            return false;
        answer = new Answer(status, body);
        return true;
    }

    private static bool TryFindLength(ReadOnlySpan<byte> head, out int length)
    {
        length = 0;
        foreach (var line in head.Split("\r\n"u8))
        {
            var text = head[line];
            if (text.Length > 15 && Ascii.EqualsIgnoreCase(text[..15], "content-length:"u8))
                return Utf8Parser.TryParse(text[15..].TrimStart((byte)' '), out length, out _);
        }

        return false;
    }
}

/// <summary>Status and body as it came (chunk marks included).</summary>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body);
