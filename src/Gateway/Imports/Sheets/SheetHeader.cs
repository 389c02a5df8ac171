using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Where the columns are. Names are compared without spaces, widths, marks and a trailing note in brackets; order is free.</summary>
internal sealed class SheetHeader
{
    private readonly Dictionary<SheetColumn, int> _places;

    private SheetHeader(Dictionary<SheetColumn, int> places) => _places = places;

    /// <summary>The place of a column from 0; -1 if the sheet lacks it.</summary>
    public int PlaceOf(SheetColumn column) => _places.GetValueOrDefault(column, -1);

    /// <summary>Takes the line as header if it has every required column; else null.</summary>
    /// <exception cref="SheetUnreadableException">It is the header and has a column twice: nobody can say which one counts.</exception>
    public static SheetHeader? TryFind(SheetRow line, IReadOnlyList<SheetColumn> columns)
    {
        var names = line.Cells.Select(cell => Fold(cell.Text)).ToArray();
        var places = new Dictionary<SheetColumn, int>();
        foreach (var column in columns)
        {
            var name = column.OtherNames.Prepend(column.Name).FirstOrDefault(candidate => names.Contains(candidate, StringComparer.Ordinal));
            if (name is not null)
                places[column] = Array.IndexOf(names, name);
        }
        if (columns.Any(column => column.IsRequired && !places.ContainsKey(column)))
            return null;
        var twice = places.Values.Select(place => names[place]).FirstOrDefault(name => names.Count(other => other == name) > 1);
        return twice is null
            ? new SheetHeader(places)
            : throw new SheetUnreadableException($"表头中“{twice}”出现了不止一次，请保留一列后重新上传。");
    }

    private static string Fold(string text)
    {
        if (text.Length > 100 || !Writing.TryFold(text, out var folded))
            return "";
        folded = folded.TrimStart('*').TrimEnd('*', ':');
        var note = folded.IndexOf('(', StringComparison.Ordinal);
        return note > 0 ? folded[..note] : folded;
    }
}
