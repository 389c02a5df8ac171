using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Report;

/// <summary>Replaces one marked part of docs/performance.md and leaves the words around it alone.</summary>
internal static class PerformancePage
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", "performance.md");

    /// <exception cref="InvalidOperationException">The page has no such markers.</exception>
    public static void Replace(string part, string text)
    {
        var page = File.ReadAllText(Path);
        var (begin, end) = ($"<!-- {part}:begin -->", $"<!-- {part}:end -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{Path} lacks the markers {begin} and {end}.");
        File.WriteAllText(Path, $"{page[..from]}{begin}\n\n{text.Trim()}\n\n{page[to..]}");
    }
}
