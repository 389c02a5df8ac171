using System.Globalization;
using System.Security;
using System.Text;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>A native chart of a paper, its figures written into it. Bars lie, so that long names of courts stand beside them and leave them their width.</summary>
internal static class DocxChart
{
    /// <summary>English metric units, 36,000 a millimetre: title, axis and legend; then each bar, and the room between two rows.</summary>
    private const long Around = 1_150_000;
    private const long Bar = 140_000;
    private const long Between = 90_000;
    private const long LineHeight = 2_700_000;

    /// <summary>Names under a line that stand beside each other; of more only every n-th is written.</summary>
    private const int MostNames = 12;
    private static readonly string[] Colours = ["1F5FA8", "D08427", "4F8A3D", "7A5EA8"];

    public static long HeightOf(ProductChartData chart) =>
        chart.Kind == ChartKind.Line ? LineHeight : Around + (chart.Names.Length * ((chart.Series.Length * Bar) + Between));

    /// <returns>The XML of the chart part.</returns>
    public static string Of(ProductChartData chart)
    {
        var isBar = chart.Kind == ChartKind.Bar;
        var plot = isBar ? "barChart" : "lineChart";
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>
            <c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>{Text(chart.Title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
            <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:{plot}>{(isBar ? "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>" : "<c:grouping val=\"standard\"/>")}<c:varyColors val="0"/>
            """);
        for (var s = 0; s < chart.Series.Length; s++)
            Series(xml, chart, s, isBar);
        xml.Append(CultureInfo.InvariantCulture, $"""
            {(isBar ? "<c:gapWidth val=\"60\"/>" : "<c:marker val=\"1\"/>")}<c:axId val="1"/><c:axId val="2"/></c:{plot}>
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{(isBar ? "maxMin" : "minMax")}"/></c:scaling><c:delete val="0"/><c:axPos val="{(isBar ? "l" : "b")}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{Letters}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:tickLblSkip val="{(isBar ? 1 : (chart.Names.Length / MostNames) + 1)}"/></c:catAx>
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="{(isBar ? "b" : "l")}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D6D6D6"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="{(chart.IsShare ? "0%" : "0")}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{Letters}<c:crossAx val="1"/><c:crosses val="{(isBar ? "max" : "autoZero")}"/></c:valAx>
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
        {
            if (series.Values[i] is { } value)
                xml.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{i}\"><c:v>{value.ToString(CultureInfo.InvariantCulture)}</c:v></c:pt>");
        }
        xml.Append(isBar ? "</c:numLit></c:val></c:ser>" : "</c:numLit></c:val><c:smooth val=\"0\"/></c:ser>");
    }

    private static string Text(string text) => SecurityElement.Escape(text);
}
