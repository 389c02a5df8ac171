using System.Collections.Immutable;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>What a chart draws, read off its table, so that both always agree.</summary>
/// <param name="Names">Of the rows.</param>
internal sealed record ProductChartData(string Title, ChartKind Kind, bool IsShare, ImmutableArray<string> Names, ImmutableArray<ChartSeries> Series)
{
    /// <returns>Null without rows or without any figure: there is nothing to see.</returns>
    public static ProductChartData? Of(ProductTable table)
    {
        if (table.Chart is not { } chart)
            return null;
        var columns = chart.Columns.Select(key => Index(table, key)).ToArray();
        // A share without denominator is no share of zero: its row is left out.
        var rows = table.Rows.Take(chart.Rows).Where(r => columns.Any(c => r.Cells[c].Kind != CellKind.Empty)).ToArray();
        var series = columns.Select(c => new ChartSeries(table.Columns[c].Title, [.. rows.Select(r => r.Cells[c].Kind == CellKind.Empty ? (decimal?)null : r.Cells[c].Number)])).ToImmutableArray();
        return rows.Length == 0 || series.All(s => s.Values.All(v => v is null or 0))
            ? null
            : new ProductChartData(
                chart.Title, chart.Kind, columns.Any(c => rows.Any(r => r.Cells[c].Kind == CellKind.Percent)), [.. rows.Select(r => Short(r.Cells[0].Show()))], series);
    }

    /// <summary>Names of courts as people say them.</summary>
    private static string Short(string name) => name
        .Replace("中级人民法院", "中院", StringComparison.Ordinal).Replace("人民法院", "法院", StringComparison.Ordinal);

    private static int Index(ProductTable table, string key)
    {
        for (var i = 0; i < table.Columns.Length; i++)
        {
            if (table.Columns[i].Key == key)
                return i;
        }
        throw new InvalidOperationException($"The table {table.Id} has no column {key} to draw.");
    }
}

/// <param name="Values">Of the rows; null where there is no figure, which is nothing to draw.</param>
internal sealed record ChartSeries(string Name, ImmutableArray<decimal?> Values);
