using System.Globalization;
using System.IO.Packaging;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PetitionMesh.Gateway.Documents;

/// <summary>
/// Writes a workbook row by row: the package is open for writing only, so a hundred thousand rows take no more memory than one. Cells are
/// typed; texts are inline strings with a quote prefix, so that <c>=1+1</c> stays text, also when somebody edits the cell.
/// </summary>
internal sealed partial class XlsxWriter : IDisposable
{
    /// <summary>Excel holds 1,048,576 rows and 32,767 characters in a cell.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestText = 32_767;
    private const string CutShort = "……（以下从略）";
    private const int LongestName = 31;
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly string[] Styles = [.. Enumerable.Range(0, 8).Select(s => s.ToString(CultureInfo.InvariantCulture))];
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly Uri WorkbookPart = new("/xl/workbook.xml", UriKind.Relative);
    private static readonly Uri StylesPart = new("/xl/styles.xml", UriKind.Relative);

    private readonly Package _package;
    private readonly List<string> _sheets = [];
    private Stream? _part;
    private XmlWriter? _sheet;
    private int _row;

    /// <param name="stream">Written from front to back, never read; stays open.</param>
    public XlsxWriter(Stream stream)
    {
        _package = Package.Open(stream, FileMode.Create, FileAccess.Write);
        Write(StylesPart, "styles+xml", styles => styles.WriteElement(XlsxStyles.Sheet()));
    }

    /// <summary>Begins a sheet with a header row that stays visible.</summary>
    /// <param name="widths">Of the columns, in characters.</param>
    public void Begin(string name, IReadOnlyList<string> titles, IReadOnlyList<double> widths)
    {
        End();
        _sheets.Add(Unused(name));
        _part = Part(SheetPart(_sheets.Count), "worksheet+xml").GetStream(FileMode.Create, FileAccess.Write);
        _sheet = XmlWriter.Create(_part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        _row = 0;
        _sheet.WriteStartElement("worksheet", Namespace);
        _sheet.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < widths.Count; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            _sheet.WriteRaw($"""<col min="{number}" max="{number}" width="{widths[i].ToString(CultureInfo.InvariantCulture)}" customWidth="1"/>""");
        }
        _sheet.WriteRaw("</cols>");
        _sheet.WriteStartElement("sheetData", Namespace);
        Write(titles.Select(t => SheetCell.Of(t)), XlsxStyles.Title);
    }

    /// <exception cref="InvalidOperationException">No sheet was begun, or it is full.</exception>
    public void Row(IEnumerable<SheetCell> cells) => Write(cells, style: null);

    public void Dispose()
    {
        End();
        var part = Write(WorkbookPart, "sheet.main+xml", workbook =>
        {
            workbook.WriteStartElement(new Workbook());
            workbook.WriteElement(new Sheets(_sheets.Select((s, i) => new Sheet { Name = s, SheetId = (uint)i + 1, Id = SheetId(i + 1) })));
            workbook.WriteEndElement();
        });
        _package.CreateRelationship(WorkbookPart, TargetMode.Internal, Relation + "officeDocument", "rId1");
        part.CreateRelationship(StylesPart, TargetMode.Internal, Relation + "styles", "styles");
        for (var i = 1; i <= _sheets.Count; i++)
            part.CreateRelationship(SheetPart(i), TargetMode.Internal, Relation + "worksheet", SheetId(i));
        _package.Close();
    }

    private static Uri SheetPart(int number) => new(string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{number}.xml"), UriKind.Relative);

    private static string SheetId(int number) => string.Create(CultureInfo.InvariantCulture, $"sheet{number}");

    private PackagePart Part(Uri uri, string type) => _package.CreatePart(uri, Main + type, CompressionOption.Fast);

    /// <summary>One part at a time is open: the package behind it is a zip file in the making.</summary>
    private PackagePart Write(Uri uri, string type, Action<OpenXmlWriter> write)
    {
        var part = Part(uri, type);
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        write(writer);
        return part;
    }

    private void End()
    {
        if (_sheet is null)
            return;
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _part!.Dispose();
        _sheet = null;
    }

    private void Write(IEnumerable<SheetCell> cells, uint? style)
    {
        if (_sheet is null || ++_row > MostRows)
            throw new InvalidOperationException("A row needs a sheet that has room for it.");
        _sheet.WriteStartElement("row", Namespace);
        _sheet.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        foreach (var cell in cells)
            Write(_sheet, cell, style);
        _sheet.WriteEndElement();
    }

    /// <summary>Written as XML, without an object for each cell: a ledger has millions of them.</summary>
    private static void Write(XmlWriter sheet, SheetCell cell, uint? style)
    {
        sheet.WriteStartElement("c", Namespace);
        sheet.WriteAttributeString("s", Styles[style ?? XlsxStyles.Of(cell.Kind)]);
        switch (cell.Kind)
        {
            case CellKind.Number or CellKind.Percent:
                sheet.WriteElementString("v", Namespace, cell.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case CellKind.Day:
                sheet.WriteElementString("v", Namespace, (cell.Day.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture));
                break;
            case CellKind.Text:
                sheet.WriteAttributeString("t", "inlineStr");
                sheet.WriteStartElement("is", Namespace);
                sheet.WriteStartElement("t", Namespace);
                sheet.WriteAttributeString("xml", "space", null, "preserve");
                sheet.WriteString(Storable(cell.Text!));
                sheet.WriteEndElement();
                sheet.WriteEndElement();
                break;
        }
        sheet.WriteEndElement();
    }

    /// <summary>XML has no room for most control characters; a sheet has none for very long texts, which end with a sign that there was more.</summary>
    private static string Storable(string text)
    {
        if (text.Length > LongestText)
            text = text[..(LongestText - CutShort.Length)] + CutShort;
        // A reader takes _x0041_ for the character of that number, so a text that says so literally writes its underscore that way.
        if (text.Contains("_x", StringComparison.Ordinal))
            text = LooksEscaped().Replace(text, "_x005F_$1");
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return Without(text);
            i++;
        }
        return text;
    }

    /// <summary>Without what XML cannot hold, half a pair of a character among it.</summary>
    private static string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)))
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();

    private string Unused(string name)
    {
        var plain = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        var shortened = plain.Length > LongestName ? plain[..LongestName] : plain;
        for (var i = 2; _sheets.Contains(shortened); i++)
            shortened = $"{(plain.Length > LongestName - 4 ? plain[..(LongestName - 4)] : plain)}（{i}）";
        return shortened;
    }
}
