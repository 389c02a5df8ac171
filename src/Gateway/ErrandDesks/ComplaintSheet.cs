using System.Collections.Immutable;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>办不成事反映 as a workbook. Its texts may name persons, so its reading is recorded; name and phone of who complains are not in it.</summary>
internal static class ComplaintSheet
{
    private const string Erased = "（已依法删除）";

    private static readonly ImmutableArray<(string Title, double Width)> Columns =
    [
        ("接收日期", 12), ("窗口", 28), ("专人", 14), ("渠道", 8), ("反映事项", 50), ("流转部门", 18), ("核查期限", 12), ("核查结果", 50), ("禁止行为", 28), ("答复日期", 12), ("答复人", 14),
    ];

    /// <param name="city">Names the court before its desk, where the sheet holds more than one's; else null.</param>
    public static async Task WriteAsync(Stream stream, IEnumerable<ComplaintLine> lines, ComplaintFile file, CitySnapshot? city, DateOnly today, CancellationToken cancellationToken)
    {
        using var writer = new XlsxWriter(stream);
        writer.Begin("办不成事反映", [.. Columns.Select(c => c.Title)], [.. Columns.Select(c => c.Width)]);
        foreach (var line in lines)
        {
            if (await file.FindAsync(line.Complaint, cancellationToken) is var (state, history))
                writer.Row(Cells(await file.ShowAsync(state, history, today, cancellationToken), city));
        }
    }

    private static SheetCell[] Cells(ComplaintView view, CitySnapshot? city) =>
    [
        SheetCell.Of(view.ReceivedOn),
        SheetCell.Of(city is null ? view.Desk : $"{city.Court(new CourtId(view.Court))?.Name ?? view.Court} {view.Desk}"),
        SheetCell.Of(view.Officer),
        SheetCell.Of(view.Channel.Chinese()),
        SheetCell.Of(view.Content ?? Erased),
        SheetCell.Of(view.Division),
        SheetCell.Of(view.DueOn),
        SheetCell.Of(view.Outcome is { } outcome ? $"{outcome.Chinese()}：{view.Findings ?? Erased}" : null),
        SheetCell.Of(view.Found.IsEmpty ? null : ComplaintFile.Names(view.Found)),
        SheetCell.Of(view.AnsweredOn),
        SheetCell.Of(view.AnsweredBy),
    ];
}
