using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>Who must explain himself (J13), and which matters are to be looked at (S2).</summary>
internal static class ListTables
{
    /// <summary>Many visits: this many times the mean of the courts of the same tier, and at least <see cref="LeastVisits"/>.</summary>
    public const decimal ManyVisits = 1.5m;
    public const int LeastVisits = 10;

    /// <summary>Poor solving: less than this share of at least <see cref="LeastDue"/> first matters ended in time.</summary>
    public const decimal PoorSolving = 0.5m;
    public const int LeastDue = 5;

    /// <summary>S2: running matters that were received at least this often.</summary>
    public const int ScreenedFrom = ScreenedCase.LeastReceptions;
    private const int MostScreened = 500;

    /// <summary>J13: a unit with its ground. Volume may put a unit here, never into a score.</summary>
    public static async Task<ProductTable> ExplanationsAsync(Ground ground, ReportingDuty duty, AssignedTables assigned)
    {
        var rows = new List<ProductRow>();
        var visits = (await ground.Figures.ReceptionsAsync(ground.From, ground.To, CountsBy.Court | CountsBy.Channel, null)).Rows
            .Where(r => r.Channel == Grains.Cases.Channel.Visit).ToDictionary(r => r.Court!.Value, r => r.Receptions);
        var basic = ground.City.Document.Courts.Where(c => c.Tier == CourtTier.Basic).ToArray();
        var mean = basic.Length == 0 ? 0 : (decimal)basic.Sum(c => visits.GetValueOrDefault(c.Id)) / basic.Length;
        foreach (var court in basic.Where(c => ground.Court is null || c.Id == ground.Court))
        {
            if (visits.GetValueOrDefault(court.Id) is var many && many >= LeastVisits && many > mean * ManyVisits)
                Add(court.Name, "来访较多", string.Create(CultureInfo.InvariantCulture, $"来访{many}批，基层法院平均{mean:0.0}批。"));
        }
        foreach (var alerts in (await ground.Figures.AlertsAsync(ground.From, ground.To, open: false, ground.Court, long.MaxValue, int.MaxValue))
            .Where(a => a.Kind is AlertKind.InspectionDisturbance or AlertKind.CapitalVisit).GroupBy(a => (a.Unit, a.Kind)).OrderBy(g => g.Key.Unit.Value, StringComparer.Ordinal))
        {
            Add(NameOf(ground, alerts.Key.Unit), "发生滋事或进京访", $"{alerts.Key.Kind.Chinese()}预警{alerts.Count()}件。");
        }
        foreach (var (unit, concealed, missing, _) in duty.Units().Where(u => u.Concealed > 0 || u.Missing > 0))
            Add(unit.Name, "处置不当", string.Create(CultureInfo.InvariantCulture, $"瞒报（含漏报预警）{concealed}天，未报{missing}天。"));
        foreach (var (unit, missing) in assigned.Owing())
            Add(unit, "处置不当", string.Create(CultureInfo.InvariantCulture, $"本期到期的交办期限逾期未办{missing}项。"));
        var matters = await IndicatorTables.FirstAsync(ground);
        foreach (var court in ground.Courts)
        {
            var (due, closed) = IndicatorTables.FirstOf(matters, court.Id);
            if (due >= LeastDue && closed < due * PoorSolving)
                Add(court.Name, "化解不力", string.Create(CultureInfo.InvariantCulture, $"届满{IndicatorTables.FirstLimit}日的初访事项{due}件，按期办结{closed}件。"));
        }
        return new ProductTable("explanations", "需说明情况的单位", [new("unit", "单位", 30), new("ground", "事由", 20), new("detail", "情况", 60)], [.. rows]);

        void Add(string unit, string why, string detail) => rows.Add(ProductRow.Of(SheetCell.Of(unit), SheetCell.Of(why), SheetCell.Of(detail)));
    }

    /// <summary>S2: of matters, never of persons.</summary>
    public static async Task<ProductTable> ScreeningAsync(Ground ground)
    {
        var cases = await ground.Figures.ScreenedAsync(ground.Court, MostScreened);
        return new ProductTable(
            "screening",
            "反复来访的在办信访事项",
            [
                .. ((ProductColumn[])
                [
                    new("case", "事项编号", 38), new("caseNumber", "案号", 26), new("court", "受理法院", 24), new("status", "状态", 12), new("owner", "包案领导", 10), new("receptions", "接访次数"),
                    new("openedOn", "首次登记", 12), new("lastOn", "最近接访", 12), new("days", "在办天数"), new("source", "来源", 12),
                ]).Select(c => c with { AsOf = true }),
            ],
            [
                .. cases.Select(c => ProductRow.Of(
                    SheetCell.Of(c.Case.Value), SheetCell.Of(c.Number?.Value), SheetCell.Of(ground.NameOf(c.Court)), SheetCell.Of(c.Status.Chinese()),
                    SheetCell.Of(c.Owner is { } owner ? DutyLeaderView.Of(owner, ground.City).Name : "尚无"), SheetCell.Of((long)c.Receptions), SheetCell.Of(c.OpenedOn), SheetCell.Of(c.LastReceptionOn),
                    SheetCell.Of((long)(ground.Today.DayNumber - c.OpenedOn.DayNumber)), SheetCell.Of(c.LongStanding ? "老户" : c.Imported ? "积案台账" : "本系统首接"))),
            ]);
    }

    private static string NameOf(Ground ground, UnitId unit) => ReportingUnits.Find(ground.City, unit)?.Name ?? unit.Value;
}
