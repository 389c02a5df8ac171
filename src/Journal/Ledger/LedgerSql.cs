using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Reads the embedded statements of the ledger, one per file.</summary>
internal static class LedgerSql
{
    private const string Root = "PetitionMesh.Journal.Ledger.";

    /// <param name="path">For example <c>Postgres/write/case_file</c>.</param>
    public static string Read(string path)
    {
        var name = Root + path.Replace('/', '.') + ".sql";
        using var stream = typeof(LedgerSql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded statement '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>All statements of a folder, in the order of their names.</summary>
    public static ImmutableArray<string> ReadAll(string folder)
    {
        var prefix = Root + folder.Replace('/', '.') + ".";
        return
        [
            .. typeof(LedgerSql).Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => Read(n[Root.Length..^".sql".Length].Replace('.', '/'))),
        ];
    }
}
