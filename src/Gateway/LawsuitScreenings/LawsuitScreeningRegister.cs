using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.LawsuitScreenings;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.LawsuitScreenings;

/// <summary>The month of all units, its lawsuits as a sheet, and the figures (S2): nothing of any person but the officials.</summary>
internal static class LawsuitScreeningRegister
{
    private static ImmutableArray<string> Groups { get; } = ["court", "unit"];

    private static readonly ImmutableArray<(string Title, double Width)> Columns =
    [
        ("单位", 26), ("案号", 26), ("诉讼阶段", 10), ("风险事由", 16), ("风险情况", 40), ("化解措施", 40), ("责任人", 12), ("完成期限", 12), ("落实日期", 12), ("落实情况", 40),
    ];

    public static void MapLawsuitScreeningRegister(this IEndpointRouteBuilder routes)
    {
        AskedField[] part = [new("month", "月份，例如 2026-11；默认本月。"), Ask.Court];
        var register = routes.MapGroup("/api/lawsuit-screenings").WithTags("诉讼案件排查");
        register.MapGet("/", BoardAsync).RequireAuthorization(Policies.ReadScreenings).Produces<LawsuitScreeningBoardView>()
            .WithSummary("一个月各单位的诉讼案件排查，未报的也列出").Asks(part);
        register.MapGet("/export", ExportAsync).RequireAuthorization(Policies.ReadScreenings).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("一个月排查出的案件导出为电子表格").Asks(part);
        register.MapGet("/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<LawsuitScreeningCountsView>()
            .WithSummary("诉讼案件排查统计，按 from、to 所在的月份").Asks(
                Ask.From with { Required = true }, Ask.To with { Required = true }, Ask.Court, Ask.SomeOf("by", "分组，默认按法院；填空不分组。", [.. Groups]));
    }

    private static async Task<IResult> BoardAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var (now, today) = (city.Current, city.Current.DayOf(time.GetUtcNow()));
        if (Read(context, now, today, out var problem) is not var (month, court))
            return problem!;
        var told = (await ledger.ReadAsync(figures => figures.LawsuitScreeningsAsync(month, month, court), context.RequestAborted)).ToDictionary(l => l.Unit);
        var due = LawsuitScreeningId.DueOnOf(month);
        return new Answer<LawsuitScreeningBoardView>(
            new LawsuitScreeningBoardView(Written(month), due, [.. Units(now, court).Select(u => View(u, told.GetValueOrDefault(u.Unit), due, today))]),
            WireJson.Answers.LawsuitScreeningBoardView);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, LawsuitScreeningFile file, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var (now, actor) = (city.Current, context.Actor());
        if (Read(context, now, now.DayOf(time.GetUtcNow()), out var problem) is not var (month, court))
            return problem!;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", "lawsuit-screenings"), context.RequestAborted);
        return new FileAnswer(
            FileForm.Xlsx,
            $"诉讼案件排查{Written(month)}",
            async (stream, cancellationToken) =>
            {
                using var writer = new XlsxWriter(stream);
                writer.Begin("诉讼案件排查", [.. Columns.Select(c => c.Title)], [.. Columns.Select(c => c.Width)]);
                foreach (var unit in Units(now, court))
                {
                    var (state, _) = await file.OpenAsync(new LawsuitScreeningId(unit.Unit, month), cancellationToken);
                    foreach (var lawsuit in state.Found)
                        writer.Row(Cells(unit, lawsuit, state.Settled.GetValueOrDefault(lawsuit.Number)));
                }
            });
    }

    private static async Task<IResult> CountAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city)
    {
        var errors = new FieldErrors();
        var by = QueryGroups.Read(context.Request.Query, errors, Groups, ["court"]);
        if (RegisterPart.OfFigures(context, city.Current, errors, out var problem) is not { } asked)
            return problem!;
        var (point, rows) = await ledger.ReadAsync(
            async figures => (await figures.PointAsync(), await figures.LawsuitScreeningsAsync(MonthOf(asked.From), MonthOf(asked.To), asked.Court)), context.RequestAborted);
        return new Answer<LawsuitScreeningCountsView>(
            new LawsuitScreeningCountsView(
                new AsOfView(point.Position, point.At),
                [
                    .. rows.GroupBy(r => (Court: by.Contains("court") ? r.Court.Value : null, Unit: by.Contains("unit") ? r.Unit.Value : null))
                        .OrderBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
                        .Select(g => Sum(g.Key.Court, g.Key.Unit, [.. g])),
                ]),
            WireJson.Answers.LawsuitScreeningCountsView);
    }

    private static LawsuitScreeningCountView Sum(string? court, string? unit, ImmutableArray<LawsuitScreeningLine> rows) => new(
        court, unit, rows.Length, rows.Count(r => !r.Late), rows.Count(r => r.Late), rows.Count(r => r.Found == 0), rows.Sum(r => (long)r.OpenLawsuits), rows.Sum(r => (long)r.ClosedLawsuits),
        rows.Sum(r => (long)r.Found), rows.Sum(r => (long)r.Left));

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static string Written(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static IEnumerable<ReportingUnit> Units(CitySnapshot city, CourtId? court) => ReportingUnits.Of(city).Where(u => court is null || u.Unit.Court == court);

    /// <returns>Null with the <paramref name="problem"/> when it cannot be told, or is another court's.</returns>
    private static (DateOnly Month, CourtId? Court)? Read(HttpContext context, CitySnapshot city, DateOnly today, out Problem? problem)
    {
        var (query, actor, errors) = (context.Request.Query, context.Actor(), new FieldErrors());
        var (month, named) = (MonthOf(today), query["court"].ToString());
        if (query.ContainsKey("month") && !LawsuitScreeningEndpoints.TryMonth(query["month"].ToString(), out month))
            errors.Malformed("month", "请填写月份，例如 2026-11。");
        CourtId? court = actor.Role == Role.Supervisor ? ReportScope.Read(named, actor, city, errors) : actor.Court;
        problem = errors.ToProblem()
            ?? (actor.Role != Role.Supervisor && named.Length > 0 && named != actor.Court.Value ? Problems.Forbidden("只能查看本院的诉讼案件排查。") : null);
        return problem is null ? (month, court) : null;
    }

    private static UnitScreeningView View(ReportingUnit unit, LawsuitScreeningLine? told, DateOnly dueOn, DateOnly today) => new(
        unit.Unit.Value, unit.Name, LawsuitScreeningState.StatusOf(told?.Late, told?.Found ?? 0, dueOn, today), told?.ReportedOn, told?.Corrected ?? false, told?.OpenLawsuits ?? 0,
        told?.ClosedLawsuits ?? 0, told?.Found ?? 0, told?.Left ?? 0);

    private static SheetCell[] Cells(ReportingUnit unit, ScreenedLawsuit lawsuit, LawsuitScreeningEvent.Settled? settled) =>
    [
        SheetCell.Of(unit.Name), SheetCell.Of(lawsuit.Number.Value), SheetCell.Of(lawsuit.Stage.Chinese()), SheetCell.Of(lawsuit.Ground.Chinese()), SheetCell.Of(lawsuit.Risk),
        SheetCell.Of(lawsuit.Measures), SheetCell.Of(lawsuit.Responsible), SheetCell.Of(lawsuit.DueOn), SheetCell.Of(settled?.Day), SheetCell.Of(settled?.Outcome),
    ];
}
