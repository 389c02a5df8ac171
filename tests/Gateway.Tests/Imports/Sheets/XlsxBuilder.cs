using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

/// <summary>Writes the smallest workbook that Excel would: shared texts, numbers, and dates by a date format.</summary>
internal sealed class XlsxBuilder
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<string> _sheets = [];
    private readonly HashSet<int> _hidden = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _textPlaces = [];

    /// <summary>Days are counted from 1904.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <summary>Cells: null (absent), string, double, DateOnly (a number with a date format), <see cref="Raw"/>.</summary>
    public XlsxBuilder Sheet(IEnumerable<IReadOnlyList<object?>> rows, params string[] merged)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        var line = 0;
        foreach (var row in rows)
        {
            line++;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{line}\">");
            for (var column = 0; column < row.Count; column++)
                xml.Append(Cell(row[column], $"{ColumnName(column)}{line}"));
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merged.Length > 0)
            xml.Append(CultureInfo.InvariantCulture, $"<mergeCells>{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>");
        return SheetXml(xml.Append("</worksheet>").ToString());
    }

    /// <summary>Hides the worksheet that was added last.</summary>
    public XlsxBuilder Hidden()
    {
        _hidden.Add(_sheets.Count - 1);
        return this;
    }

    public XlsxBuilder SheetXml(string xml)
    {
        _sheets.Add(xml);
        return this;
    }

    public MemoryStream Build(params (string Name, byte[] Content)[] extraParts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{(CountsFrom1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>{string.Concat(_sheets.Select((_, i) => $"<sheet name=\"表{i + 1}\" sheetId=\"{i + 1}\"{(_hidden.Contains(i) ? " state=\"hidden\"" : "")} r:id=\"s{i + 1}\"/>"))}</sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"st\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"ss\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Write(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(_texts.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>");
            for (var i = 0; i < _sheets.Count; i++)
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i]);
            foreach (var (name, content) in extraParts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        stream.Position = 0;
        return stream;
    }

    private string Cell(object? value, string place) => value switch
    {
        null => "",
        string text => $"<c r=\"{place}\" t=\"s\"><v>{Place(text).ToString(CultureInfo.InvariantCulture)}</v></c>",
        double number => $"<c r=\"{place}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        DateOnly date => $"<c r=\"{place}\" s=\"1\"><v>{(date.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)}</v></c>",
        Raw raw => $"<c r=\"{place}\" {raw.Attributes}>{raw.Xml}</c>",
        _ => throw new ArgumentException($"No cell for {value.GetType()}."),
    };

    private int Place(string text)
    {
        if (_textPlaces.TryGetValue(text, out var place))
            return place;
        _texts.Add(text);
        return _textPlaces[text] = _texts.Count - 1;
    }

    private static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }

    /// <summary>A cell as some other program writes it.</summary>
    internal sealed record Raw(string Attributes, string Xml);
}
