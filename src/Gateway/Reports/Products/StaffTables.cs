using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Routings;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>首问首接责任考核依据 (Y7): what the registers say of each official's duties. Facts for those who review; no points, no ranks, and nothing of who petitions.</summary>
internal static class StaffTables
{
    public static ImmutableArray<Definition> Definitions { get; } =
    [
        new("首诉", "按接收日期计入；按期、逾期以答复期限为准，没有约定期限而办结的（当场办结除外）另列；答复后又转为信访事项的，两栏均计；登记未写明负责人的单列。"),
        new("首审、首执", "按收到材料或检索日期计入，只计分流给首审（首执）负责人、现由其办理的；执行到位为累计金额。"),
        new("办不成事", "按接收日期计入；反映是否属实由核查部门认定，不作为窗口专人的评价。"),
        new("现场检查", "按检查日期计入，依受查法院、部门列出；整改按最近一次登记计，是否合格由检查的法院复核。"),
        new("用途", "只列履责事实，按法院、部门、姓名排列，不评分、不排名；责任追究见各事项档案。"),
    ];

    public static async Task<IReadOnlyList<ProductSection>> SectionsAsync(Ground ground) =>
    [
        Section("院庭长接访化解", await OwnedTables.WorkloadAsync(ground)),
        Section("首诉负责", await RequestsAsync(ground)),
        Section("首审首执", await RoutingsAsync(ground)),
        Section("办不成事反映", await OfficersAsync(ground), await DivisionsAsync(ground)),
        Section("台账现场检查", await ChecksAsync(ground)),
    ];

    private static ProductSection Section(string heading, params ProductTable[] tables) => new(heading, [], [.. tables]);

    private static async Task<ProductTable> RequestsAsync(Ground ground) => new(
        "requests",
        "首诉负责人办理情况",
        [
            new("court", "法院", 26), new("responsible", "首诉负责人", 14), new("received", "接收"), new("onTheSpot", "当场办结"), new("inTime", "按期答复", AsOf: true), new("late", "逾期答复", AsOf: true),
            new("entered", "转为信访事项", 14, AsOf: true), new("open", "未办结", AsOf: true), new("overdue", "其中逾期", AsOf: true), new("untimed", "未约定期限而办结", 18, AsOf: true),
        ],
        [
            .. (await ground.Figures.RequestsByPersonAsync(ground.From, ground.To, ground.Court, ground.Today)).Select(r => ProductRow.Of(
                SheetCell.Of(ground.NameOf(r.Court)), SheetCell.Of(r.Responsible ?? "未写明"), SheetCell.Of(r.Received), SheetCell.Of(r.OnTheSpot), SheetCell.Of(r.InTime), SheetCell.Of(r.Late),
                SheetCell.Of(r.Entered), SheetCell.Of(r.Open), SheetCell.Of(r.Overdue), SheetCell.Of(r.Untimed))),
        ]);

    private static async Task<ProductTable> RoutingsAsync(Ground ground) => new(
        "routings",
        "首审（首执）负责人办理情况",
        [
            new("court", "法院", 26), new("division", "部门", 16, AsOf: true), new("receiver", "负责人", 14, AsOf: true), new("trials", "首审", AsOf: true), new("enforcements", "首执", AsOf: true),
            new("disputed", "异议复核中", 12, AsOf: true), new("enforced", "有执行到位的", 14, AsOf: true), new("amount", "执行到位（元）", 18, AsOf: true),
        ],
        [
            .. (await ground.Figures.RoutingsByReceiverAsync(ground.From, ground.To, ground.Court)).Select(r => ProductRow.Of(
                SheetCell.Of(ground.NameOf(r.Court)), SheetCell.Of(r.Division), SheetCell.Of(r.Receiver), SheetCell.Of(r.Trials), SheetCell.Of(r.Enforcements), SheetCell.Of(r.Disputed),
                SheetCell.Of(r.Enforced), SheetCell.Of(r.EnforcedFen.Yuan().ToString("0.00", CultureInfo.InvariantCulture)))),
        ]);

    private static async Task<ProductTable> OfficersAsync(Ground ground) => new(
        "officers",
        "窗口专人接收情况",
        [new("court", "法院", 26), new("officer", "专人", 14), new("received", "接收"), new("circulated", "已流转", AsOf: true), new("answered", "已答复", AsOf: true)],
        [
            .. (await ground.Figures.ComplaintsByOfficerAsync(ground.From, ground.To, ground.Court)).Select(c => ProductRow.Of(
                SheetCell.Of(ground.NameOf(c.Court)), SheetCell.Of(c.Officer), SheetCell.Of(c.Received), SheetCell.Of(c.Circulated), SheetCell.Of(c.Answered))),
        ]);

    private static async Task<ProductTable> DivisionsAsync(Ground ground) => new(
        "divisions",
        "核查部门办理情况",
        [
            new("court", "法院", 26), new("division", "部门", 16, AsOf: true), new("received", "交办核查", AsOf: true), new("inTime", "按期核查", AsOf: true), new("late", "逾期核查", AsOf: true),
            new("overdue", "逾期未核查", 12, AsOf: true), new("founded", "属实或部分属实", 16, AsOf: true),
        ],
        [
            .. (await ground.Figures.ComplaintsByDivisionAsync(ground.From, ground.To, ground.Court, ground.Today)).Select(c => ProductRow.Of(
                SheetCell.Of(ground.NameOf(c.Court)), SheetCell.Of(c.Division), SheetCell.Of(c.Received), SheetCell.Of(c.InTime), SheetCell.Of(c.Late), SheetCell.Of(c.Overdue),
                SheetCell.Of(c.Founded))),
        ]);

    /// <summary>Y5: whose ledgers were held against the papers.</summary>
    private static async Task<ProductTable> ChecksAsync(Ground ground) => new(
        "checks",
        "台账受查和整改情况",
        [
            new("court", "受查法院", 26), new("division", "部门", 16), new("checks", "检查次数"), new("bySuperior", "其中上级检查", 14), new("sampled", "抽查（条）"), new("agreeing", "相符（条）"),
            new("found", "发现问题"), new("inTime", "按期整改", AsOf: true), new("late", "逾期整改", AsOf: true), new("open", "待整改", AsOf: true), new("overdue", "其中逾期", AsOf: true),
        ],
        [
            .. (await ground.Figures.OnSiteChecksByDivisionAsync(ground.From, ground.To, ground.Court, ground.Today)).Select(c => ProductRow.Of(
                SheetCell.Of(ground.NameOf(c.Court)), SheetCell.Of(c.Division ?? "全院"), SheetCell.Of(c.Checks), SheetCell.Of(c.BySuperior), SheetCell.Of(c.Sampled), SheetCell.Of(c.Agreeing),
                SheetCell.Of(c.Found), SheetCell.Of(c.InTime), SheetCell.Of(c.Late), SheetCell.Of(c.Open), SheetCell.Of(c.Overdue))),
        ]);
}
