using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>院领导包案、息诉化解情况.</summary>
internal static class OwnedTables
{
    private const string Sum = "合计";

    /// <summary>W6: as a rule at least this many resolutions per leader and year; a yardstick, never a refusal and never a score.</summary>
    public const int Yardstick = 3;

    /// <summary>Owned cases by the court where their owner is now, as they stand at the journal's position.</summary>
    public static async Task<ProductTable> ByCourtAsync(Ground ground)
    {
        var owned = (await ground.Figures.OwnedAsync()).ToLookup(o => ground.City.Leader(o.Leader)?.Court);
        var rows = ground.Courts
            .Select(c => (c.Name, Owned: owned[c.Id].Sum(o => o.Owned), Running: owned[c.Id].Sum(o => o.Running), Leaders: owned[c.Id].LongCount(o => o.Running > 0)))
            .ToList();
        if (rows.Count > 1)
            rows.Add((Sum, rows.Sum(r => r.Owned), rows.Sum(r => r.Running), rows.Sum(r => r.Leaders)));
        return new ProductTable(
            "owned",
            "院庭长包案情况（截至本通报数据时点）",
            [
                new("court", "法院", 26), new("owned", "包案总数", AsOf: true), new("running", "在办", AsOf: true), new("ended", "已办结", AsOf: true),
                new("leaders", "有在办包案的领导", 16, AsOf: true),
            ],
            [.. rows.Select(r => ProductRow.Of(SheetCell.Of(r.Name), SheetCell.Of(r.Owned), SheetCell.Of(r.Running), SheetCell.Of(r.Owned - r.Running), SheetCell.Of(r.Leaders)))]);
    }

    /// <summary>W14: by ground, promises apart.</summary>
    public static async Task<ProductTable> ResolutionsAsync(Ground ground)
    {
        var rows = await ground.Figures.ResolutionsAsync(ground.From, ground.To, ground.Court);
        var grounds = Enum.GetValues<EndingGround>();
        var lines = ground.Courts.Select(c => Line(c.Name, c.Id)).ToList();
        if (lines.Count > 1)
            lines.Add(Line(Sum, null));
        return new ProductTable(
            "resolutions",
            "息诉化解情况（件）",
            [
                new("court", "法院", 26), new("resolved", "化解合计"), new("final", "其中最终", AsOf: true), new("provisional", "其中暂定", AsOf: true),
                .. grounds.Select(g => new ProductColumn(EnumWords.Of(g), g.Chinese(), 14)),
            ],
            [.. lines],
            new ProductChart(ChartKind.Bar, "各法院化解件数", ["final", "provisional"], ground.Courts.Count()));

        ProductRow Line(string name, CourtId? court)
        {
            var own = rows.Where(r => court is null || r.Court == court).ToArray();
            var (resolved, provisional) = (own.Sum(r => r.Resolved), own.Sum(r => r.Provisional));
            return new ProductRow(
            [
                SheetCell.Of(name), SheetCell.Of(resolved), SheetCell.Of(resolved - provisional), SheetCell.Of(provisional),
                .. grounds.Select(g => SheetCell.Of(own.Where(r => r.Ground == g).Sum(r => r.Resolved))),
            ]);
        }
    }

    /// <summary>W6, W15: what each leader received and resolved. In the order of the city's document; nobody is ranked.</summary>
    public static async Task<ProductTable> WorkloadAsync(Ground ground)
    {
        var owners = (await ground.Figures.OwnedAsync()).ToDictionary(o => o.Leader);
        var resolutions = (await ground.Figures.OwnerResolutionsAsync(null, ground.From, ground.To)).ToLookup(r => r.Owner);
        var rows = new List<ProductRow>();
        foreach (var leader in ground.City.Document.Leaders.Where(l => ground.Court is null || l.Court == ground.Court))
        {
            var received = await ground.Figures.LeaderAsync(leader.Id, ground.From, ground.To);
            var owned = owners.GetValueOrDefault(leader.Id) ?? new OwnedByLeader(leader.Id, 0, 0);
            var (resolved, provisional) = (resolutions[leader.Id].Sum(r => r.Resolved), resolutions[leader.Id].Sum(r => r.Provisional));
            if (!leader.Active && received.Receptions == 0 && resolved == 0)
                continue;
            rows.Add(ProductRow.Of(
                SheetCell.Of(leader.Name), SheetCell.Of(ground.NameOf(leader.Court)), SheetCell.Of(leader.Post), SheetCell.Of(leader.QuotaJudge ? "员额" : "非员额"),
                SheetCell.Of(received.Receptions), SheetCell.Of(received.First), SheetCell.Of(received.Visits), SheetCell.Of(received.Persons),
                SheetCell.Of(owned.Owned), SheetCell.Of(owned.Running), SheetCell.Of(resolved), SheetCell.Of(resolved - provisional), SheetCell.Of(provisional),
                SheetCell.Of(resolved >= Yardstick ? "已达" : $"尚差{Yardstick - resolved}件"),
                SheetCell.Of(leader.QuotaJudge ? "计入办案绩效" : "计入年度考核")));
        }
        return new ProductTable(
            "workload",
            "院庭长接访化解工作量",
            [
                new("leader", "领导", 10), new("court", "法院", 24), new("post", "职务", 18), new("quota", "员额/非员额"), new("receptions", "接访批次"), new("first", "其中初访"),
                new("visits", "其中来访"), new("persons", "人次"), new("owned", "包案总数", AsOf: true), new("running", "在办", AsOf: true), new("resolved", "化解件数"), new("final", "其中最终", AsOf: true),
                new("provisional", "其中暂定", AsOf: true), new("yardstick", "年化解3件参考", 14), new("credit", "计入", 14),
            ],
            [.. rows]);
    }

    /// <summary>W9: the ledger per duty leader. The petitioner is named by the case alone; <see cref="LedgerNames"/> adds him for who may know.</summary>
    public static async Task<ProductTable> LedgerAsync(Ground ground)
    {
        var rows = new List<ProductRow>();
        var asOf = ground.To < ground.Today ? ground.To : ground.Today;
        foreach (var leader in ground.City.Document.Leaders.Where(l => ground.Court is null || l.Court == ground.Court))
        {
            foreach (var line in await ground.Figures.LeaderReceptionsAsync(leader.Id, ground.From, ground.To, LedgerLimit))
            {
                var ended = !line.Status.IsRunning();
                rows.Add(ProductRow.Of(
                    SheetCell.Of(leader.Name), SheetCell.Of(ground.NameOf(leader.Court)), SheetCell.Of(leader.Post), SheetCell.Of(leader.QuotaJudge ? "员额" : "非员额"),
                    SheetCell.Of(line.Day), SheetCell.Of(line.Channel.Chinese()), SheetCell.Of(line.Case.Value), SheetCell.Of(line.CaseNumber?.Value),
                    SheetCell.Of(line.First ? "初访" : $"续访（第{line.Number}次）"), SheetCell.Of(line.Owner is { } owner ? DutyLeaderView.Of(owner, ground.City).Name : null),
                    SheetCell.Of(line.Status.Chinese()), SheetCell.Of(ended ? line.Ground?.Chinese() : null), SheetCell.Of(CaseDays.Age(line.OpenedOn, CaseDays.Until(line.Status, line.EndedOn, asOf)))));
            }
        }
        return new ProductTable(
            "ledger",
            "带班领导接访台账",
            [
                new("leader", "领导", 10), new("court", "法院", 24), new("post", "职务", 18), new("quota", "员额/非员额"), new("day", "接访日期", 12), new("channel", "形式", 8),
                new("case", "事项编号", 38), new("caseNumber", "案号", 26), new("number", "初访/续访", 14), new("owner", "包案领导", 10, AsOf: true), new("status", "化解状态", 14, AsOf: true),
                new("ground", "化解方式", 18, AsOf: true), new("days", "在办天数", AsOf: true),
            ],
            [.. rows]);
    }

    /// <summary>Most receptions of one leader in one ledger: a week has room for them all.</summary>
    private const int LedgerLimit = 2_000;
}
