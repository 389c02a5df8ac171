using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>接处访情况: receptions of both tiers, by court and in time.</summary>
internal static class ReceptionTables
{
    private const string Sum = "合计";

    /// <summary>By court, in the order of the city's document and never by number: it is no ranking.</summary>
    public static async Task<ProductTable> ByCourtAsync(Ground ground)
    {
        var rows = (await ground.Figures.ReceptionsAsync(ground.From, ground.To, CountsBy.Court | CountsBy.Channel, ground.Court)).Rows;
        var courts = ground.Courts.Select(c => Line(c.Name, rows.Where(r => r.Court == c.Id))).ToList();
        if (courts.Count > 1)
            courts.Add(Line(Sum, rows));
        return new ProductTable(
            "receptions",
            "接处访情况（单位：批次、人次）",
            [
                new("court", "法院", 26), new("receptions", "合计"), new("first", "初访"), new("repeat", "重访"),
                .. Enum.GetValues<Channel>().Select(c => new ProductColumn(Key(c), c.Chinese())),
                new("collective", "集体访"), new("skipLevel", "越级访"), new("toCity", "曾到市"), new("toProvince", "曾到省"), new("toCapital", "曾进京"), new("persons", "人次"),
                new("late", "迟录"),
            ],
            [.. courts],
            new ProductChart(ChartKind.Bar, "各法院初访、重访批次", ["first", "repeat"], ground.Courts.Count()));
    }

    /// <summary>By what the original lawsuit was about.</summary>
    public static async Task<ProductTable> ByKindAsync(Ground ground)
    {
        var rows = (await ground.Figures.ReceptionsAsync(ground.From, ground.To, CountsBy.Court, ground.Court)).Rows;
        var courts = ground.Courts.Select(c => Kinds(c.Name, rows.Where(r => r.Court == c.Id))).ToList();
        if (courts.Count > 1)
            courts.Add(Kinds(Sum, rows));
        return new ProductTable(
            "kinds",
            "按原审案件类型（批次）",
            [new("court", "法院", 26), new("civil", "民事"), new("criminal", "刑事"), new("administrative", "行政"), new("enforcement", "执行"), new("other", "其他或无案号"), new("imported", "其中积案台账事项", 16)],
            [.. courts]);
    }

    /// <summary>Day by day, or month by month where the period is longer than a quarter.</summary>
    public static async Task<ProductTable> InTimeAsync(Ground ground)
    {
        var byMonth = ground.Days > 93;
        var rows = (await ground.Figures.ReceptionsAsync(ground.From, ground.To, CountsBy.Day, ground.Court)).Rows;
        var cells = new SortedDictionary<DateOnly, (long Receptions, long First, long Collective)>();
        var last = ground.To < ground.Today ? ground.To : ground.Today;
        for (var day = ground.From; day <= last; day = byMonth ? StartOf(day).AddMonths(1) : day.AddDays(1))
            cells[byMonth ? StartOf(day) : day] = default;
        foreach (var row in rows)
        {
            var at = byMonth ? StartOf(row.Day!.Value) : row.Day!.Value;
            var known = cells.GetValueOrDefault(at);
            cells[at] = (known.Receptions + row.Receptions, known.First + row.First, known.Collective + row.Collective);
        }
        return new ProductTable(
            "time",
            byMonth ? "逐月接访批次" : "逐日接访批次",
            [new("day", byMonth ? "月份" : "日期", 14), new("receptions", "合计"), new("first", "初访"), new("repeat", "重访"), new("collective", "集体访")],
            [
                .. cells.Select(c => ProductRow.Of(
                    SheetCell.Of(c.Key.ToString(byMonth ? "yyyy年M月" : "M月d日", CultureInfo.InvariantCulture)),
                    SheetCell.Of(c.Value.Receptions), SheetCell.Of(c.Value.First), SheetCell.Of(c.Value.Receptions - c.Value.First), SheetCell.Of(c.Value.Collective))),
            ],
            new ProductChart(ChartKind.Line, byMonth ? "逐月接访批次" : "逐日接访批次", ["receptions", "first"], cells.Count));
    }

    /// <summary>In one sentence.</summary>
    public static async Task<string> SentenceAsync(Ground ground)
    {
        var now = await SumAsync(ground);
        var before = await SumAsync(ground.Over(ground.Before));
        var year = await SumAsync(ground.Over(ground.YearBefore));
        return $"{ground.From:M月d日}至{ground.To:M月d日}，共接待处理{now.Receptions}批{now.Persons}人次，其中初访{now.First}批、重访{now.Repeat}批、集体访{now.Collective}批；"
            + $"环比{Change(now.Receptions, before.Receptions)}，同比{Change(now.Receptions, year.Receptions)}。远程视频接访不计入到省进京。";
    }

    /// <summary>上升、下降 or 持平, in percent of what it was.</summary>
    public static string Change(long now, long before) => before == 0
        ? now == 0 ? "持平" : "上期为零，不作比较"
        : now == before ? "持平" : string.Create(CultureInfo.InvariantCulture, $"{(now > before ? "上升" : "下降")}{Math.Abs(now - before) * 100m / before:0.0}%");

    public static async Task<CountRow> SumAsync(Ground ground)
    {
        var rows = (await ground.Figures.ReceptionsAsync(ground.From, ground.To, CountsBy.Nothing, ground.Court)).Rows;
        return rows.IsEmpty ? new CountRow(null, null, null, 0, 0, 0, 0, 0) : rows[0];
    }

    private static string Key(Channel channel) => channel.ToString().ToLowerInvariant();

    private static DateOnly StartOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static ProductRow Line(string name, IEnumerable<CountRow> rows)
    {
        var all = rows.ToArray();
        return new ProductRow(
        [
            SheetCell.Of(name), SheetCell.Of(all.Sum(r => r.Receptions)), SheetCell.Of(all.Sum(r => r.First)), SheetCell.Of(all.Sum(r => r.Repeat)),
            .. Enum.GetValues<Channel>().Select(c => SheetCell.Of(all.Where(r => r.Channel == c).Sum(r => r.Receptions))),
            SheetCell.Of(all.Sum(r => r.Collective)), SheetCell.Of(all.Sum(r => r.SkipLevel)), SheetCell.Of(all.Sum(r => r.ToCity)),
            SheetCell.Of(all.Sum(r => r.ToProvince)), SheetCell.Of(all.Sum(r => r.ToCapital)), SheetCell.Of(all.Sum(r => r.Persons)), SheetCell.Of(all.Sum(r => r.Late)),
        ]);
    }

    private static ProductRow Kinds(string name, IEnumerable<CountRow> rows)
    {
        var all = rows.ToArray();
        var (civil, criminal) = (all.Sum(r => r.Civil), all.Sum(r => r.Criminal));
        var (administrative, enforcement) = (all.Sum(r => r.Administrative), all.Sum(r => r.Enforcement));
        return ProductRow.Of(
            SheetCell.Of(name), SheetCell.Of(civil), SheetCell.Of(criminal), SheetCell.Of(administrative), SheetCell.Of(enforcement),
            SheetCell.Of(all.Sum(r => r.Receptions) - civil - criminal - administrative - enforcement), SheetCell.Of(all.Sum(r => r.Imported)));
    }
}
