using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Integrity;

/// <summary>The file of exported heads: one line <c>position hash instant</c> per head, only ever appended to.</summary>
public static class ExportedHeads
{
    /// <summary>Bytes; a position, a hash and an instant take half of it.</summary>
    private const int LongestLine = 256;

    public static string PathIn(string directory) => Path.Combine(directory, "heads.log");

    /// <summary>Appends one line. A last line torn by a crash or a full disk gives way: glued to this one it would make the file unreadable for ever.</summary>
    public static async Task AppendAsync(string path, JournalHead head, DateTimeOffset at)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var end = EndOfLastLine(file);
        if (end < file.Length)
            file.SetLength(end);
        file.Position = end;
        await file.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Position} {head.HashText} {at.UtcDateTime:O}\n")));
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

    private static long EndOfLastLine(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, LongestLine)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return file.Position - tail.Length + tail.AsSpan().LastIndexOf((byte)'\n') + 1;
    }

    private static JournalHead Parse(string line) =>
        line.Split(' ') is [var position, { Length: 64 } hash, _] && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new JournalHead(at, [.. Convert.FromHexString(hash)])
            : throw new FormatException($"heads.log 中有一行不是留存的校验值：“{line}”，请换用完好的一份。");
}
