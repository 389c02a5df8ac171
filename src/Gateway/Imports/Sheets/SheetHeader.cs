using System.Collections.Immutable;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Where the columns are. Names are compared without spaces, widths, marks and a trailing note in brackets; order is free.</summary>
internal sealed class SheetHeader
{
    private const int MostTold = 10;

    /// <summary>Columns of any sheet that nobody expects to be imported.</summary>
    private static readonly ImmutableArray<string> Unneeded = ["序号", "编号", "备注", "NO", "NO."];

    private readonly string[] _names;
    private readonly Dictionary<SheetColumn, int> _places;

    private SheetHeader(string[] names, Dictionary<SheetColumn, int> places, int lastLine) => (_names, _places, LastLine) = (names, places, lastLine);

    /// <summary>The line that the rows begin below.</summary>
    public int LastLine { get; }

    /// <summary>The place of a column from 0; -1 if the sheet lacks it.</summary>
    public int PlaceOf(SheetColumn column) => _places.GetValueOrDefault(column, -1);

    /// <summary>Takes the line as header, perhaps with the one below it (信访人情况 above 姓名 and 证件号码), if it has every required column; else null.</summary>
    /// <exception cref="SheetUnreadableException">It is the header and has a column twice: nobody can say which one counts.</exception>
    public static SheetHeader? TryFind(SheetRow upper, SheetRow? lower, IReadOnlyList<SheetColumn> columns)
    {
        var above = Names(upper);
        if (lower is not null && Combine(above, Names(lower), columns) is { } both && TryFind(both, lower.Line, columns) is { } header)
            return header;
        return TryFind(above, upper.Line, columns);
    }

    /// <summary>How many of the cells are names of columns.</summary>
    public static int CountNames(SheetRow line, IReadOnlyList<SheetColumn> columns) => Names(line).Count(name => IsKnown(name, columns));

    /// <summary>What the sheet has that isn't known, and what it may be meant for; empty where every column is known.</summary>
    public string Note(IReadOnlyList<SheetColumn> columns)
    {
        var unknown = _names.Where((name, place) => name.Length > 0 && !_places.ContainsValue(place) && !Unneeded.Contains(name)).Distinct().ToArray();
        if (unknown.Length == 0)
            return "";
        var told = string.Join('、', unknown.Take(MostTold).Select(name => $"“{(name.Length > 20 ? name[..20] + "…" : name)}”"));
        var missing = columns.Where(column => !_places.ContainsKey(column)).Select(column => column.Name).ToArray();
        return $"表头中的{told}{(unknown.Length > MostTold ? $"等{unknown.Length}列" : "")}不是可识别的列名，未导入"
            + (missing.Length == 0 ? "。" : $"；表中没有的列：{string.Join('、', missing)}。如只是列名不同，请改为这些列名后重新上传。");
    }

    private static SheetHeader? TryFind(string[] names, int lastLine, IReadOnlyList<SheetColumn> columns)
    {
        NameByPlace(names, columns);
        var places = new Dictionary<SheetColumn, int>();
        foreach (var column in columns)
        {
            var name = column.AllNames.FirstOrDefault(candidate => names.Contains(candidate, StringComparer.Ordinal));
            if (name is not null)
                places[column] = Array.IndexOf(names, name);
        }
        if (columns.Any(column => column.IsRequired && !places.ContainsKey(column)))
            return null;
        var twice = places.Values.Select(place => names[place]).FirstOrDefault(name => names.Count(other => other == name) > 1);
        return twice is null
            ? new SheetHeader(names, places, lastLine)
            : throw new SheetUnreadableException($"表头中“{twice}”出现了不止一次，请保留一列后重新上传。");
    }

    /// <summary>联系电话 right behind 责任人, or a second one anywhere behind, is the handler's.</summary>
    private static void NameByPlace(string[] names, IReadOnlyList<SheetColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column.Behind is not { } leader || column.AllNames.Any(names.Contains))
                continue;
            var behind = Array.FindIndex(names, name => leader.AllNames.Contains(name));
            var place = behind < 0 ? -1 : Array.FindIndex(names, behind + 1, name => column.NamesBehind.Contains(name));
            if (place >= 0 && (place == behind + 1 || names.Take(behind).Any(name => column.NamesBehind.Contains(name))))
                names[place] = column.Name;
        }
    }

    /// <summary>The names of two lines, 联系电话 under 责任人情况 as 责任人联系电话; null where the lower one is no part of a header.</summary>
    private static string[]? Combine(string[] upper, string[] lower, IReadOnlyList<SheetColumn> columns)
    {
        var named = lower.Where(name => name.Length > 0).ToArray();
        var known = named.Count(name => IsKnown(name, columns));
        if (known < 2 || known * 2 < named.Length || !upper.Any(name => IsKnown(name, columns)))
            return null;
        var names = new string[Math.Max(upper.Length, lower.Length)];
        var group = "";
        for (var place = 0; place < names.Length; place++)
        {
            var above = place < upper.Length ? upper[place] : "";
            group = above.Length > 0 ? above.Replace("情况", "", StringComparison.Ordinal).Replace("信息", "", StringComparison.Ordinal) : group;
            var name = place < lower.Length ? lower[place] : "";
            names[place] = name.Length == 0 ? above : IsKnown(group + name, columns) ? group + name : name;
        }
        return names;
    }

    private static bool IsKnown(string name, IReadOnlyList<SheetColumn> columns) => name.Length > 0 && columns.Any(column => column.AllNames.Contains(name));

    private static string[] Names(SheetRow line) => [.. line.Cells.Select(cell => Fold(cell.Text))];

    private static string Fold(string text)
    {
        if (text.Length > 100 || !Writing.TryFold(text, out var folded))
            return "";
        folded = folded.TrimStart('*').TrimEnd('*', ':');
        var note = folded.IndexOf('(', StringComparison.Ordinal);
        return note > 0 ? folded[..note] : folded;
    }
}
