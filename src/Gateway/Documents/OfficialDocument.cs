using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Documents;

/// <summary>
/// A document in the typography of official papers: A4, margins 37, 26, 35 and 28 mm, title in 小标宋 size 2, text in 仿宋 size 3, first headings
/// in 黑体, lines of 28 points, page numbers at the foot. Fonts are named, never shipped. Written once, top to bottom.
/// </summary>
internal sealed partial class OfficialDocument
{
    private const string TitleFont = "方正小标宋简体";
    private const string TextFont = "仿宋_GB2312";
    private const string HeadingFont = "黑体";
    private const string SecondHeadingFont = "楷体_GB2312";
    private const string NumberFont = "宋体";
    private const string LatinFont = "Times New Roman";

    /// <summary>Half points: 二号 is 22, 三号 16, 四号 14 points.</summary>
    private const string TitleSize = "44";
    private const string TextSize = "32";
    private const string SmallSize = "28";

    /// <summary>28 points in twentieths.</summary>
    private const string Line = "560";

    /// <summary>Width between the margins in twentieths of a point: 156 mm.</summary>
    private const int TextWidth = 8844;

    private readonly Body _body = new();

    /// <summary>The title, what stands centred under it, and room below.</summary>
    public OfficialDocument Title(string text, params ReadOnlySpan<string> under)
    {
        _body.Append(Paragraph(text, TitleFont, TitleSize, JustificationValues.Center, indent: false));
        foreach (var line in under)
            _body.Append(Paragraph(line, TextFont, TextSize, JustificationValues.Center, indent: false));
        _body.Append(Paragraph("", TextFont, TextSize, JustificationValues.Left, indent: false));
        return this;
    }

    /// <summary>一、二、三……</summary>
    public OfficialDocument Heading(string text) => Add(Paragraph(text, HeadingFont, TextSize, JustificationValues.Both, indent: true, keepWithNext: true));

    /// <summary>（一）（二）……</summary>
    public OfficialDocument Subheading(string text) => Add(Paragraph(text, SecondHeadingFont, TextSize, JustificationValues.Both, indent: true, keepWithNext: true));

    /// <summary>Text; each of its lines is a paragraph.</summary>
    public OfficialDocument Text(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
            Add(Paragraph(line, TextFont, TextSize, JustificationValues.Both, indent: true));
        return this;
    }

    /// <summary>A table of two columns: name and value. Empty values are left out, so that no boilerplate stands empty.</summary>
    public OfficialDocument Fields(IEnumerable<(string Name, string? Value)> fields)
    {
        var filled = fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToList();
        return filled.Count == 0 ? this : Form(filled);
    }

    /// <summary>Every column of a form; what nobody has filled in yet is left for the pen.</summary>
    public OfficialDocument Form(IEnumerable<(string Name, string? Value)> fields) =>
        Table([2300, TextWidth - 2300], null, fields.Select(f => new[] { f.Name, f.Value ?? "" }));

    /// <param name="widths">In twentieths of a point; together at most the width of the text.</param>
    public OfficialDocument Table(int[] widths, string[]? head, IEnumerable<string[]> rows)
    {
        var table = Frame(widths);
        if (head is not null)
            table.Append(Row(widths, head, HeadingFont, isHead: true));
        foreach (var row in rows)
            table.Append(Row(widths, row, TextFont, isHead: false));
        _body.Append(table);
        _body.Append(Paragraph("", TextFont, TextSize, JustificationValues.Left, indent: false));
        return this;
    }

    /// <summary>Who signs and when, at the right.</summary>
    public OfficialDocument SignedBy(string court, DateOnly on)
    {
        Add(Paragraph("", TextFont, TextSize, JustificationValues.Left, indent: false));
        Add(Paragraph(court, TextFont, TextSize, JustificationValues.Right, indent: false, keepWithNext: true));
        return Add(Paragraph(on.Written(), TextFont, TextSize, JustificationValues.Right, indent: false));
    }

    /// <summary>The file. Call once, at the end.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(PageNumber());
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = TextFont },
                new FontSize { Val = TextSize },
                new Languages { Val = "en-US", EastAsia = "zh-CN" }))));
            _body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2098, Right = 1474, Bottom = 1984, Left = 1588, Header = 851, Footer = 1400, Gutter = 0 }));
            main.Document = new Document(_body);
            AddCharts(main);
        }
        return stream.ToArray();
    }

    private OfficialDocument Add(OpenXmlElement element)
    {
        _body.Append(element);
        return this;
    }

    private static Paragraph Paragraph(string text, string font, string size, JustificationValues align, bool indent, bool keepWithNext = false)
    {
        var properties = new ParagraphProperties();
        if (keepWithNext)
            properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Before = "0", After = "0", Line = Line, LineRule = LineSpacingRuleValues.Exact });
        if (indent)
            properties.Append(new Indentation { FirstLineChars = 200, FirstLine = "640" });
        properties.Append(new Justification { Val = align });
        return new Paragraph(properties, Run(text, font, size));
    }

    private static Run Run(string text, string font, string size) => new(
        new RunProperties(new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = font }, new FontSize { Val = size }, new FontSizeComplexScript { Val = size }),
        new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });

    private static Table Frame(int[] widths) => new(
        new TableProperties(
            new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));

    private static TableRow Row(int[] widths, string[] cells, string font, bool isHead)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (isHead)
            row.TableRowProperties!.Append(new TableHeader());
        for (var i = 0; i < widths.Length; i++)
        {
            var cell = new TableCell(new TableCellProperties(
                new TableCellWidth { Width = widths[i].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }));
            foreach (var line in cells[i].ReplaceLineEndings("\n").Split('\n'))
                cell.Append(Paragraph(line, font, SmallSize, isHead ? JustificationValues.Center : JustificationValues.Left, indent: false));
            row.Append(cell);
        }
        return row;
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static Paragraph PageNumber()
    {
        static Run Piece(OpenXmlElement element) => new(
            new RunProperties(new RunFonts { Ascii = NumberFont, HighAnsi = NumberFont, EastAsia = NumberFont }, new FontSize { Val = SmallSize }), element);
        return new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            Piece(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            Piece(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            Piece(new FieldCode("PAGE")),
            Piece(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Piece(new Text("1")),
            Piece(new FieldChar { FieldCharType = FieldCharValues.End }),
            Piece(new Text(" —") { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>Claims are kept as they came; what XML cannot hold is shown as a box, and so is what would make a paper read in another order than it was written.</summary>
    private static string Printable(string text)
    {
        if (text.All(c => (System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) && !PlainText.TurnsText(c)) && IsWellFormed(text))
            return text;
        return string.Concat(text.Select(c => System.Xml.XmlConvert.IsXmlChar(c) && !PlainText.TurnsText(c) ? c : '□'));
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
