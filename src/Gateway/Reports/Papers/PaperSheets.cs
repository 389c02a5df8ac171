using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>A product as a workbook: a sheet for each table, and one that says what the figures mean.</summary>
internal static class PaperSheets
{
    public static void Write(Stream stream, ProductView view)
    {
        using var writer = new XlsxWriter(stream);
        foreach (var table in view.Printed.Sections.SelectMany(s => s.Tables))
        {
            writer.Begin(table.Caption, [.. table.Columns.Select(c => c.Title)], [.. table.Columns.Select(c => c.Width)]);
            foreach (var row in table.Rows)
                writer.Row(row.Cells);
        }
        writer.Begin("说明", ["项目", "内容"], [18, 100]);
        Say(writer, "名称", view.Report.Title);
        Say(writer, "范围", view.Report.ScopeName);
        Say(writer, "期间", $"{view.Report.From:yyyy-MM-dd} 至 {view.Report.To:yyyy-MM-dd}");
        Say(writer, "状态", PaperWords.State(view));
        Say(writer, "来源", PaperWords.Source(view));
        foreach (var definition in view.Report.Definitions)
            Say(writer, definition.Term, definition.Meaning);
        foreach (var correction in view.Corrections)
        {
            Say(writer, $"更正{correction.Number}", correction.Reason);
            foreach (var line in correction.Lines)
                Say(writer, "", PaperWords.Line(line));
        }
    }

    private static void Say(XlsxWriter writer, string what, string text) => writer.Row([SheetCell.Of(what), SheetCell.Of(text)]);
}
