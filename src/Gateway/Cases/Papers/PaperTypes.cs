using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Cases.Papers;

/// <summary>What may be filed as a paper: the type that is named, and the first bytes that such a file has.</summary>
internal static class PaperTypes
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly FrozenDictionary<string, (byte[] Beginning, string Extension)> Known =
        new Dictionary<string, (byte[], string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["application/pdf"] = ("%PDF-"u8.ToArray(), "pdf"),
            ["image/jpeg"] = ([0xFF, 0xD8, 0xFF], "jpg"),
            ["image/png"] = ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "png"),
            [Docx] = ("PK\u0003\u0004"u8.ToArray(), "docx"),
            [Xlsx] = ("PK\u0003\u0004"u8.ToArray(), "xlsx"),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ImmutableArray<string> All { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    public static string Names => "PDF、JPEG、PNG、DOCX 或 XLSX";

    /// <summary>The type in one form, or null when none of these is named.</summary>
    public static string? Named(string? contentType)
    {
        var named = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        return named is not null && Known.ContainsKey(named) ? named : null;
    }

    /// <summary>Whether the content begins as a file of this type does.</summary>
    public static bool Fits(string type, ReadOnlySpan<byte> content) => content.StartsWith(Known[type].Beginning);

    public static string ExtensionOf(string type) => Known.TryGetValue(type, out var known) ? known.Extension : "bin";
}
