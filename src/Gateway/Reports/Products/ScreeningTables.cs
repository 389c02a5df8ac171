using System.Globalization;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>What every unit has told of its lawsuits, month by month (S2).</summary>
internal static class ScreeningTables
{
    public static async Task<ProductTable> ByUnitAsync(Ground ground)
    {
        var (first, last) = (MonthOf(ground.From), MonthOf(ground.To));
        var told = (await ground.Figures.LawsuitScreeningsAsync(first, last, ground.Court)).ToDictionary(l => (l.Month, l.Unit));
        var rows = new List<ProductRow>();
        for (var month = first; month <= last && month <= ground.Today; month = month.AddMonths(1))
        {
            var dueOn = LawsuitScreeningId.DueOnOf(month);
            foreach (var unit in ReportingUnits.Of(ground.City).Where(u => ground.Court is null || u.Unit.Court == ground.Court))
            {
                var line = told.GetValueOrDefault((month, unit.Unit));
                rows.Add(ProductRow.Of(
                    SheetCell.Of(month.ToString("yyyy-MM", CultureInfo.InvariantCulture)), SheetCell.Of(unit.Name),
                    SheetCell.Of(LawsuitScreeningState.StatusOf(line?.Late, line?.Found ?? 0, dueOn, ground.Today).Chinese()), SheetCell.Of((long)(line?.OpenLawsuits ?? 0)),
                    SheetCell.Of((long)(line?.ClosedLawsuits ?? 0)), SheetCell.Of((long)(line?.Found ?? 0)), SheetCell.Of((long)(line?.Left ?? 0))));
            }
        }
        return new ProductTable(
            "lawsuits",
            "各单位诉讼案件排查",
            [
                new("month", "月份", 10), new("unit", "单位", 26), new("status", "报送", 12, AsOf: true), new("open", "排查在办", AsOf: true), new("closed", "排查已结", AsOf: true),
                new("found", "有信访风险", 12, AsOf: true), new("left", "尚未落实", 12, AsOf: true),
            ],
            [.. rows]);
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
