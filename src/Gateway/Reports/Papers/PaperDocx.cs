using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>
/// A product as an official paper: A4 with the margins of official documents, title in 小标宋, body in 仿宋, headings in 黑体, lines of 28 points; fonts are
/// named, never shipped. Charts are native ones, which an office can restyle.
/// </summary>
internal static class PaperDocx
{
    private const string TitleFont = "方正小标宋简体";
    private const string HeadingFont = "黑体";
    private const string BodyFont = "仿宋_GB2312";

    /// <summary>Half points: 二号, 三号, 小四, 五号, 六号.</summary>
    private const int Two = 44;
    private const int Three = 32;
    private const int SmallFour = 24;
    private const int Five = 21;
    private const int Six = 15;

    private const string LineOf28Points = "560";

    /// <summary>A4 less the margins of 28 and 26 mm, in twentieths of a point.</summary>
    private const int TextWidth = 8844;

    public static void Write(Stream stream, ProductView view)
    {
        using var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var body = new Body();
        main.Document = new Document(body);
        var product = view.Report;
        body.Append(Paragraph(product.Title, TitleFont, Two, JustificationValues.Center));
        body.Append(Paragraph($"（{product.From:yyyy年M月d日}至{product.To:yyyy年M月d日}）", BodyFont, Three, JustificationValues.Center));
        body.Append(Paragraph(product.ScopeName, BodyFont, Three, JustificationValues.Center));
        var charts = 0;
        for (var i = 0; i < product.Sections.Length; i++)
        {
            var section = product.Sections[i];
            body.Append(Heading($"{PaperWords.Number(i + 1)}、{section.Heading}"));
            foreach (var paragraph in section.Paragraphs)
                body.Append(Text(paragraph));
            foreach (var table in section.Tables)
            {
                if (ProductChartData.Of(table) is { } chart)
                    body.Append(DocxChart.Paragraph(main, chart, ++charts));
                body.Append(Paragraph(table.Caption, HeadingFont, SmallFour, JustificationValues.Center, keep: true));
                body.Append(Table(table));
            }
        }
        foreach (var correction in view.Corrections)
        {
            body.Append(Text($"更正{correction.Number}：{correction.Reason}"));
            foreach (var line in correction.Lines)
                body.Append(Text(PaperWords.Line(line)));
        }
        body.Append(Heading("统计口径"));
        foreach (var definition in product.Definitions)
            body.Append(Paragraph($"{definition.Term}：{definition.Meaning}", BodyFont, Five, JustificationValues.Both, line: "320"));
        body.Append(Paragraph(PaperWords.State(view), BodyFont, Five, JustificationValues.Left, line: "320"));
        body.Append(Paragraph(PaperWords.Source(view), BodyFont, Five, JustificationValues.Left, line: "320"));
        body.Append(new SectionProperties(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1985, Left = 1588, Right = 1474, Header = 851, Footer = 992, Gutter = 0 }));
    }

    private static Paragraph Heading(string text) => Paragraph(text, HeadingFont, Three, JustificationValues.Left, indent: true, keep: true);

    private static Paragraph Text(string text) => Paragraph(text, BodyFont, Three, JustificationValues.Both, indent: true);

    private static Paragraph Paragraph(
        string text, string font, int size, JustificationValues justification, bool indent = false, bool keep = false, string line = LineOf28Points)
    {
        var properties = new ParagraphProperties();
        if (keep)
            properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Before = "0", After = "0", Line = line, LineRule = LineSpacingRuleValues.Exact });
        if (indent)
            properties.Append(new Indentation { FirstLine = (size * 20).ToString(System.Globalization.CultureInfo.InvariantCulture) });
        properties.Append(new Justification { Val = justification });
        return new Paragraph(properties, Run(text, font, size, bold: false));
    }

    private static Run Run(string text, string font, int size, bool bold)
    {
        var properties = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font });
        if (bold)
            properties.Append(new Bold());
        var half = size.ToString(System.Globalization.CultureInfo.InvariantCulture);
        properties.Append(new FontSize { Val = half }, new FontSizeComplexScript { Val = half });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Table Table(ProductTable table)
    {
        var size = table.Columns.Length > 9 ? Six : Five;
        var sum = table.Columns.Sum(c => Weight(c, table.Columns.Length));
        var widths = table.Columns.Select(c => (int)(TextWidth * Weight(c, table.Columns.Length) / sum)).ToArray();
        var result = new Table(
            new TableProperties(
                new TableWidth { Width = TextWidth.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < widths.Length; i++)
            head.Append(Cell(table.Columns[i].Title, widths[i], size, JustificationValues.Center, bold: true));
        result.Append(head);
        foreach (var row in table.Rows)
        {
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            for (var i = 0; i < widths.Length; i++)
            {
                var cell = row.Cells[i];
                line.Append(Cell(cell.Show(), widths[i], size, cell.Kind is CellKind.Number or CellKind.Percent ? JustificationValues.Right : JustificationValues.Left, bold: false));
            }
            result.Append(line);
        }
        if (table.Rows.IsEmpty)
        {
            var empty = new TableRow();
            for (var i = 0; i < widths.Length; i++)
                empty.Append(Cell(i == 0 ? "无" : "", widths[i], size, JustificationValues.Left, bold: false));
            result.Append(empty);
        }
        return result;
    }

    /// <summary>A sheet's widths are for a screen: where many columns share the paper, wide ones give way.</summary>
    private static double Weight(ProductColumn column, int columns) => columns > 9 ? Math.Min(column.Width, 22) : column.Width;

    private static TableCell Cell(string text, int width, int size, JustificationValues justification, bool bold) => new(
        new TableCellProperties(
            new TableCellWidth { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        new Paragraph(new ParagraphProperties(new Justification { Val = justification }), Run(text, BodyFont, size, bold)));
}
