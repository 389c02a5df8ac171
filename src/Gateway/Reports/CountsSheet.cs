using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Reports;

/// <summary>Figures as a table for spreadsheets: only the columns that the question has.</summary>
internal static class CountsSheet
{
    private static readonly ImmutableArray<(string Title, Func<CountView, CitySnapshot, SheetCell> Of)> Columns =
    [
        ("法院", (r, city) => SheetCell.Of(r.Court is { } c ? city.Court(new CourtId(c))?.Name ?? c : null)),
        ("渠道", (r, _) => SheetCell.Of(r.Channel?.Chinese())),
        ("日期", (r, _) => SheetCell.Of(r.Day)),
        ("初访/重访", (r, _) => SheetCell.Of(r.Turn is null ? null : r.Turn == "first" ? "初访" : "重访")),
        ("曾到层级", (r, _) => SheetCell.Of(r.Level switch { "local" => "本地", "city" => "到市", "province" => "到省", "capital" => "进京", _ => null })),
        ("案件类型", (r, _) => SheetCell.Of(r.Kind switch
        {
            "civil" => "民事", "criminal" => "刑事", "administrative" => "行政", "enforcement" => "执行", "other" => "其他或无案号", _ => null,
        })),
        ("来源", (r, _) => SheetCell.Of(r.Source switch { "own" => "本系统首接", "imported" => "积案台账", _ => null })),
        ("化解方式", (r, _) => SheetCell.Of(r.Outcome?.Chinese())),
        ("批次", (r, _) => Number(r.Receptions)),
        ("初访", (r, _) => Number(r.First)),
        ("重访", (r, _) => Number(r.Repeat)),
        ("集体访", (r, _) => Number(r.Collective)),
        ("越级访", (r, _) => Number(r.SkipLevel)),
        ("人次", (r, _) => Number(r.Persons)),
        ("化解件数", (r, _) => Number(r.Resolved)),
        ("其中暂定", (r, _) => Number(r.Provisional)),
    ];

    public static IResult Answer(FileForm form, CountsView view, CountsQuestion question, CitySnapshot city, string tag)
    {
        var used = Columns.Where(c => view.Rows.Any(r => c.Of(r, city).Kind != CellKind.Empty)).ToArray();
        var name = string.Create(CultureInfo.InvariantCulture, $"接访统计{question.From:yyyyMMdd}-{question.To:yyyyMMdd}");
        var titles = used.Select(c => c.Title).ToArray();
        var rows = view.Rows.Select(r => used.Select(c => c.Of(r, city)).ToArray());
        if (form == FileForm.Csv)
            return FileAnswer.OfText(form, name, CsvText.Of(titles, rows), tag);
        return new FileAnswer(
            form,
            name,
            (stream, _) =>
            {
                using var writer = new XlsxWriter(stream);
                writer.Begin("接访统计", titles, [.. titles.Select(_ => 16.0)]);
                foreach (var row in rows)
                    writer.Row(row);
                writer.Begin("说明", ["项目", "内容"], [16, 60]);
                writer.Row([SheetCell.Of("期间"), SheetCell.Of(string.Create(CultureInfo.InvariantCulture, $"{question.From:yyyy-MM-dd} 至 {question.To:yyyy-MM-dd}（均含）"))]);
                writer.Row([SheetCell.Of("数据时点"), SheetCell.Of(string.Create(CultureInfo.InvariantCulture, $"日志第{view.AsOf.Position}条"))]);
                return Task.CompletedTask;
            },
            tag);
    }

    private static SheetCell Number(long? number) => number is { } some ? SheetCell.Of(some) : SheetCell.Empty;
}
