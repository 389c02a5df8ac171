using System.Collections.Immutable;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>Puts each product together out of its tables.</summary>
internal static class Composer
{
    private static readonly ImmutableArray<Definition> Common =
    [
        new("批次、人次", "一次接待（任何渠道）为一批次；人次为各批次登记人数之和。计入发生日（全市时区），首尾日期均含。"),
        new("初访、重访", "同一事项在全市任一法院的第一次接访为初访，其余为重访；导入积案的接访均为重访，导入前的来访不计。"),
        new("化解", "按化解标准计入；口头、书面承诺为暂定，一年内再访的从原计入处冲减，满一年的为最终；暂定与最终按数据时点分列。"),
        new("包案", "首次接访的领导为包案领导；总数和在办数截至数据时点。"),
        new("瞒报", "报告数少于报告签署时登记簿所载，或有接访而报零报告，或应随时报告而没有预警。"),
    ];

    /// <summary>Up to so many days the paper lists problems day by day; a longer one would be a book, and the shorter ones before it have them.</summary>
    private const int LongestDaily = 31;

    public static async Task<Product> ComposeAsync(ProductKind kind, Ground ground)
    {
        var point = await ground.Figures.PointAsync();
        var scope = ground.Court is { } court ? ground.NameOf(court) : ground.City.Document.Name + "两级法院";
        return new Product(
            kind.Word(),
            kind.Title(),
            ground.Court?.Value ?? PublicationId.City,
            scope,
            ground.From,
            ground.To,
            point.Position,
            point.At,
            [.. await SectionsAsync(kind, ground)],
            DefinitionsOf(kind));
    }

    private static ImmutableArray<Definition> DefinitionsOf(ProductKind kind) => kind switch
    {
        ProductKind.StaffReviews => [.. Common, .. StaffTables.Definitions],
        ProductKind.FollowUps => FollowUpTables.Definitions,
        _ => [.. Common, .. AssignedTables.Definitions, .. IndicatorTables.Definitions, .. Lists],
    };

    private static ImmutableArray<Definition> Lists { get; } =
    [
        new("来访较多", $"来访批次不少于{ListTables.LeastVisits}批且超过同级法院平均数的{ListTables.ManyVisits}倍；只据以请单位说明情况，不计入任何评分。"),
        new("化解不力", $"届满{IndicatorTables.FirstLimit}日的初访事项不少于{ListTables.LeastDue}件而按期办结不足半数。"),
        new("排查范围", $"在办且接访{ListTables.ScreenedFrom}次以上的信访事项；只列事项，不列个人。"),
    ];

    private static async Task<IReadOnlyList<ProductSection>> SectionsAsync(ProductKind kind, Ground ground) => kind switch
    {
        ProductKind.Weekly => [Section("带班领导接访台账", [], await OwnedTables.LedgerAsync(ground))],
        ProductKind.Workload => [Section("院庭长接访化解工作量", ["化解件数以每人每年三件为参考，不作排名。"], await OwnedTables.WorkloadAsync(ground))],
        ProductKind.StaffReviews => await StaffTables.SectionsAsync(ground),
        ProductKind.FollowUps => await FollowUpTables.SectionsAsync(ground),
        ProductKind.Indicators =>
        [
            Section("“三高三低”指标", [], await IndicatorTables.ComparedAsync(ground), await IndicatorTables.ByCourtAsync(ground)),
            Section("变化", [], await ReceptionTables.InTimeAsync(ground)),
        ],
        ProductKind.Explanations => [Section("需说明情况的单位", [], await ListTables.ExplanationsAsync(ground, await ReportingDuty.ReadAsync(ground), await AssignedTables.ReadAsync(ground)))],
        ProductKind.Screening =>
        [
            Section("排查清单", ["只列事项，不列个人。"], await ListTables.ScreeningAsync(ground)),
            Section("诉讼案件排查", ["在办、已结案件每月排查，只列件数。"], await ScreeningTables.ByUnitAsync(ground)),
        ],
        ProductKind.Bulletin => await BulletinAsync(ground),
        ProductKind.Annual => [.. await PeriodAsync(ground), Section("院庭长工作量", [], await OwnedTables.WorkloadAsync(ground))],
        _ => await PeriodAsync(ground),
    };

    /// <summary>J12, in the order of the form.</summary>
    private static async Task<IReadOnlyList<ProductSection>> BulletinAsync(Ground ground)
    {
        var duty = await ReportingDuty.ReadAsync(ground);
        var assigned = await AssignedTables.ReadAsync(ground);
        ProductTable[] daily = ground.Days <= LongestDaily ? [duty.Problems(), assigned.Missed()] : [];
        return
        [
            Section(
                "两级法院接处访情况",
                [await ReceptionTables.SentenceAsync(ground)],
                await ReceptionTables.ByCourtAsync(ground), await ReceptionTables.InTimeAsync(ground)),
            Section("院领导包案情况", [], await OwnedTables.ByCourtAsync(ground)),
            Section("交办案件办理情况", [assigned.Sentence()], assigned.ByCourt(), assigned.ByLimit()),
            Section("息诉化解情况", [], await OwnedTables.ResolutionsAsync(ground)),
            Section("存在的问题", duty.Sentences(), [duty.Table(), .. daily]),
            Section("需说明情况的单位", [], await ListTables.ExplanationsAsync(ground, duty, assigned)),
        ];
    }

    /// <summary>S1: the same, with indicators and what the lawsuits were about.</summary>
    private static async Task<IReadOnlyList<ProductSection>> PeriodAsync(Ground ground)
    {
        var bulletin = await BulletinAsync(ground);
        return
        [
            bulletin[0] with { Tables = bulletin[0].Tables.Add(await ReceptionTables.ByKindAsync(ground)) },
            Section("“三高三低”指标", [], await IndicatorTables.ComparedAsync(ground), await IndicatorTables.ByCourtAsync(ground)),
            .. bulletin.Skip(1),
        ];
    }

    private static ProductSection Section(string heading, ImmutableArray<string> paragraphs, params ProductTable[] tables) =>
        new(heading, paragraphs, [.. tables]);
}
