using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PetitionMesh.Gateway.Documents;

/// <content>What papers full of figures need besides: tables in small letters, native charts, which an office can restyle, and notes.</content>
internal sealed partial class OfficialDocument
{
    /// <summary>Half points: 小四, 五号, 六号.</summary>
    private const string CaptionSize = "24";
    private const string FigureSize = "21";
    private const string DenseSize = "15";

    /// <summary>From this many columns on letters are smaller, and wide columns give way.</summary>
    private const int Dense = 10;
    private const double WidestOfDense = 22;

    /// <summary>16 points in twentieths.</summary>
    private const string NoteLine = "320";

    /// <summary>English metric units: 155 mm.</summary>
    private const long ChartWidth = 5_580_000;

    private readonly List<byte[]> _charts = [];

    /// <summary>A table's name above it.</summary>
    public OfficialDocument Caption(string text) => Add(Paragraph(text, HeadingFont, CaptionSize, JustificationValues.Center, indent: false, keepWithNext: true));

    /// <summary>Small print at the end: definitions, sources.</summary>
    public OfficialDocument Note(string text) => Add(new Paragraph(
        new ParagraphProperties(
            new SpacingBetweenLines { Before = "0", After = "0", Line = NoteLine, LineRule = LineSpacingRuleValues.Exact },
            new Justification { Val = JustificationValues.Both }),
        Run(text, TextFont, FigureSize)));

    /// <summary>A table of figures over the whole width, numbers at the right of their cells; a head that is repeated on every page.</summary>
    /// <param name="columns">Titles with their share of the width.</param>
    public OfficialDocument Figures(IReadOnlyList<(string Title, double Share)> columns, IReadOnlyCollection<IReadOnlyList<SheetCell>> rows)
    {
        var isDense = columns.Count >= Dense;
        var size = isDense ? DenseSize : FigureSize;
        var shares = columns.Select(c => isDense ? Math.Min(c.Share, WidestOfDense) : c.Share).ToArray();
        var widths = shares.Select(s => (int)(TextWidth * s / shares.Sum())).ToArray();
        var table = Frame(widths);
        table.GetFirstChild<TableProperties>()!.Append(new TableCellMarginDefault(
            new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa }));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < widths.Length; i++)
            head.Append(Figure(columns[i].Title, widths[i], size, HeadingFont, JustificationValues.Center));
        table.Append(head);
        foreach (var cells in rows)
        {
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            for (var i = 0; i < widths.Length; i++)
            {
                row.Append(Figure(
                    cells[i].Show(), widths[i], size, TextFont,
                    cells[i].Kind is CellKind.Number or CellKind.Percent ? JustificationValues.Right : JustificationValues.Left));
            }
            table.Append(row);
        }
        if (rows.Count == 0)
            table.Append(new TableRow(widths.Select((w, i) => Figure(i == 0 ? "无" : "", w, size, TextFont, JustificationValues.Left))));
        _body.Append(table);
        return Add(Paragraph("", TextFont, FigureSize, JustificationValues.Left, indent: false));
    }

    /// <param name="xml">The chart part, its figures written into it, so that no workbook is needed beside.</param>
    /// <param name="height">English metric units.</param>
    public OfficialDocument Chart(string title, string xml, long height)
    {
        _charts.Add(System.Text.Encoding.UTF8.GetBytes(xml));
        var number = _charts.Count.ToString(CultureInfo.InvariantCulture);
        var drawing = $"""
            <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">
            <wp:extent cx="{ChartWidth.ToString(CultureInfo.InvariantCulture)}" cy="{height.ToString(CultureInfo.InvariantCulture)}"/><wp:docPr id="{number}" name="图{number}" descr="{System.Security.SecurityElement.Escape(title)}"/><wp:cNvGraphicFramePr/>
            <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
            <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{ChartId(_charts.Count)}"/>
            </a:graphicData></a:graphic></wp:inline></w:drawing>
            """;
        return Add(new Paragraph(
            new ParagraphProperties(new KeepNext(), new Justification { Val = JustificationValues.Center }), new Run(new Drawing(drawing))));
    }

    private static string ChartId(int number) => string.Create(CultureInfo.InvariantCulture, $"chart{number}");

    private static TableCell Figure(string text, int width, string size, string font, JustificationValues align) => new(
        new TableCellProperties(
            new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        // The mark of an empty cell's paragraph has a size too, or the row would be as high as ordinary text.
        new Paragraph(
            new ParagraphProperties(new Justification { Val = align }, new ParagraphMarkRunProperties(new FontSize { Val = size })),
            Run(text, font, size)));

    private void AddCharts(MainDocumentPart main)
    {
        for (var i = 0; i < _charts.Count; i++)
        {
            using var xml = new MemoryStream(_charts[i]);
            main.AddNewPart<ChartPart>(ChartId(i + 1)).FeedData(xml);
        }
    }
}
