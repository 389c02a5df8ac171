using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases;

/// <summary>
/// The ledger of cases as a workbook (台账), row by row while the store reads it: all rows are of one moment, and however many there are, one stands
/// in memory. Nothing personal is in it.
/// </summary>
internal static class LedgerSheet
{
    /// <summary>Rows below the titles of one sheet; what is beyond begins the next.</summary>
    private const int RowsOfSheet = 1_000_000;

    private static readonly ImmutableArray<(string Title, double Width)> Columns =
    [
        ("事项编号", 38), ("案号", 28), ("受理法院", 26), ("状态", 14), ("包案领导", 10), ("职务", 18), ("包案法院", 26), ("包案来源", 14), ("接访次数", 10), ("首次登记", 12),
        ("最近接访", 12), ("办结日期", 12), ("办结方式", 20), ("来源", 12), ("在办天数", 10), ("现手中天数", 12), ("首次答复期限", 14),
    ];

    public static async Task WriteAsync(Stream stream, IFigures figures, CaseFilter filter, CitySnapshot city, DateOnly today)
    {
        var point = await figures.PointAsync();
        using var writer = new XlsxWriter(stream);
        var rows = 0L;
        Begin(writer);
        await figures.EachCaseAsync(filter, line =>
        {
            if (rows > 0 && rows % RowsOfSheet == 0)
                Begin(writer);
            writer.Row(Cells(line, city, today));
            rows++;
        });
        writer.Begin("说明", ["项目", "内容"], [16, 60]);
        writer.Row([SheetCell.Of("件数"), SheetCell.Of(rows)]);
        writer.Row([SheetCell.Of("数据时点"), SheetCell.Of(string.Create(CultureInfo.InvariantCulture, $"日志第{point.Position}条"))]);
        writer.Row([SheetCell.Of("导出日期"), SheetCell.Of((DateOnly?)today)]);
    }

    private static void Begin(XlsxWriter writer) => writer.Begin("台账", [.. Columns.Select(c => c.Title)], [.. Columns.Select(c => c.Width)]);

    private static SheetCell[] Cells(CaseLine line, CitySnapshot city, DateOnly today)
    {
        var owner = line.Owner is { } fixedOwner ? city.Leader(fixedOwner.Leader) : null;
        var ended = !line.Status.IsRunning();
        return
        [
            SheetCell.Of(line.Case.Value),
            SheetCell.Of(line.Number?.Value),
            SheetCell.Of(city.Court(line.Court)?.Name ?? line.Court.Value),
            SheetCell.Of(line.Status.Chinese()),
            SheetCell.Of(owner?.Name ?? line.Owner?.Leader.Value),
            SheetCell.Of(owner?.Post),
            SheetCell.Of(line.Owner is { } o ? city.Court(o.Court)?.Name ?? o.Court.Value : null),
            SheetCell.Of(line.Owner is { } origin ? origin.Origin.Chinese() : null),
            SheetCell.Of((long)line.Receptions),
            SheetCell.Of((DateOnly?)line.OpenedOn),
            SheetCell.Of(line.LastReceptionOn),
            SheetCell.Of(ended ? line.EndedOn : null),
            SheetCell.Of(ended ? line.EndingGround?.Chinese() : null),
            SheetCell.Of(line.LongStanding ? "老户" : line.Imported is not null ? "积案台账" : "本系统首接"),
            SheetCell.Of((long)CaseDays.Age(line.OpenedOn, CaseDays.Until(line.Status, line.EndedOn, today))),
            ended ? SheetCell.Empty : SheetCell.Of((long)CaseDays.Held(line.HeldSince, line.OpenedOn, city, today)),
            SheetCell.Of(line.AnswerDue),
        ];
    }
}
