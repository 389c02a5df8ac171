namespace PetitionMesh.Peers.Sql;

/// <summary>The embedded statements, by file name.</summary>
internal static class SqlText
{
    public static string Of(string name)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream(name + ".sql")
            ?? throw new InvalidOperationException($"No embedded statement {name}.sql");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
