using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.Campaigns;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>集中办访月台账 as a workbook: the columns of the form, then what tells one case from another. Nothing personal is in it.</summary>
internal static class CampaignSheet
{
    private static readonly ImmutableArray<(string Title, double Width)> Columns =
    [
        ("责任单位", 30), ("承办法官", 12), ("包案领导", 12), ("接访层级", 14), ("听证", 8), ("处理批次", 40), ("销号日期", 12),
        ("案号", 28), ("事项状态", 14), ("办理情况", 18), ("办理期限", 12), ("重点案件", 10), ("专班", 30), ("化解方案", 10), ("责任领导", 12), ("列入日期", 12), ("事项编号", 38),
    ];

    public static void Write(Stream stream, CampaignAnswer campaign, IEnumerable<CampaignCaseView> lines, DateOnly today)
    {
        using var writer = new XlsxWriter(stream);
        writer.Begin("集中办访月台账", [.. Columns.Select(c => c.Title)], [.. Columns.Select(c => c.Width)]);
        foreach (var line in lines)
            writer.Row(Cells(line));
        writer.Begin("说明", ["项目", "内容"], [16, 60]);
        writer.Row([SheetCell.Of("集中办访月"), SheetCell.Of(campaign.Title)]);
        writer.Row([SheetCell.Of("起始日期"), SheetCell.Of(campaign.FirstDay)]);
        writer.Row([SheetCell.Of("截止日期"), SheetCell.Of(campaign.LastDay)]);
        writer.Row([SheetCell.Of("导出日期"), SheetCell.Of(today)]);
    }

    private static SheetCell[] Cells(CampaignCaseView line) =>
    [
        SheetCell.Of(line.UnitName),
        SheetCell.Of(line.Judge),
        SheetCell.Of(line.Owner?.Name),
        SheetCell.Of(line.Level?.Chinese()),
        SheetCell.Of(line.Hearings),
        SheetCell.Of(string.Join('；', line.Batches.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Batch.Chinese()} {b.Day:yyyy-MM-dd}")))),
        SheetCell.Of(line.StruckOffOn),
        SheetCell.Of(line.CaseNumber),
        SheetCell.Of(line.Status.Chinese()),
        SheetCell.Of(line.Progress.Chinese()),
        SheetCell.Of(line.LimitOn),
        SheetCell.Of(line.Key ? "是" : "否"),
        SheetCell.Of(string.Join('、', line.Team)),
        SheetCell.Of(line.HasPlan ? "有" : "无"),
        SheetCell.Of(line.ResponsibleLeader?.Name),
        SheetCell.Of(line.GatheredOn),
        SheetCell.Of(line.CaseId.Value),
    ];
}
