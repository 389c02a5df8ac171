using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>A native chart in a paper, its figures written into it so that no workbook is needed beside.</summary>
internal static class DocxChart
{
    /// <summary>English metric units: 155 mm by 75 mm.</summary>
    private const long Width = 5_580_000;
    private const long Height = 2_700_000;
    private static readonly string[] Colours = ["1F5FA8", "D08427", "4F8A3D", "7A5EA8"];

    public static Paragraph Paragraph(MainDocumentPart main, ProductChartData chart, int number)
    {
        var part = main.AddNewPart<ChartPart>();
        using (var xml = new MemoryStream(Encoding.UTF8.GetBytes(Chart(chart))))
            part.FeedData(xml);
        var drawing = $"""
            <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">
            <wp:extent cx="{Width.ToString(CultureInfo.InvariantCulture)}" cy="{Height.ToString(CultureInfo.InvariantCulture)}"/><wp:docPr id="{number.ToString(CultureInfo.InvariantCulture)}" name="图{number.ToString(CultureInfo.InvariantCulture)}" descr="{Text(chart.Title)}"/><wp:cNvGraphicFramePr/>
            <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
            <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{main.GetIdOfPart(part)}"/>
            </a:graphicData></a:graphic></wp:inline></w:drawing>
            """;
        return new Paragraph(
            new ParagraphProperties(new KeepNext(), new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(drawing)));
    }

    private static string Chart(ProductChartData chart)
    {
        var isBar = chart.Kind == ChartKind.Bar;
        var plot = isBar ? "barChart" : "lineChart";
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>
            <c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>{Text(chart.Title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
            <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:{plot}>{(isBar ? "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>" : "<c:grouping val=\"standard\"/>")}<c:varyColors val="0"/>
            """);
        for (var s = 0; s < chart.Series.Length; s++)
            Series(xml, chart, s, isBar);
        xml.Append(CultureInfo.InvariantCulture, $"""
            {(isBar ? "<c:gapWidth val=\"60\"/>" : "<c:marker val=\"1\"/>")}<c:axId val="1"/><c:axId val="2"/></c:{plot}>
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{Letters}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D6D6D6"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="{(chart.IsShare ? "0%" : "0")}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{Letters}<c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>
            </c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>{Letters}</c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>
            """);
        return xml.ToString();
    }

    private const string Letters = "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>";

    private static void Series(StringBuilder xml, ProductChartData chart, int index, bool isBar)
    {
        var series = chart.Series[index];
        var colour = Colours[index % Colours.Length];
        var fill = $"<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>";
        xml.Append(CultureInfo.InvariantCulture, $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:v>{Text(series.Name)}</c:v></c:tx>");
        xml.Append(isBar ? $"<c:spPr>{fill}</c:spPr><c:invertIfNegative val=\"0\"/>" : $"<c:spPr><a:ln w=\"28575\">{fill}</a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"5\"/></c:marker>");
        if (isBar)
            xml.Append(CultureInfo.InvariantCulture, $"<c:dLbls><c:numFmt formatCode=\"{(chart.IsShare ? "0.0%" : "0")}\" sourceLinked=\"0\"/><c:spPr/>{Letters}<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
        xml.Append(CultureInfo.InvariantCulture, $"<c:cat><c:strLit><c:ptCount val=\"{chart.Names.Length}\"/>");
        for (var i = 0; i < chart.Names.Length; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{i}\"><c:v>{Text(chart.Names[i])}</c:v></c:pt>");
        xml.Append(CultureInfo.InvariantCulture, $"</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val=\"{series.Values.Length}\"/>");
        for (var i = 0; i < series.Values.Length; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{i}\"><c:v>{series.Values[i].ToString(CultureInfo.InvariantCulture)}</c:v></c:pt>");
        xml.Append(isBar ? "</c:numLit></c:val></c:ser>" : "</c:numLit></c:val><c:smooth val=\"0\"/></c:ser>");
    }

    private static string Text(string text) => SecurityElement.Escape(text);
}
