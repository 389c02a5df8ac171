using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Pages;

/// <summary>
/// <c>/console</c>: the pages of windows, leaders and the supervising office. They are files without data; what they show they ask
/// the interface for, with the token of whoever uses them.
/// </summary>
internal static class ConsoleEndpoints
{
    private const string Prefix = "PetitionMesh.Gateway.Pages.Console.";

    /// <summary>Nothing from elsewhere, nothing inline that acts, in nobody's frame.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Piece> Pieces = Read();

    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console", (HttpContext context) => Show(context, "index.html")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/console/{file}", Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Show(HttpContext context, string file)
    {
        if (!Pieces.TryGetValue(file, out var piece))
            return Problems.NotFound("没有这个页面，请从首页进入。");
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-cache"; // Asked anew each time, answered 304 while the release is the same.
        return Results.Bytes(piece.Bytes, piece.Type, entityTag: piece.Tag);
    }

    private static FrozenDictionary<string, Piece> Read()
    {
        var assembly = typeof(ConsoleEndpoints).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return new Piece(bytes, Types[Path.GetExtension(name)], new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
            });
    }

    private sealed record Piece(byte[] Bytes, string Type, EntityTagHeaderValue Tag);
}
