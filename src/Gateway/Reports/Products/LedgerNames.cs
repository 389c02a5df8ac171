using System.Collections.Immutable;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>W9: the ledger per duty leader names the petitioner, masked, for who may know; never in what is frozen.</summary>
internal sealed class LedgerNames(PetitionerNames names)
{
    /// <summary>Most cases that are named in one answer; a longer ledger comes without names, and says so. A court's week has room for them all.</summary>
    private const int Most = 2_000;

    private const string Column = "case";

    /// <summary>With names where the product is such a ledger and the reader may know them.</summary>
    /// <exception cref="Grains.Journaling.JournalException">The reading could not be recorded.</exception>
    public async Task<ProductView> NameAsync(ProductView view, Actor actor, CancellationToken cancellationToken)
    {
        if (view.Report.Kind != ProductKind.Weekly.Word() || !PetitionerNames.MayRead(actor))
            return view;
        var cases = view.Report.Sections.SelectMany(s => s.Tables).SelectMany(Cases).Distinct().ToArray();
        if (cases.Length > Most)
            return view with { Report = Unnamed(view.Report) };
        var what = $"{view.Report.Kind}/{view.Report.Scope}/{view.Report.From:yyyy-MM-dd}";
        var found = await names.OfAsync(cases, actor, what, cancellationToken);
        return view with { Petitioners = found.ToImmutableDictionary(n => n.Key.Value, n => n.Value, StringComparer.Ordinal) };
    }

    /// <summary>The petitioner stands before the case number, as the form has it.</summary>
    public static Product Print(Product report, ImmutableDictionary<string, string> names) => report with
    {
        Sections =
        [
            .. report.Sections.Select(s => s with
            {
                Tables = [.. s.Tables.Select(t => Place(t) is var place and >= 0 ? Insert(t, place, names) : t)],
            }),
        ],
    };

    /// <summary>Says beside a ledger that is too long why it names nobody, and what to do.</summary>
    public static Product Unnamed(Product report) => report with
    {
        Sections =
        [
            .. report.Sections.Select(s => s.Tables.Any(t => Place(t) >= 0)
                ? s with { Paragraphs = s.Paragraphs.Add($"本台账超过 {Most} 件，未列信访人姓名；需要姓名的，请按法院分别查看。") }
                : s),
        ],
    };

    private static ProductTable Insert(ProductTable table, int place, ImmutableDictionary<string, string> names) => table with
    {
        Columns = table.Columns.Insert(place, new ProductColumn("petitioner", "信访人", 10)),
        Rows = [.. table.Rows.Select(r => new ProductRow(r.Cells.Insert(place, SheetCell.Of(names.GetValueOrDefault(r.Cells[place].Show())))))],
    };

    private static IEnumerable<CaseId> Cases(ProductTable table) =>
        Place(table) is var place and >= 0 ? table.Rows.Select(r => CaseId.Parse(r.Cells[place].Show())) : [];

    private static int Place(ProductTable table)
    {
        for (var i = 0; i < table.Columns.Length; i++)
        {
            if (table.Columns[i].Key == Column)
                return i;
        }
        return -1;
    }
}
