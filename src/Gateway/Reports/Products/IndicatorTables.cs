using System.Collections.Immutable;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>S10: three high, three low, each with the period before (环比) and the year before (同比).</summary>
internal static class IndicatorTables
{
    /// <summary>G2: the substantive answer is due within three months; days.</summary>
    public const int FirstLimit = 90;

    public static ImmutableArray<Definition> Definitions { get; } =
    [
        new("初访结案率", $"分子：首次接访后{FirstLimit}日内办结（含暂定）的件数；分母：本期内届满{FirstLimit}日的初访事项件数，不含导入的积案和已并入其他事项的。"),
        new("接待质量", "分子：当日录入系统的接访批次；分母：全部接访批次（即当日录入率）。"),
        new("群众满意率", "分子：信访人评价四星以上（满分五星）的次数；分母：本期全部评价次数，按评价日计。没有评价时不显示。"),
        new("重复访率", "分子：重访批次；分母：全部接访批次。"),
        new("越级访率", "分子：曾到受理法院所属层级以上反映的接访批次（视频接访除外）；分母：全部接访批次。"),
        new("集体访率", "分子：五人以上的接访批次；分母：全部接访批次。"),
        new("环比、同比", "与前一个等长时期、与上年同期相比的百分点差；时期按自然月对齐。"),
    ];

    /// <summary>The six of the whole scope, with what they were.</summary>
    public static async Task<ProductTable> ComparedAsync(Ground ground)
    {
        var now = await OfAsync(ground, ground.Court, await FirstAsync(ground));
        var (previous, earlier) = (ground.Over(ground.Before), ground.Over(ground.YearBefore));
        var before = await OfAsync(previous, ground.Court, await FirstAsync(previous));
        var year = await OfAsync(earlier, ground.Court, await FirstAsync(earlier));
        return new ProductTable(
            "indicators",
            "“三高三低”指标",
            [
                new("name", "指标", 16), new("wanted", "要求", 8), new("now", "本期"), new("before", "上期"), new("onPeriod", "环比（百分点）", 14), new("year", "上年同期"),
                new("onYear", "同比（百分点）", 14),
            ],
            [
                .. Names.Select((n, i) => ProductRow.Of(
                    SheetCell.Of(n.Name), SheetCell.Of(n.Wanted), SheetCell.Percent(now[i]), SheetCell.Percent(before[i]), SheetCell.Percent(now[i] - before[i]),
                    SheetCell.Percent(year[i]), SheetCell.Percent(now[i] - year[i]))),
            ],
            new ProductChart(ChartKind.Bar, "本期与上期指标", ["now", "before"], Names.Length));
    }

    /// <summary>Court by court, in the order of the city's document: no ranking.</summary>
    public static async Task<ProductTable> ByCourtAsync(Ground ground)
    {
        var rows = new List<ProductRow>();
        var first = await FirstAsync(ground);
        foreach (var court in ground.Courts)
        {
            var shares = await OfAsync(ground, court.Id, first);
            rows.Add(new ProductRow([SheetCell.Of(court.Name), .. shares.Select(SheetCell.Percent)]));
        }
        return new ProductTable(
            "indicatorsByCourt", "各法院指标", [new("court", "法院", 26), .. Names.Select(n => new ProductColumn(n.Key, n.Name))], [.. rows]);
    }

    private static (string Key, string Name, string Wanted)[] Names { get; } =
    [
        ("firstClosed", "初访结案率", "高"), ("quality", "接待质量", "高"), ("satisfaction", "群众满意率", "高"),
        ("repeat", "重复访率", "低"), ("skipLevel", "越级访率", "低"), ("collective", "集体访率", "低"),
    ];

    private static async Task<decimal?[]> OfAsync(Ground ground, CourtId? court, ImmutableArray<FirstMatters> first)
    {
        var rows = (await ground.Figures.ReceptionsAsync(ground.From, ground.To, CountsBy.Nothing, court)).Rows;
        var sum = rows.IsEmpty ? new CountRow(null, null, null, 0, 0, 0, 0, 0) : rows[0];
        var (due, closed) = FirstOf(first, court);
        var ratings = await ground.Figures.RatingsAsync(ground.From, ground.To, court);
        return
        [
            Share(closed, due), Share(sum.Receptions - sum.Late, sum.Receptions), Share(ratings.Sum(r => r.Satisfied), ratings.Sum(r => r.Ratings)),
            Share(sum.Repeat, sum.Receptions), Share(sum.SkipLevel, sum.Receptions), Share(sum.Collective, sum.Receptions),
        ];
    }

    /// <summary>First-time matters whose limit ran out in the period, and how many of them had ended within it, by court.</summary>
    public static Task<ImmutableArray<FirstMatters>> FirstAsync(Ground ground) =>
        ground.Figures.FirstMattersAsync(ground.From.AddDays(-FirstLimit), ground.To.AddDays(-FirstLimit), FirstLimit);

    public static (long Due, long Closed) FirstOf(ImmutableArray<FirstMatters> matters, CourtId? court)
    {
        var own = matters.Where(m => court is null || m.Court == court).ToArray();
        return (own.Sum(m => m.Matters), own.Sum(m => m.Ended));
    }

    private static decimal? Share(long part, long whole) => whole == 0 ? null : (decimal)part / whole;
}
