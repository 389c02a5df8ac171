using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>A product as an official paper.</summary>
internal static class PaperDocx
{
    public static byte[] Write(ProductView view)
    {
        var product = view.Printed;
        var document = new OfficialDocument().Title(product.Title, $"（{product.From.Written()}至{product.To.Written()}）", product.ScopeName);
        for (var i = 0; i < product.Sections.Length; i++)
        {
            var section = product.Sections[i];
            document.Heading($"{PaperWords.Number(i + 1)}、{section.Heading}");
            foreach (var paragraph in section.Paragraphs)
                document.Text(paragraph);
            foreach (var table in section.Tables)
            {
                if (ProductChartData.Of(table) is { } chart)
                    document.Chart(chart.Title, DocxChart.Of(chart), DocxChart.HeightOf(chart));
                document.Caption(table.Caption).Figures([.. table.Columns.Select(c => (c.Title, c.Width))], [.. table.Rows.Select(r => (IReadOnlyList<SheetCell>)r.Cells)]);
            }
        }
        foreach (var correction in view.Corrections)
        {
            document.Text($"更正{correction.Number}：{correction.Reason}");
            foreach (var line in correction.Lines)
                document.Text(PaperWords.Line(line));
        }
        document.Heading("统计口径");
        foreach (var definition in product.Definitions)
            document.Note($"{definition.Term}：{definition.Meaning}");
        return document.Note(PaperWords.State(view)).Note(PaperWords.Source(view)).ToBytes();
    }
}
