using System.Text;

namespace PetitionMesh.Gateway.Documents;

/// <summary>Writes tables as CSV for spreadsheets: UTF-8 with a mark, so that Chinese is read rightly, and texts that begin like a formula disarmed.</summary>
internal static class CsvText
{
    public static string Of(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, titles.Select(t => SheetCell.Of(t)));
        foreach (var row in rows)
            Line(text, row);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<SheetCell> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                text.Append(',');
            first = false;
            text.Append(cell.Kind == CellKind.Text ? Quoted(cell.Text!) : cell.Show());
        }
        text.Append("\r\n");
    }

    /// <summary>CSV has no types: a spreadsheet would run a text that begins with one of these, so it gets an apostrophe.</summary>
    private static string Quoted(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
