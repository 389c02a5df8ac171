using System.Collections.Immutable;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>Reads the embedded statements of the stores, one per file.</summary>
internal static class EmbeddedSql
{
    private const string Root = "PetitionMesh.Journal.";

    /// <param name="path">For example <c>Sqlite/statements/insert_event</c>.</param>
    public static string Read(string path)
    {
        var name = Root + path.Replace('/', '.') + ".sql";
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded statement '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The steps that make a schema, in the order of their names. A step once released is never changed; a new one follows it.</summary>
    public static ImmutableArray<SchemaStep> ReadSteps(string folder)
    {
        var prefix = Root + folder.Replace('/', '.') + ".";
        return
        [
            .. typeof(EmbeddedSql).Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Select(n => n[prefix.Length..^".sql".Length])
                .Order(StringComparer.Ordinal)
                .Select(n => new SchemaStep(n, Read($"{folder}/{n}"))),
        ];
    }
}

/// <summary>One statement of a schema's history; it runs once and is remembered by its name.</summary>
internal sealed record SchemaStep(string Name, string Sql);
