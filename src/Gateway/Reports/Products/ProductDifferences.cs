using System.Collections.Immutable;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>
/// Which figures of a product are others now, cell by cell. What stood as of the product's position (<see cref="ProductColumn.AsOf"/>) was right
/// and is not compared, nor is a table or a column that was not told then: what nobody said was not wrong.
/// </summary>
internal static class ProductDifferences
{
    public static ImmutableArray<CorrectedFigure> Of(Product was, Product now)
    {
        var lines = ImmutableArray.CreateBuilder<CorrectedFigure>();
        var before = was.Sections.SelectMany(s => s.Tables).ToDictionary(t => t.Id);
        foreach (var table in now.Sections.SelectMany(s => s.Tables))
        {
            if (before.TryGetValue(table.Id, out var old))
                Compare(old, table, lines);
        }
        return lines.ToImmutable();
    }

    private static void Compare(ProductTable was, ProductTable now, ImmutableArray<CorrectedFigure>.Builder lines)
    {
        if (now.Columns.Skip(1).All(c => c.AsOf))
            return;
        var names = NamingColumns(was, now);
        var (before, after) = (Rows(was, names), Rows(now, names));
        var places = now.Columns.Select(c => was.Columns.ToList().FindIndex(known => known.Key == c.Key)).ToArray();
        foreach (var (name, row) in after)
        {
            var old = before.GetValueOrDefault(name);
            var told = lines.Count;
            for (var c = names; c < row.Cells.Length; c++)
            {
                if (places[c] < 0 || now.Columns[c].AsOf)
                    continue;
                var (then, here) = (old?.Cells[places[c]].Show(), row.Cells[c].Show());
                if (then != here && !(then is null && here.Length == 0))
                    Add(c, then, here);
            }
            if (old is null && lines.Count == told)
                Add(0, null, row.Cells[0].Show());

            void Add(int column, string? then, string here) => lines.Add(new CorrectedFigure(now.Caption, name, now.Columns[column].Title, then, here));
        }
        foreach (var (name, row) in before)
        {
            if (!after.ContainsKey(name))
                lines.Add(new CorrectedFigure(now.Caption, name, now.Columns[0].Title, row.Cells[0].Show(), null));
        }
    }

    /// <summary>How many of the first columns say which row it is: those before the first figure. A row of words alone is named by all of them.</summary>
    private static int NamingColumns(ProductTable was, ProductTable now)
    {
        ProductRow[] rows = [.. was.Rows, .. now.Rows];
        var names = 0;
        while (names < now.Columns.Length && !now.Columns[names].AsOf && rows.All(r => names >= r.Cells.Length || r.Cells[names].Kind is not (CellKind.Number or CellKind.Percent)))
            names++;
        return Math.Max(1, names);
    }

    /// <summary>By their names; rows of one name are told apart by their order.</summary>
    private static Dictionary<string, ProductRow> Rows(ProductTable table, int names)
    {
        var rows = new Dictionary<string, ProductRow>();
        foreach (var row in table.Rows)
        {
            var all = string.Join('　', row.Cells.Take(names).Select(c => c.Show()).Where(text => text.Length > 0));
            var name = all;
            for (var i = 2; !rows.TryAdd(name, row); i++)
                name = $"{all}（{i}）";
        }
        return rows;
    }
}
