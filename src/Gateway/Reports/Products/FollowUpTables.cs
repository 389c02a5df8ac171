using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>
/// 信访工作周例会督办清单 (S1). Its tables say how things stand, so that a list stays true once it is published: next week's list tells what
/// became of it.
/// </summary>
internal sealed class FollowUpTables(Ground ground, FollowUps followed)
{
    private const string Sum = "合计";

    public static ImmutableArray<Definition> Definitions { get; } =
    [
        new("上周督办", "本周开始时尚未办结的期限：已逾期的，以及在本周内到期的。本周内到期、周末仍未办结的列入“本周逾期、临期事项”，不重复列。"),
        new("按期、逾期", "按各项期限最后一日24时计；逾期天数算至办结日，未办结的算至数据截止日（本周最后一日，本周尚未结束的为当日）。"),
        new("临期", "在本周或其后七日内到期、尚未办结。"),
        new("已中止、已撤销", "经批准中止计算，或因事项办结、转交其他单位、另定期限等不再要求。"),
        new("法院", "期限按承担单位所属法院计；接访召集按包案领导所在法院计；没有在岗包案领导的，按原包案领导所属法院计，尚无包案领导的按受理法院计。"),
        new("督办函、人大交办", "截至数据截止日尚未书面答复的全部列出；已逾期或者临期的同时列入前两部分。"),
        new("用途", "只列事项和应尽职责，不列信访人，不评分、不排名。"),
    ];

    public static async Task<IReadOnlyList<ProductSection>> SectionsAsync(Ground ground)
    {
        var followed = await FollowUps.ReadAsync(ground);
        var tables = new FollowUpTables(ground, followed);
        return
        [
            Section("督办概况", tables.Sentences(), tables.ByCourt()),
            Section("上周督办事项办理情况", [], tables.Limits("carried", "上周督办事项办理情况", followed.Carried, settled: true)),
            Section("本周逾期、临期事项", [], tables.Limits("ahead", "本周逾期、临期的未办结事项", followed.Ahead)),
            Section("没有在岗包案领导的事项", [], tables.Ownerless()),
            Section("逾期未应答的接访召集", [], tables.Unanswered()),
            Section("未书面答复的督办函和人大交办案件", [],
                tables.Limits("letters", "未书面回复的督办函", followed.Awaiting(ClockKind.Letter)),
                tables.Limits("congress", "未答复的人大交办案件", followed.Awaiting(ClockKind.Congress))),
            Section("未定人员、期限、措施、目标的重点案件", [], tables.Unplanned()),
        ];
    }

    private ImmutableArray<string> Sentences()
    {
        var (listed, carried, ahead) = (followed.Listed.ToArray(), followed.Carried.ToArray(), followed.Ahead.ToArray());
        var last = string.Create(
            CultureInfo.InvariantCulture,
            $"上周督办{listed.Length}项：按期办结{carried.Count(IsInTime)}项，逾期办结{carried.Count(IsLate)}项，中止、撤销{carried.Count(IsDropped)}项，未办结{listed.Count(l => l.IsOpen)}项。");
        var next = string.Create(CultureInfo.InvariantCulture, $"本周到期未办结{ahead.Count(IsDue)}项，下周到期{ahead.Count(l => !IsDue(l))}项。");
        var said = string.Create(CultureInfo.InvariantCulture, $"截至{followed.AsOf:M月d日}，{last}{next}");
        return followed.IsCut ? [said, $"期限超过{FollowUps.MostLimits}项，只列最早到期的部分；请按法院分别查看。"] : [said];
    }

    /// <summary>In the order of the city's document, never by number: it is no ranking.</summary>
    private ProductTable ByCourt()
    {
        var rows = ground.Courts.Select(c => Line(c.Name, c.Id)).ToList();
        if (rows.Count > 1)
            rows.Add(Line(Sum, null));
        return new ProductTable(
            "totals",
            "各法院督办事项（项、件）",
            [
                .. ((ProductColumn[])
                [
                    new("court", "法院", 26), new("listed", "上周督办"), new("inTime", "按期办结"), new("late", "逾期办结"), new("dropped", "中止、撤销"), new("overdue", "仍逾期"),
                    new("due", "本周到期未办结", 14), new("dueNext", "下周到期"), new("ownerless", "无在岗包案领导", 14), new("unanswered", "召集未应答"), new("letters", "督办函未回复"),
                    new("congress", "人大交办未答复", 14), new("unplanned", "重点案件未定方案", 16),
                ]).Select(c => c with { AsOf = true }),
            ],
            [.. rows],
            new ProductChart(ChartKind.Bar, "各法院未办结的督办事项", ["overdue", "due", "dueNext"], ground.Courts.Count()));

        ProductRow Line(string name, CourtId? court)
        {
            var (listed, carried, ahead) = (Of(followed.Listed), Of(followed.Carried), Of(followed.Ahead));
            return ProductRow.Of(
                SheetCell.Of(name), SheetCell.Of(listed.Length), SheetCell.Of(carried.Count(IsInTime)), SheetCell.Of(carried.Count(IsLate)), SheetCell.Of(carried.Count(IsDropped)),
                SheetCell.Of(carried.Count(l => l.IsOpen)), SheetCell.Of(ahead.Count(IsDue)), SheetCell.Of(ahead.Count(l => !IsDue(l))),
                SheetCell.Of(followed.Ownerless.Count(c => court is null || c.Office == court)), SheetCell.Of(followed.Unanswered.Count(u => court is null || u.Court == court)),
                SheetCell.Of(Of(followed.Awaiting(ClockKind.Letter)).Length), SheetCell.Of(Of(followed.Awaiting(ClockKind.Congress)).Length),
                SheetCell.Of(followed.Unplanned.Count(u => court is null || u.Line.Unit.Court == court)));

            FollowedLimit[] Of(IEnumerable<FollowedLimit> limits) => [.. limits.Where(l => court is null || l.Line.Court == court)];
        }
    }

    /// <param name="settled">With the day on which a limit was met, stopped or paused.</param>
    private ProductTable Limits(string id, string caption, IEnumerable<FollowedLimit> limits, bool settled = false) => Table(
        id,
        caption,
        [
            new("caseNumber", "案号", 26), new("case", "事项编号", 38), new("court", "法院", 24), new("owner", "包案领导", 10), new("duty", "应办事项", 20), new("rule", "依据", 8),
            new("dueOn", "到期日", 12), new("outcome", settled ? "办理结果" : "状态", 16), .. settled ? [new("settledOn", "办结日", 12)] : (ProductColumn[])[], new("days", "逾期天数"),
        ],
        limits.Select(l => new ProductRow(
        [
            SheetCell.Of(l.Line.Number?.Value), SheetCell.Of(l.Line.Case.Value), SheetCell.Of(ground.NameOf(l.Line.Court)), Owner(l.Line.Owner), SheetCell.Of(ClockNames.Of(l.Line.Clock)),
            SheetCell.Of(l.Line.Rule), SheetCell.Of(l.Line.DueOn), SheetCell.Of(l.Outcome), .. settled ? [l.IsSettled ? SheetCell.Of(l.Line.ChangedOn) : SheetCell.Empty] : (SheetCell[])[],
            l.DaysOver is { } days ? SheetCell.Of(days) : SheetCell.Empty,
        ])));

    private ProductTable Ownerless() => Table(
        "ownerless",
        "没有在岗包案领导的事项",
        [
            new("caseNumber", "案号", 26), new("case", "事项编号", 38), new("court", "法院", 24), new("owner", "原包案领导", 10), new("ground", "情形", 20), new("since", "自", 12),
            new("dueOn", "应确定日", 12), new("days", "逾期天数"),
        ],
        followed.Ownerless.Select(c => ProductRow.Of(
            SheetCell.Of(c.Line.Case.Number?.Value), SheetCell.Of(c.Line.Case.Case.Value), SheetCell.Of(ground.NameOf(c.Office)), Owner(c.Line.Case.Owner?.Leader),
            SheetCell.Of(Words(c.Ground)), Since(c.Since), SheetCell.Of(c.Due.Date),
            c.IsOverdue(followed.AsOf) ? SheetCell.Of(followed.AsOf.DayNumber - c.Due.Date.DayNumber) : SheetCell.Empty)));

    private ProductTable Unanswered() => Table(
        "unanswered",
        "逾期未应答的接访召集",
        [
            new("caseNumber", "案号", 26), new("case", "事项编号", 38), new("court", "法院", 24), new("owner", "包案领导", 10), new("place", "接访法院", 24), new("sentOn", "召集日期", 12),
            new("status", "情形", 20), new("meetingOn", "约定日期", 12),
        ],
        followed.Unanswered.Select(u => ProductRow.Of(
            SheetCell.Of(u.Line.Number?.Value), SheetCell.Of(u.Line.Case.Value), SheetCell.Of(ground.NameOf(u.Court)), Owner(u.Line.Leader), SheetCell.Of(ground.NameOf(u.Line.Place)),
            SheetCell.Of(ground.City.DayOf(u.Line.SentAt)), SheetCell.Of(u.Line.Status.Chinese()),
            u.Line.MeetingAt is { } meeting ? SheetCell.Of(ground.City.DayOf(meeting)) : SheetCell.Empty)));

    private ProductTable Unplanned() => Table(
        "unplanned",
        "未定人员、期限、措施、目标的重点案件",
        [
            new("caseNumber", "案号", 26), new("case", "事项编号", 38), new("unit", "责任单位", 24), new("owner", "包案领导", 10), new("campaign", "集中办访活动", 24), new("gatheredOn", "列入日期", 12),
            new("missing", "缺少", 16),
        ],
        followed.Unplanned.Select(u => ProductRow.Of(
            SheetCell.Of(u.Line.Number?.Value), SheetCell.Of(u.Line.Matter.Value), SheetCell.Of(ReportingUnits.Find(ground.City, u.Line.Unit)?.Name ?? u.Line.Unit.Value),
            Owner(u.Line.Owner), SheetCell.Of(u.Campaign.Title), SheetCell.Of(u.Line.GatheredOn), SheetCell.Of("化解方案"))));

    private SheetCell Owner(LeaderId? owner) => SheetCell.Of(owner is { } leader ? DutyLeaderView.Of(leader, ground.City).Name : "尚无");

    /// <summary>Leaders who had left before the system began have no such day.</summary>
    private static SheetCell Since(DateOnly day) => day == DateOnly.MinValue ? SheetCell.Empty : SheetCell.Of(day);

    private static string Words(VacancyGround ground) => ground switch
    {
        VacancyGround.Pending => "尚无领导接访",
        VacancyGround.Recused => "包案领导回避",
        VacancyGround.Left => "包案领导离任",
        VacancyGround.LongLeave => "包案领导长期请假",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "No such ground."),
    };

    private bool IsDue(FollowedLimit limit) => limit.Line.DueOn <= ground.To;

    private static bool IsInTime(FollowedLimit limit) => limit is { IsMet: true, IsLate: false };

    private static bool IsLate(FollowedLimit limit) => limit is { IsMet: true, IsLate: true };

    private static bool IsDropped(FollowedLimit limit) => limit is { IsSettled: true, IsMet: false };

    private static ProductTable Table(string id, string caption, IEnumerable<ProductColumn> columns, IEnumerable<ProductRow> rows) =>
        new(id, caption, [.. columns.Select(c => c with { AsOf = true })], [.. rows]);

    private static ProductSection Section(string heading, ImmutableArray<string> paragraphs, params ProductTable[] tables) => new(heading, paragraphs, [.. tables]);
}
