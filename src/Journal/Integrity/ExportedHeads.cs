using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Integrity;

/// <summary>The file of exported heads: one line <c>position hash instant</c> per head, only ever appended to.</summary>
public static class ExportedHeads
{
    public static string PathIn(string directory) => Path.Combine(directory, "heads.log");

    public static async Task AppendAsync(string path, JournalHead head, DateTimeOffset at)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.AppendAllTextAsync(path, string.Create(CultureInfo.InvariantCulture, $"{head.Position} {head.HashText} {at.UtcDateTime:O}\n"));
    }

    /// <summary>The heads of a file, by position; empty when there is none.</summary>
    /// <exception cref="FormatException">A line is no head. A last line without its end (a crash while writing) is passed over.</exception>
    public static async Task<ImmutableArray<JournalHead>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return [];
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var complete = text[..(text.LastIndexOf('\n') + 1)];
        return [.. complete.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OrderBy(h => h.Position)];
    }

    private static JournalHead Parse(string line) =>
        line.Split(' ') is [var position, { Length: 64 } hash, _] && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new JournalHead(at, [.. Convert.FromHexString(hash)])
            : throw new FormatException($"Not an exported head: '{line}'.");
}
