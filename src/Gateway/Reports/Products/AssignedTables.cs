using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>交办案件办理情况: cases sent down, against their limits (J5).</summary>
internal sealed class AssignedTables
{
    private const string Sum = "合计";

    private readonly Ground _ground;
    private readonly ImmutableArray<AssignedByUnit> _assigned;
    private readonly ImmutableArray<ClockCount> _clocks;
    private readonly ImmutableArray<DayClocks> _missed;

    private AssignedTables(Ground ground, ImmutableArray<AssignedByUnit> assigned, ImmutableArray<ClockCount> clocks, ImmutableArray<DayClocks> missed)
    {
        _ground = ground;
        _assigned = [.. assigned.Where(a => ground.Court is null || a.Unit == ground.Court)];
        _clocks = [.. clocks.Where(c => Limits.Contains(c.Kind))];
        _missed = [.. missed.Where(c => Limits.Contains(c.Kind))];
    }

    /// <summary>J5: 2, 2, 7 and 30 days, or what was specially ordered.</summary>
    private static ImmutableArray<ClockKind> Limits { get; } = [ClockKind.Enter, ClockKind.Meet, ClockKind.Progress, ClockKind.Close];

    public static ImmutableArray<Definition> Definitions { get; } =
    [
        new("交办案件", "总数、在办、逾期未办件数截至数据时点，按现承办单位计，已转交其他单位的不再计入原单位；本期交办按接收日计。"),
        new("交办期限", "建账、约见、书面进展报告、办结（一般为2日、2日、7日、30日，自接收次日起算）；应办为最后一日在本期内且已完成或已逾期的期限，中止、撤销的不计。"),
    ];

    public static async Task<AssignedTables> ReadAsync(Ground ground) => new(
        ground,
        await ground.Figures.AssignedAsync(ground.From, ground.To),
        await ground.Figures.ClocksAsync(ground.From, ground.To, ground.Court),
        await ground.Figures.MissedByDayAsync(ground.From, ground.To, ground.Court));

    public string Sentence()
    {
        var (met, missed, late) = (_clocks.Sum(c => c.Met), _clocks.Sum(c => c.Missed), _clocks.Sum(c => c.Late));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"本期新交办{_assigned.Sum(a => a.Received)}件，现有交办案件{_assigned.Sum(a => a.Assigned)}件，在办{_assigned.Sum(a => a.Running)}件，其中逾期未办{_assigned.Sum(a => a.Overdue)}件。本期应办期限{met + missed}项，按期{met}项，逾期{missed}项（已补办{late}项）。");
    }

    public ProductTable ByCourt()
    {
        var rows = _ground.Courts.Select(c => Line(c.Name, _assigned.Where(a => a.Unit == c.Id))).ToList();
        if (rows.Count > 1)
            rows.Add(Line(Sum, _assigned));
        return new ProductTable(
            "assigned",
            "交办案件办理情况（件）",
            [
                new("court", "法院", 26), new("received", "本期交办"), new("urgent", "其中急件"), new("assigned", "现有总数", AsOf: true), new("running", "在办", AsOf: true),
                new("ended", "已办结", AsOf: true), new("overdue", "逾期未办", AsOf: true),
            ],
            [.. rows]);

        static ProductRow Line(string name, IEnumerable<AssignedByUnit> units)
        {
            var all = units.ToArray();
            var (assigned, running) = (all.Sum(a => a.Assigned), all.Sum(a => a.Running));
            return ProductRow.Of(
                SheetCell.Of(name), SheetCell.Of(all.Sum(a => a.Received)), SheetCell.Of(all.Sum(a => a.Urgent)), SheetCell.Of(assigned), SheetCell.Of(running),
                SheetCell.Of(assigned - running), SheetCell.Of(all.Sum(a => a.Overdue)));
        }
    }

    /// <summary>Every limit whose last day lies in the period: met in time, met late, or still to be met.</summary>
    public ProductTable ByLimit()
    {
        var rows = _ground.Courts.Select(c => Line(c.Name, _clocks.Where(k => k.Court == c.Id))).ToList();
        if (rows.Count > 1)
            rows.Add(Line(Sum, _clocks));
        return new ProductTable(
            "limits",
            "交办期限履行情况（项）",
            [
                new("court", "法院", 26),
                .. Limits.SelectMany(k => (ProductColumn[])[new($"{Word(k)}Due", $"{Short(k)}应办"), new($"{Word(k)}Met", $"{Short(k)}按期")]),
                new("late", "逾期补办"), new("missing", "逾期未办"), new("rate", "按期率"),
            ],
            [.. rows],
            new ProductChart(ChartKind.Bar, "各法院交办期限按期率", ["rate"], _ground.Courts.Count()));

        static ProductRow Line(string name, IEnumerable<ClockCount> clocks)
        {
            var all = clocks.ToArray();
            var (met, missed, late) = (all.Sum(c => c.Met), all.Sum(c => c.Missed), all.Sum(c => c.Late));
            return new ProductRow(
            [
                SheetCell.Of(name),
                .. Limits.SelectMany(k =>
                {
                    var own = all.Where(c => c.Kind == k).ToArray();
                    return (SheetCell[])[SheetCell.Of(own.Sum(c => c.Met + c.Missed)), SheetCell.Of(own.Sum(c => c.Met))];
                }),
                SheetCell.Of(late), SheetCell.Of(missed - late), SheetCell.Percent(met + missed == 0 ? null : (decimal)met / (met + missed)),
            ]);
        }
    }

    /// <summary>Problems: which limits were missed on which day.</summary>
    public ProductTable Missed() => new(
        "missedLimits",
        "交办期限逾期清单（项）",
        [new("dueOn", "到期日", 12), new("court", "法院", 30), new("limit", "期限", 16), new("missed", "逾期"), new("late", "其中已补办"), new("missing", "仍未办")],
        [
            .. _missed.Select(m => ProductRow.Of(
                SheetCell.Of(m.DueOn), SheetCell.Of(_ground.NameOf(m.Court)), SheetCell.Of(ClockNames.Of(m.Kind)), SheetCell.Of(m.Missed), SheetCell.Of(m.Late),
                SheetCell.Of(m.Missed - m.Late))),
        ]);

    /// <summary>Units with limits of the period that are still to be met.</summary>
    public IEnumerable<(string Unit, long Missing)> Owing() => _ground.Courts
        .Select(c => (c.Name, _clocks.Where(k => k.Court == c.Id).Sum(k => k.Missed - k.Late)))
        .Where(o => o.Item2 > 0);

    private static string Word(ClockKind kind) => kind switch
    {
        ClockKind.Enter => "enter",
        ClockKind.Meet => "meet",
        ClockKind.Progress => "progress",
        _ => "close",
    };

    private static string Short(ClockKind kind) => kind switch
    {
        ClockKind.Enter => "建账",
        ClockKind.Meet => "约见",
        ClockKind.Progress => "报告",
        _ => "办结",
    };
}
