using System.Text;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Reads CSV as RFC 4180 describes it, record by record: quotes with commas, line breaks and doubled quotes inside; any line end. Lenient
/// where spreadsheets are: a quote within an unquoted cell is a character like any other. Cells are cut at the limit, so an
/// unclosed quote costs no memory; nor does it swallow the rows below, as far as can be told.
/// </summary>
internal sealed class CsvRows
{
    private const string Separators = ",\t;";

    /// <summary>Longest cell that is looked at again for the rows in it, in UTF-16 units.</summary>
    private const int LongestSwallowed = 8 * 1024;

    private readonly CsvText _text;
    private readonly SheetLimits _limits;
    private readonly char _separator;
    private readonly StringBuilder _cell = new();
    private readonly StringBuilder _quoted = new();
    private SheetCellFlaw _flaw;

    private CsvRows(CsvText text, SheetLimits limits, char separator) => (_text, _limits, _separator) = (text, limits, separator);

    public static IEnumerable<SheetRow> Read(Stream stream, SheetLimits limits, IReadOnlyList<SheetColumn> columns)
    {
        var encoding = CsvEncoding.Of(stream);
        return Read(stream, encoding, limits, SeparatorOf(stream, encoding, limits, columns));
    }

    private static IEnumerable<SheetRow> Read(Stream stream, Encoding encoding, SheetLimits limits, char separator)
    {
        stream.Position = 0;
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
        var characters = new CsvText(text);
        var rows = new CsvRows(characters, limits, separator);
        for (var line = 1; characters.Peek() >= 0; line++)
            yield return new SheetRow(0, line, rows.ReadRecord());
    }

    /// <summary>The one that makes a header of one of the first lines; comma where none does. A title may hold any of them.</summary>
    private static char SeparatorOf(Stream stream, Encoding encoding, SheetLimits limits, IReadOnlyList<SheetColumn> columns) =>
        Separators.MaxBy(separator => Read(stream, encoding, limits, separator)
            .Take(limits.MaxLinesBeforeHeader).Select(line => SheetHeader.CountNames(line, columns)).DefaultIfEmpty().Max());

    private List<SheetCell> ReadRecord()
    {
        var cells = new List<SheetCell>();
        while (true)
        {
            var end = ReadCell();
            if (cells.Count < _limits.MaxColumns)
                cells.Add(_flaw == SheetCellFlaw.None ? SheetCell.Of(_cell.ToString(), _limits.MaxCellLength) : new SheetCell(_cell.ToString(), Flaw: _flaw));
            if (end == _separator)
                continue;
            if (end == '\r' && _text.Peek() == '\n')
                _text.Take();
            return cells;
        }
    }

    /// <summary>Reads one cell into <see cref="_cell"/> and returns the character that ended it, -1 at the end of the file.</summary>
    private int ReadCell()
    {
        _cell.Clear();
        _flaw = SheetCellFlaw.None;
        var lineEnd = -1;
        if (_text.Peek() == '"')
        {
            _text.Take();
            if (!ReadQuoted())
                return -1;
            lineEnd = _quoted.ToString().IndexOfAny(['\r', '\n']);
        }
        while (true)
        {
            var c = _text.Take();
            if (c < 0 || c == _separator || c is '\r' or '\n')
                return c;
            if (lineEnd >= 0 && !char.IsWhiteSpace((char)c))
                return ReadAgain(lineEnd, (char)c);
            Append((char)c);
        }
    }

    /// <returns>false when the file ended within the quotes.</returns>
    private bool ReadQuoted()
    {
        _quoted.Clear();
        while (true)
        {
            var c = _text.Take();
            if (c < 0)
            {
                _flaw = SheetCellFlaw.UnclosedQuote;
                return false;
            }
            if (_quoted.Length <= LongestSwallowed)
                _quoted.Append((char)c);
            if (c == '"')
            {
                if (_text.Peek() != '"')
                    return true;
                _quoted.Append((char)_text.Take());
            }
            Append((char)c);
        }
    }

    /// <summary>
    /// Text behind the closing quote of a cell of several lines: the quote was never closed, and the one that seemed to close it begins a cell of
    /// a later row. The row ends where its line does, and what followed is read again as rows; where that is too much, it goes with the row.
    /// </summary>
    private int ReadAgain(int end, char next)
    {
        _flaw = SheetCellFlaw.StrayQuote;
        if (_quoted.Length > LongestSwallowed)
            return _text.TakeLine();
        _text.GiveBack(_quoted.ToString(end + 1, _quoted.Length - end - 1) + next);
        return _quoted[end];
    }

    private void Append(char c)
    {
        if (_cell.Length < _limits.MaxCellLength)
            _cell.Append(c);
        else if (_flaw == SheetCellFlaw.None)
            _flaw = SheetCellFlaw.TooLong;
    }
}
