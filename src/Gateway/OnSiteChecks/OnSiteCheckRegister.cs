using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.OnSiteChecks;

/// <summary>The register of on-site checks and its figures (Y5): nothing personal.</summary>
internal static class OnSiteCheckRegister
{
    private const int MostExported = 5_000;

    private static ImmutableArray<string> Groups { get; } = ["court", "register"];

    private static readonly ImmutableArray<(string Title, double Width)> Columns =
    [
        ("检查日期", 12), ("受查法院", 26), ("部门", 18), ("检查法院", 26), ("台账", 16), ("台账条数", 10), ("抽查", 8), ("相符", 8), ("漏登", 8), ("错登", 8), ("迟登", 8), ("未办理", 8),
        ("材料不全", 10), ("其他", 8), ("整改期限", 12), ("状态", 14), ("整改日期", 12),
    ];

    public static void MapOnSiteCheckRegister(this IEndpointRouteBuilder routes)
    {
        AskedField[] part =
        [
            Ask.From, Ask.To, Ask.Court, Ask.OneOf<OnSiteCheckStatus>("state", "办理状态。"), Ask.OneOf("overdue", "填 true 只列逾期未整改的。", "true", "false"),
        ];
        var register = routes.MapGroup("/api/on-site-checks").WithTags("现场检查");
        register.MapGet("/", ListAsync).RequireAuthorization(Policies.CheckOnSite).Produces<OnSiteCheckListView>()
            .WithSummary("现场检查登记簿，最近登记的在前；from、to 为检查日期").Asks(part).Asks(Ask.Limit, Ask.After);
        register.MapGet("/export", ExportAsync).RequireAuthorization(Policies.CheckOnSite).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("现场检查导出为电子表格，最早登记的在前；筛选条件同登记簿，不分页").Asks(part);
        register.MapGet("/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<OnSiteCheckCountsView>()
            .WithSummary("现场检查统计，按检查日期").Asks(
                Ask.From with { Required = true }, Ask.To with { Required = true }, Ask.Court, Ask.SomeOf("by", "分组，默认按法院和台账；填空不分组。", [.. Groups]));
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var (errors, today) = (new FieldErrors(), city.Current.DayOf(time.GetUtcNow()));
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        if (Read(context, city.Current, today, errors, out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(figures => figures.OnSiteChecksAsync(asked with { Before = after ?? long.MaxValue, Limit = limit + 1 }), context.RequestAborted);
        var (page, next) = Paging.Cut(lines, limit, l => l.Position);
        return new Answer<OnSiteCheckListView>(new OnSiteCheckListView([.. page.Select(l => View(l, today))], next), WireJson.Answers.OnSiteCheckListView);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var (errors, actor, today) = (new FieldErrors(), context.Actor(), city.Current.DayOf(time.GetUtcNow()));
        if (Read(context, city.Current, today, errors, out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(figures => figures.OnSiteChecksAsync(asked with { Limit = MostExported + 1 }), context.RequestAborted);
        if (lines.Length > MostExported)
        {
            errors.Invalid("from", $"一次最多导出 {MostExported} 条，请缩短期间。");
            return errors.ToProblem()!;
        }
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", "on-site-checks"), context.RequestAborted);
        var names = city.Current;
        return new FileAnswer(
            FileForm.Xlsx,
            string.Create(CultureInfo.InvariantCulture, $"现场检查{today:yyyyMMdd}"),
            (stream, _) =>
            {
                using var writer = new XlsxWriter(stream);
                writer.Begin("现场检查", [.. Columns.Select(c => c.Title)], [.. Columns.Select(c => c.Width)]);
                foreach (var line in lines.Reverse())
                    writer.Row(Cells(line, names, today));
                return Task.CompletedTask;
            });
    }

    private static async Task<IResult> CountAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var errors = new FieldErrors();
        var by = QueryGroups.Read(context.Request.Query, errors, Groups, Groups);
        if (RegisterPart.OfFigures(context, city.Current, errors, out var problem) is not { } asked)
            return problem!;
        var today = city.Current.DayOf(time.GetUtcNow());
        var (point, rows) = await ledger.ReadAsync(
            async figures => (await figures.PointAsync(), await figures.CountOnSiteChecksAsync(asked.From, asked.To, asked.Court, today)), context.RequestAborted);
        return new Answer<OnSiteCheckCountsView>(
            new OnSiteCheckCountsView(
                new AsOfView(point.Position, point.At),
                [
                    .. rows.GroupBy(r => (Court: by.Contains("court") ? r.Court.Value : null, Register: by.Contains("register") ? (CheckedRegister?)r.Register : null))
                        .Select(g => Sum(g.Key.Court, g.Key.Register, [.. g])),
                ]),
            WireJson.Answers.OnSiteCheckCountsView);
    }

    private static OnSiteCheckCountView Sum(string? court, CheckedRegister? register, ImmutableArray<OnSiteCheckCount> rows) => new(
        court, register, rows.Sum(r => r.Checks), rows.Sum(r => r.Sampled), rows.Sum(r => r.Agreeing), rows.Sum(r => r.Clean), rows.Sum(r => r.InTime), rows.Sum(r => r.Late),
        rows.Sum(r => r.Open), rows.Sum(r => r.Overdue),
        [.. Enum.GetValues<FindingKind>().Select((kind, i) => new FindingCountView(kind, rows.Sum(r => r.Found[i]))).Where(c => c.Count > 0)]);

    /// <returns>Null with the <paramref name="problem"/> when it cannot be told.</returns>
    private static OnSiteCheckFilter? Read(HttpContext context, CitySnapshot city, DateOnly today, FieldErrors errors, out Problem? problem)
    {
        var (query, actor) = (context.Request.Query, context.Actor());
        var from = QueryDay.Read(query, "from", DateOnly.MinValue, errors);
        var to = QueryDay.Read(query, "to", DateOnly.MaxValue, errors);
        if (to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        var state = QueryWord.Read<OnSiteCheckStatus>(query, "state", errors);
        var overdue = query["overdue"].ToString();
        if (overdue is not ("" or "true" or "false"))
            errors.Malformed("overdue", "应为 true 或 false。");
        var named = query["court"].ToString();
        if (named.Length > 0 && city.Court(new CourtId(named)) is null)
            errors.Invalid("court", "没有这个法院，请填写法院编号。");
        problem = errors.ToProblem();
        return problem is not null ? null : new OnSiteCheckFilter(
            from, to, named.Length > 0 ? new CourtId(named) : null, actor.Role == Role.Supervisor ? null : actor.Court, state, overdue == "true", today, long.MaxValue, Paging.Largest);
    }

    private static OnSiteCheckLineView View(OnSiteCheckLine l, DateOnly today) => new(
        l.Check, l.Status, l.Court.Value, l.Inspecting.Value, l.Division, l.Day, l.Register, l.Shown, l.Sampled, l.Agreeing, l.Found.Sum(), l.DueOn, l.IsOverdue(today), l.RectifiedOn, l.Late);

    private static SheetCell[] Cells(OnSiteCheckLine l, CitySnapshot city, DateOnly today) =>
    [
        SheetCell.Of(l.Day), SheetCell.Of(city.Court(l.Court)?.Name ?? l.Court.Value), SheetCell.Of(l.Division), SheetCell.Of(city.Court(l.Inspecting)?.Name ?? l.Inspecting.Value),
        SheetCell.Of(l.Register.Chinese()), SheetCell.Of(l.Shown), SheetCell.Of(l.Sampled), SheetCell.Of(l.Agreeing), .. l.Found.Select(f => SheetCell.Of(f)), SheetCell.Of(l.DueOn),
        SheetCell.Of(l.IsOverdue(today) ? "逾期未整改" : l.Status.Chinese()), SheetCell.Of(l.RectifiedOn),
    ];
}
