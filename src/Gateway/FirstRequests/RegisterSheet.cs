using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>首诉登记 as a workbook, with the columns of the form. It names petitioners and what they asked for, so its reading is recorded.</summary>
internal static class RegisterSheet
{
    private static readonly ImmutableArray<(string Title, double Width)> Columns =
    [
        ("登记号", 12), ("接收日期时间", 18), ("受理法院", 26), ("渠道", 8), ("首诉负责人", 12), ("诉求人", 12), ("诉求类别", 10), ("诉求内容", 50), ("办理方式", 12),
        ("答复期限", 12), ("办结日期", 12), ("流转情况", 50), ("归档", 8),
    ];

    public static async Task WriteAsync(Stream stream, IEnumerable<FirstRequestLine> lines, FirstRequestFile file, CitySnapshot city, CancellationToken cancellationToken)
    {
        using var writer = new XlsxWriter(stream);
        writer.Begin("首诉登记", [.. Columns.Select(c => c.Title)], [.. Columns.Select(c => c.Width)]);
        foreach (var line in lines)
        {
            if (await file.FindAsync(line.Request, cancellationToken) is var (state, history))
                writer.Row(Cells(await file.ShowAsync(state, history, cancellationToken), city));
        }
    }

    private static SheetCell[] Cells(FirstRequestView view, CitySnapshot city) =>
    [
        SheetCell.Of(view.Register),
        SheetCell.Of(string.Create(CultureInfo.InvariantCulture, $"{view.ReceivedOn:yyyy-MM-dd} {view.ReceivedAt}").TrimEnd()),
        SheetCell.Of(city.Court(new CourtId(view.Court))?.Name ?? view.Court),
        SheetCell.Of(view.Channel.Chinese()),
        SheetCell.Of(view.Responsible),
        SheetCell.Of(view.Erased ? "（个人信息已依法删除）" : view.Petitioner?.Name),
        SheetCell.Of(view.Kind?.Chinese()),
        SheetCell.Of(view.Claim),
        SheetCell.Of(view.Handling?.Chinese()),
        SheetCell.Of(view.DueOn),
        SheetCell.Of(view.DoneOn),
        SheetCell.Of(string.Join('；', view.Steps.Where(s => s.Step != "归档").Select(s => Told(s, city)))),
        SheetCell.Of(view.Filed ? "已归档" : null),
    ];

    private static string Told(FirstRequestStepView step, CitySnapshot city)
    {
        var at = city.InCity(step.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var appointment = step.AppointmentAt is { } when ? city.InCity(when).ToString("，预约 yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
        return $"{at} {step.Step}{(step.To is null ? "" : $"至{step.To}")}{appointment}{(step.Text is null ? "" : $"：{step.Text}")}";
    }
}
