using System.Buffers;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Reads a body into memory, never more than its bound.</summary>
internal static class RawBody
{
    /// <returns>The bytes, or null once the body shows to be longer than <paramref name="limit"/>.</returns>
    public static async ValueTask<byte[]?> ReadAsync(HttpRequest request, int limit)
    {
        var pipe = request.BodyReader;
        while (true)
        {
            var read = await pipe.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > limit)
            {
                pipe.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                pipe.AdvanceTo(read.Buffer.End);
                return bytes;
            }
            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
