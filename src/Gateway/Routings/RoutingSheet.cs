using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Routings;

/// <summary>首审/首执分流单 as a workbook, with the columns of the form, then what tells one slip from another. Its texts may name persons, so its reading is recorded.</summary>
internal static class RoutingSheet
{
    private static readonly ImmutableArray<(string Title, double Width)> Columns =
    [
        ("收到材料日期", 14), ("关联案号", 28), ("首审（首执）负责人", 28), ("分流日期", 12), ("异议人", 14), ("异议理由", 50), ("复核意见", 50), ("决定日期", 14),
        ("案号", 28), ("种类", 8), ("状态", 12), ("法院", 26), ("分流依据", 20), ("分流期限", 12), ("执行到位金额（元）", 18), ("执行到位截至", 14),
    ];

    public static async Task WriteAsync(Stream stream, IEnumerable<RoutingLine> lines, RoutingFile file, CitySnapshot city, DateOnly today, CancellationToken cancellationToken)
    {
        using var writer = new XlsxWriter(stream);
        writer.Begin("首审首执分流单", [.. Columns.Select(c => c.Title)], [.. Columns.Select(c => c.Width)]);
        foreach (var line in lines)
        {
            if (await file.FindAsync(line.Routing, cancellationToken) is var (state, history))
                writer.Row(Cells(await file.ShowAsync(state, history, city, today, cancellationToken), city));
        }
    }

    /// <summary>The day of the search stands where a trial's slip says when the material came: from it the limit runs.</summary>
    private static SheetCell[] Cells(RoutingView view, CitySnapshot city) =>
    [
        SheetCell.Of(view.ReceivedOn ?? view.SearchedOn),
        SheetCell.Of(view.RelatedCaseNumber),
        SheetCell.Of(view.Receiver?.Chinese()),
        SheetCell.Of(view.RoutedOn),
        SheetCell.Of(Each(view, o => o.Objector)),
        SheetCell.Of(Each(view, o => $"{o.Kind.Chinese()}：{o.Reason ?? "（已依法删除）"}")),
        SheetCell.Of(Each(view, o => o.Outcome is { } outcome ? $"{outcome.Chinese()}：{o.Opinion ?? "（已依法删除）"}（理由：{o.Reasons ?? "已依法删除"}）" : "待复核")),
        SheetCell.Of(Each(view, o => o.DecidedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "待复核")),
        SheetCell.Of(view.CaseNumber),
        SheetCell.Of(view.Kind.Chinese()),
        SheetCell.Of(view.Status.Chinese()),
        SheetCell.Of(city.Court(new CourtId(view.Court))?.Name ?? view.Court),
        SheetCell.Of(view.Ground?.Chinese()),
        SheetCell.Of(view.DueOn),
        SheetCell.Of(view.EnforcedAmount?.ToString("0.00", CultureInfo.InvariantCulture)),
        SheetCell.Of(view.EnforcedOn),
    ];

    private static string? Each(RoutingView view, Func<RoutingObjectionView, string> say) => view.Objections.IsEmpty ? null : string.Join('；', view.Objections.Select(say));
}
