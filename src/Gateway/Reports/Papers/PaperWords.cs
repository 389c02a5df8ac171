using System.Globalization;
using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>The sentences that every form of a product carries.</summary>
internal static class PaperWords
{
    private static readonly string[] Numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    public static string Number(int number) => number is > 0 and <= 10 ? Numbers[number - 1] : number.ToString(CultureInfo.InvariantCulture);

    public static string State(ProductView view) => view.State == ProductView.Frozen
        ? string.Create(CultureInfo.InvariantCulture, $"已发布：{view.PublishedBy}，{view.PublishedAt:yyyy-MM-dd}。更正{view.Corrections.Length}次。{Pending(view)}")
        : "尚未发布，数字随登记变动。";

    private static string Pending(ProductView view) => view.Pending.IsEmpty
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"此后另有{view.Pending.Length}处数字变动，待发布更正。");

    public static string Source(ProductView view) => string.Create(
        CultureInfo.InvariantCulture, $"数据截至日志第{view.Report.Position}条；内容校验值（SHA-256）{view.Hash}");

    public static string Line(CorrectedFigure line) => $"{line.Table}：{line.Row}“{line.Column}”原为{line.Was ?? "无"}，更正为{line.Is ?? "无"}";
}
