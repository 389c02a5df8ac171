using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.DailyReports;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>存在的问题: how each unit did its duty to tell (J11), day by day. Duties are counted, never the number of petitions.</summary>
internal sealed class ReportingDuty
{
    private readonly List<(ReportingUnit Unit, UnitDayView Day, DateOnly Date)> _days = [];

    /// <summary>Receptions to be told at once by leaders for whom no unit reports: those above the divisions.</summary>
    private readonly List<(string Court, DateOnly Date, int MissingAlerts)> _above = [];

    private ReportingDuty()
    {
    }

    public static async Task<ReportingDuty> ReadAsync(Ground ground)
    {
        var duty = new ReportingDuty();
        var board = new DayBoard(ground.City, ground.Terms, ground.Now);
        var units = ReportingUnits.Of(ground.City).Where(u => ground.Court is null || u.Unit.Court == ground.Court).ToArray();
        var last = ground.To < ground.Today ? ground.To : ground.Today;
        var reports = (await ground.Figures.DailyReportsAsync(ground.From, last)).ToLookup(r => r.Day);
        var missing = (await ground.Figures.MissingAlertsAsync(ground.From, last)).ToLookup(a => a.Day);
        for (var day = ground.From; day <= last; day = day.AddDays(1))
        {
            var registered = (await ground.Figures.UnitsAsync(day)).ToDictionary(u => u.Unit, u => u.Figures);
            foreach (var unit in units)
            {
                duty._days.Add((
                    unit,
                    board.UnitDay(
                        unit, day, registered.GetValueOrDefault(unit.Unit.Value, DayFigures.Nil), reports[day].FirstOrDefault(r => r.Unit == unit.Unit),
                        missing[day].Count(a => a.Unit == unit.Unit), contact: null),
                    day));
            }
            foreach (var court in missing[day].Where(a => a.Unit is null && (ground.Court is null || a.Court == ground.Court)).GroupBy(a => a.Court))
                duty._above.Add((ground.NameOf(court.Key), day, court.Count()));
        }
        return duty;
    }

    public IEnumerable<(ReportingUnit Unit, int Concealed, int Missing, int Late)> Units() => _days
        .GroupBy(d => d.Unit)
        .Select(g => (g.Key, g.Count(d => d.Day.Concealed), g.Count(d => d.Day.Missing), g.Count(d => d.Day.Late)));

    /// <summary>Each unit's days by what they were.</summary>
    public ProductTable Table() => new(
        "reporting",
        "日报告履责情况（天）",
        [
            new("unit", "报送单位", 30), new("due", "应报"), new("inTime", "按时"), new("rate", "按时率"), new("nil", "其中零报告"), new("late", "迟报"), new("missing", "未报"),
            new("differs", "与登记不符"), new("concealed", "其中瞒报"), new("missingAlerts", "漏报预警（件）", 14),
        ],
        [
            .. _days.GroupBy(d => d.Unit.Unit).Select(g =>
            {
                // A report has its time; an alert is owed at once (J11), so it is missing also where the day's report is not yet due.
                var due = g.Where(d => d.Day.Status != DayBoard.Due).ToArray();
                var inTime = due.Count(d => d.Day is { Submitted: true, Late: false });
                return ProductRow.Of(
                    SheetCell.Of(g.First().Unit.Name), SheetCell.Of((long)due.Length), SheetCell.Of((long)inTime),
                    SheetCell.Percent(due.Length == 0 ? null : (decimal)inTime / due.Length), SheetCell.Of((long)due.Count(d => d.Day.Nil)),
                    SheetCell.Of((long)due.Count(d => d.Day.Late)), SheetCell.Of((long)due.Count(d => d.Day.Missing)), SheetCell.Of((long)due.Count(d => d.Day.Differs)),
                    SheetCell.Of((long)g.Count(d => d.Day.Concealed)), SheetCell.Of((long)g.Sum(d => d.Day.MissingAlerts)));
            }),
        ]);

    /// <summary>Every day that was not as it should be, named as what it is.</summary>
    public ProductTable Problems() => new(
        "problems",
        "逐日问题清单",
        [new("day", "日期", 12), new("unit", "报送单位", 30), new("problem", "问题", 16), new("detail", "情况", 60)],
        [
            .. _days.SelectMany(d => Problems(d.Day).Select(p => ProductRow.Of(SheetCell.Of(d.Date), SheetCell.Of(d.Unit.Name), SheetCell.Of(p.Problem), SheetCell.Of(p.Detail)))),
            .. _above.Select(a => ProductRow.Of(SheetCell.Of(a.Date), SheetCell.Of($"{a.Court}（不属庭室的领导）"), SheetCell.Of("漏报预警"), SheetCell.Of(Untold(a.MissingAlerts)))),
        ]);

    public ImmutableArray<string> Sentences() =>
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"应报{_days.Count(d => d.Day.Status != DayBoard.Due)}份，按时报送{_days.Count(d => d.Day is { Submitted: true, Late: false })}份，迟报{_days.Count(d => d.Day.Late)}份，未报{_days.Count(d => d.Day.Missing)}份，与登记不符{_days.Count(d => d.Day.Differs)}份，应随时报告而未预警{_days.Sum(d => d.Day.MissingAlerts) + _above.Sum(a => a.MissingAlerts)}件。"),
    ];

    private static IEnumerable<(string Problem, string Detail)> Problems(UnitDayView day)
    {
        if (day.Missing)
            yield return ("未报", "截止时间已过，未报日报告或零报告。");
        if (day.Late)
            yield return ("迟报", $"于截止时间之后报送，报送人{day.Signer}。");
        foreach (var group in day.Differences.GroupBy(d => d.Ground))
        {
            var lines = string.Join("、", group.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Title}报{d.Reported}登记{d.Registered}")));
            yield return (
                group.Key switch
                {
                    "nilOnBusyDay" => "有访零报",
                    "concealed" => "少报（瞒报）",
                    "overstated" => "多报",
                    _ => "报后补录",
                },
                $"{lines}。");
        }
        if (day.MissingAlerts > 0)
            yield return ("漏报预警", Untold(day.MissingAlerts));
    }

    private static string Untold(int receptions) => $"应随时报告的接访{receptions}件没有预警。";
}
