using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PetitionMesh.Gateway.Manner;

/// <summary>The version of a resource as a strong <c>ETag</c>, and what <c>If-Match</c> asks of it.</summary>
internal static class VersionTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller has seen; null when any will do. False when the header can't be read (400).</summary>
    public static bool TryReadIfMatch(HttpRequest request, out int? version)
    {
        version = null;
        var header = request.Headers.IfMatch;
        if (header.Count == 0 || header == "*")
            return true;
        if (header.Count != 1 || !EntityTagHeaderValue.TryParse(header[0], out var tag) || tag is null)
            return false;
        if (tag.IsWeak || !int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
            seen = -1; // A tag that we never gave matches no version, and a weak one none at all (RFC 9110).
        version = seen;
        return true;
    }
}
