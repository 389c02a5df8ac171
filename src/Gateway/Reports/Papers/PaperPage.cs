using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>A product as a page: paragraphs, charts drawn on the server, each with its table, definitions and the frozen state at the end.</summary>
internal static class PaperPage
{
    private const string Style = """
        body{font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;line-height:1.7}
        h1{font-size:1.7rem;text-align:center;margin:.2rem 0}h2{font-size:1.2rem;margin:1.6rem 0 .4rem}.head,.foot{text-align:center;color:#555}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.5rem 0 1.2rem}caption{text-align:left;font-weight:bold;padding:.3rem 0}
        th,td{border:1px solid #999;padding:.25rem .45rem;text-align:left}th{background:#eef1f6}td.n{text-align:right;font-variant-numeric:tabular-nums}
        svg{width:100%;height:auto;font-family:inherit}dt{font-weight:bold}dd{margin:0 0 .4rem 1.2rem}.note{color:#8a2a00}
        @media print{body{max-width:none;margin:0}h2{break-after:avoid}svg,table{break-inside:avoid}}
        """;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(ProductView view)
    {
        var product = view.Printed;
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(product.Title)}</title><style>{Style}</style></head><body>
            <h1>{Text(product.Title)}</h1>
            <p class="head">{Text(product.ScopeName)}　{product.From.Written()}至{product.To.Written()}</p>
            <p class="head">{Text(PaperWords.State(view))}</p>
            """);
        for (var i = 0; i < product.Sections.Length; i++)
        {
            var section = product.Sections[i];
            page.Append(CultureInfo.InvariantCulture, $"<h2>{PaperWords.Number(i + 1)}、{Text(section.Heading)}</h2>\n");
            foreach (var paragraph in section.Paragraphs)
                page.Append(CultureInfo.InvariantCulture, $"<p>{Text(paragraph)}</p>\n");
            foreach (var table in section.Tables)
                Table(page, table);
        }
        Corrections(page, view);
        page.Append("<h2>统计口径</h2><dl>");
        foreach (var definition in product.Definitions)
            page.Append(CultureInfo.InvariantCulture, $"<dt>{Text(definition.Term)}</dt><dd>{Text(definition.Meaning)}</dd>");
        page.Append(CultureInfo.InvariantCulture, $"</dl><p class=\"foot\">{Text(PaperWords.Source(view))}</p></body></html>\n");
        return page.ToString();
    }

    private static void Table(StringBuilder page, ProductTable table)
    {
        if (ProductChartData.Of(table) is { } chart)
            page.Append(SvgChart.Of(chart, Text));
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\"><table><caption>{Text(table.Caption)}</caption><tr>");
        foreach (var column in table.Columns)
            page.Append(CultureInfo.InvariantCulture, $"<th>{Text(column.Title)}</th>");
        page.Append("</tr>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            foreach (var cell in row.Cells)
                page.Append(CultureInfo.InvariantCulture, $"<td{(cell.Kind is CellKind.Number or CellKind.Percent ? " class=\"n\"" : "")}>{Text(cell.Show())}</td>");
            page.Append("</tr>\n");
        }
        if (table.Rows.IsEmpty)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{table.Columns.Length}\">无</td></tr>");
        page.Append("</table></div>\n");
    }

    private static void Corrections(StringBuilder page, ProductView view)
    {
        if (view.Corrections.IsEmpty)
            return;
        page.Append("<h2>更正</h2>");
        foreach (var correction in view.Corrections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">更正{correction.Number}（{correction.At:yyyy-MM-dd}，{Text(correction.By)}）：{Text(correction.Reason)}</p><ul>");
            foreach (var line in correction.Lines)
                page.Append(CultureInfo.InvariantCulture, $"<li>{Text(PaperWords.Line(line))}</li>");
            page.Append("</ul>");
        }
    }

    private static string Text(string text) => Html.Encode(text);
}
