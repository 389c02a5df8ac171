using System.Collections.Immutable;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>Which figures of a product are others now: cell by cell, rows named by their first cell.</summary>
internal static class ProductDifferences
{
    public static ImmutableArray<CorrectedFigure> Of(Product was, Product now)
    {
        var lines = ImmutableArray.CreateBuilder<CorrectedFigure>();
        var before = was.Sections.SelectMany(s => s.Tables).ToDictionary(t => t.Id);
        foreach (var table in now.Sections.SelectMany(s => s.Tables))
            Compare(before.GetValueOrDefault(table.Id), table, lines);
        return lines.ToImmutable();
    }

    private static void Compare(ProductTable? was, ProductTable now, ImmutableArray<CorrectedFigure>.Builder lines)
    {
        var (before, after) = (Rows(was), Rows(now));
        foreach (var (name, row) in after)
        {
            var old = before.GetValueOrDefault(name);
            for (var c = 1; c < row.Cells.Length; c++)
            {
                var (then, here) = (old is null || c >= old.Cells.Length ? null : old.Cells[c].Show(), row.Cells[c].Show());
                if (then != here && !(then is null && here.Length == 0))
                    lines.Add(new CorrectedFigure(now.Caption, name, now.Columns[c].Title, then, here));
            }
        }
        foreach (var (name, row) in before)
        {
            if (!after.ContainsKey(name))
                lines.Add(new CorrectedFigure(now.Caption, name, now.Columns[0].Title, row.Cells[0].Show(), null));
        }
    }

    /// <summary>Rows of one name (a ledger has several of one leader) are told apart by their order.</summary>
    private static Dictionary<string, ProductRow> Rows(ProductTable? table)
    {
        var rows = new Dictionary<string, ProductRow>();
        foreach (var row in table?.Rows ?? [])
        {
            var name = row.Cells[0].Show();
            for (var i = 2; !rows.TryAdd(name, row); i++)
                name = $"{row.Cells[0].Show()}（{i}）";
        }
        return rows;
    }
}
