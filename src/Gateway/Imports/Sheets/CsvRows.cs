using System.Text;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Reads CSV as RFC 4180 describes it, record by record: quotes with commas, line breaks and doubled quotes inside; any line end. Lenient
/// where spreadsheets are: a quote within an unquoted cell is a character like any other. Cells are cut at the limit, so an
/// unclosed quote costs no memory.
/// </summary>
internal sealed class CsvRows
{
    private readonly TextReader _text;
    private readonly SheetLimits _limits;
    private readonly char _separator;
    private readonly StringBuilder _cell = new();
    private SheetCellFlaw _flaw;

    private CsvRows(TextReader text, SheetLimits limits, char separator) => (_text, _limits, _separator) = (text, limits, separator);

    public static IEnumerable<SheetRow> Read(Stream stream, SheetLimits limits)
    {
        var encoding = CsvEncoding.Of(stream);
        stream.Position = 0;
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
        var firstLine = PeekLine(stream, encoding);
        var rows = new CsvRows(text, limits, SeparatorOf(firstLine));
        for (var line = 1; text.Peek() >= 0; line++)
            yield return new SheetRow(0, line, rows.ReadRecord());
    }

    private static string PeekLine(Stream stream, Encoding encoding)
    {
        var head = new byte[4096];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var chars = new char[encoding.GetMaxCharCount(read)];
        var count = encoding.GetDecoder().GetChars(head, 0, read, chars, 0, flush: false);
        var text = chars.AsSpan(0, count);
        var end = text.IndexOfAny('\r', '\n');
        return new string(end < 0 ? text : text[..end]);
    }

    /// <summary>Comma, unless the first line has tabs or semicolons and no comma: what Excel writes in some regions.</summary>
    private static char SeparatorOf(string line) =>
        line.Contains(',') ? ',' : line.Contains('\t') ? '\t' : line.Contains(';') ? ';' : ',';

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
                _text.Read();
            return cells;
        }
    }

    /// <summary>Reads one cell into <see cref="_cell"/> and returns the character that ended it, -1 at the end of the file.</summary>
    private int ReadCell()
    {
        _cell.Clear();
        _flaw = SheetCellFlaw.None;
        if (_text.Peek() == '"')
        {
            _text.Read();
            if (!ReadQuoted())
                return -1;
        }
        while (true)
        {
            var c = _text.Read();
            if (c < 0 || c == _separator || c is '\r' or '\n')
                return c;
            Append((char)c);
        }
    }

    /// <returns>false when the file ended within the quotes.</returns>
    private bool ReadQuoted()
    {
        while (true)
        {
            var c = _text.Read();
            if (c < 0)
            {
                _flaw = SheetCellFlaw.UnclosedQuote;
                return false;
            }
            if (c == '"')
            {
                if (_text.Peek() != '"')
                    return true;
                _text.Read();
            }
            Append((char)c);
        }
    }

    private void Append(char c)
    {
        if (_cell.Length < _limits.MaxCellLength)
            _cell.Append(c);
        else if (_flaw == SheetCellFlaw.None)
            _flaw = SheetCellFlaw.TooLong;
    }
}
