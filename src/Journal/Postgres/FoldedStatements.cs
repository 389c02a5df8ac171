using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace PetitionMesh.Journal.Postgres;

/// <summary>
/// Makes one statement of the many that write a batch: each becomes a part of one WITH. The server then starts, plans and ends one
/// execution instead of a dozen, which is most of what a lone reception costs it. The texts are the embedded ones, only their
/// parameters are numbered on; the parts write different rows, so their order does not matter.
/// </summary>
internal static partial class FoldedStatements
{
    /// <summary>Different sets of tables that are folded, each prepared once; further ones are sent part by part.</summary>
    private const int Most = 64;

    private static readonly ConcurrentDictionary<string, char> Numbers = new();
    private static readonly ConcurrentDictionary<string, string> Folded = new();

    /// <summary>Folds the commands of <paramref name="batch"/> from the given one on.</summary>
    public static void Fold(NpgsqlBatch batch, int from)
    {
        var commands = batch.BatchCommands;
        if (commands.Count - from < 2 || TextOf(commands, from) is not { } text)
            return;
        var one = new NpgsqlBatchCommand(text);
        for (var i = from; i < commands.Count; i++)
        {
            var parameters = commands[i].Parameters;
            while (parameters.Count > 0)
            {
                var moved = parameters[0];
                parameters.RemoveAt(0);
                one.Parameters.Add(moved);
            }
        }

        while (commands.Count > from)
            commands.RemoveAt(commands.Count - 1);
        commands.Add(one);
    }

    /// <summary>The folded text of these statements; null when there are too many different sets already.</summary>
    private static string? TextOf(NpgsqlBatchCommandCollection commands, int from)
    {
        Span<char> set = stackalloc char[commands.Count - from];
        for (var i = from; i < commands.Count; i++)
            set[i - from] = Numbers.GetOrAdd(commands[i].CommandText, static _ => (char)Interlocked.Increment(ref _numbers));
        var name = new string(set);
        if (Folded.TryGetValue(name, out var known))
            return known;
        if (Folded.Count >= Most)
            return null;
        var parts = new List<(string Text, int Parameters)>();
        for (var i = from; i < commands.Count; i++)
            parts.Add((commands[i].CommandText, commands[i].Parameters.Count));
        return Folded.GetOrAdd(name, Compose(parts));
    }

    private static string Compose(List<(string Text, int Parameters)> parts)
    {
        var text = new StringBuilder("with ");
        var before = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var shift = before;
            text.Append(CultureInfo.InvariantCulture, $"part_{i} as (\n");
            text.Append(Parameter().Replace(
                parts[i].Text.TrimEnd().TrimEnd(';'),
                p => $"${int.Parse(p.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + shift}"));
            text.Append(i < parts.Count - 1 ? "\n), " : "\n)\nselect 1");
            before += parts[i].Parameters;
        }

        return text.ToString();
    }

    private static int _numbers;

    [GeneratedRegex(@"\$([0-9]+)")]
    private static partial Regex Parameter();
}
