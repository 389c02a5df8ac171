using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports;

/// <summary><c>GET /api/reports/counts</c>: receptions by court, channel and day (S10), exact at the moment they are asked.</summary>
internal static class ReportEndpoints
{
    /// <summary>Longest span of one question, days: ten years.</summary>
    private const int LongestSpan = 3660;

    public static void MapReports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/reports/counts", CountAsync)
            .RequireAuthorization(Policies.Count)
            .Produces<CountsView>()
            .WithSummary("接访统计：from、to 为含首尾的城市日期，by 为 court、channel、day 的任意组合")
            .WithTags("统计");

    private static async Task<IResult> CountAsync(HttpContext context, ILedger ledger)
    {
        var errors = new FieldErrors();
        var from = Day(context.Request.Query, "from", errors);
        var to = Day(context.Request.Query, "to", errors);
        var by = By(context.Request.Query["by"].ToString(), errors);
        if (!errors.Any && to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        if (!errors.Any && to.DayNumber - from.DayNumber >= LongestSpan)
            errors.Invalid("to", $"一次最多统计 {LongestSpan} 天。");
        if (errors.ToProblem() is { } problem)
            return problem;
        var actor = context.Actor();
        var counts = await ledger.CountReceptionsAsync(from, to, by, actor.Role == Role.Office ? actor.Court : null, context.RequestAborted);
        var view = new CountsView(new AsOfView(counts.Position, counts.At), [.. counts.Rows.Select(View)]);
        return new Answer<CountsView>(view, WireJson.Answers.CountsView);
    }

    private static CountView View(CountRow row) =>
        new(row.Receptions, row.First, row.Repeat, row.Collective, row.SkipLevel) { Court = row.Court?.Value, Channel = row.Channel, Day = row.Day };

    private static DateOnly Day(IQueryCollection query, string name, FieldErrors errors)
    {
        var text = query[name].ToString();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (text.Length == 0)
            errors.Missing(name);
        else
            errors.Malformed(name, "应为日期，例如 2026-11-21，并核对日期是否存在。");
        return default;
    }

    private static CountsBy By(string text, FieldErrors errors)
    {
        var by = CountsBy.Nothing;
        foreach (var word in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var one = word switch { "court" => CountsBy.Court, "channel" => CountsBy.Channel, "day" => CountsBy.Day, _ => CountsBy.Nothing };
            if (one == CountsBy.Nothing || by.HasFlag(one))
                errors.Malformed("by", "应为 court、channel、day 中的一项或多项，以逗号分隔，不重复。");
            by |= one;
        }
        return by;
    }
}
