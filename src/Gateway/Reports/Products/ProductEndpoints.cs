using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports.Papers;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary><c>/api/reports/…</c>: the periodic products (S1, J12), each as JSON, page, paper and workbook.</summary>
internal static class ProductEndpoints
{
    /// <summary>Longest period of one product, days.</summary>
    private const int LongestPeriod = 366;

    private const int LongestReason = 500;

    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/api/reports").RequireAuthorization(Policies.Count).WithTags("统计");
        foreach (var kind in ProductKinds.All)
        {
            reports.MapGet(
                    $"/{kind.Word()}",
                    (HttpContext context, ProductDesk desk, LedgerNames names, ICityDirectory city, TimeProvider time) => ShowAsync(kind, context, desk, names, city, time))
                .Produces<ProductView>()
                .WithSummary($"{kind.Title()}：from、to 为含首尾的日期，court 为法院编号；format 为 json、html、docx、xlsx")
                .Asks(Ask.Period).Asks(Ask.Court)
                .Offers(FileForm.Json, FileForm.Page, FileForm.Docx, FileForm.Xlsx);
            reports.MapPost(
                    $"/{kind.Word()}/publish",
                    (HttpContext context, ProductDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time) => PublishAsync(kind, context, desk, city, ids, time))
                .RequireAuthorization(Policies.ReadDaily)
                .Accepts<PublishProductBody>("application/json")
                .Produces<ProductView>()
                .WithSummary($"发布{kind.Title()}：数字自此固定，以后的变动以更正公布");
        }
        reports.MapGet("/publications", ListAsync).Produces<PublicationListView>().WithSummary("已发布的统计产品")
            .Asks(Ask.Limit, Ask.After);
    }

    private static async Task<IResult> ShowAsync(
        ProductKind kind, HttpContext context, ProductDesk desk, LedgerNames names, ICityDirectory city, TimeProvider time)
    {
        var errors = new FieldErrors();
        var form = FileForms.Read(context.Request, errors, FileForm.Json, FileForm.Page, FileForm.Docx, FileForm.Xlsx);
        var query = context.Request.Query;
        var usual = kind.PeriodOf(city.Current.DayOf(time.GetUtcNow()));
        var (from, to) = (Day(query, "from", errors), Day(query, "to", errors));
        if ((from is null) != (to is null))
            errors.Missing(from is null ? "from" : "to");
        var period = (From: from ?? usual.From, To: to ?? usual.To);
        Check(period, errors);
        var court = ReportScope.Read(query["court"].ToString(), context.Actor(), city.Current, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!ReportScope.MayRead(context.Actor(), court))
            return Problems.Forbidden("只能查看本院的统计产品。");
        var view = await desk.ReadAsync(kind, court, period.From, period.To, context.RequestAborted);
        return Answer(form, await names.NameAsync(view, context.Actor(), context.RequestAborted));
    }

    private static async Task<IResult> PublishAsync(
        ProductKind kind, HttpContext context, ProductDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.PublishProductBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        if (body.Value.From is null)
            errors.Missing("from");
        if (body.Value.To is null)
            errors.Missing("to");
        var period = (From: body.Value.From ?? default, To: body.Value.To ?? default);
        if (!errors.Any)
            Check(period, errors);
        if (!errors.Any && period.To >= city.Current.DayOf(time.GetUtcNow()))
            errors.Invalid("to", "期间尚未结束，不能发布；可先查看未发布的数字。", "J12");
        PlainText.CheckName(errors, "reason", body.Value.Reason, LongestReason);
        var actor = context.Actor();
        var court = ReportScope.Read(body.Value.Court ?? "", actor, city.Current, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!ReportScope.MayRead(actor, court))
            return Problems.Forbidden("只能发布本院的统计产品。");
        if (ids.Read(context.Request, actor, body.Bytes.Span) is not { } id)
            return CommandIds.UnusableKey;
        var (view, refused) = await desk.PublishAsync(kind, court, period.From, period.To, body.Value.Reason?.Trim(), id, actor, context.RequestAborted);
        return view is not null ? new Answer<ProductView>(view, WireJson.Answers.ProductView) : refused!;
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger)
    {
        var errors = new FieldErrors();
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        var actor = context.Actor();
        var scope = actor.Role == Role.Office ? actor.Court.Value : null;
        var rows = await ledger.ReadAsync(figures => figures.PublicationsAsync(null, scope, after ?? long.MaxValue, limit + 1), context.RequestAborted);
        var (page, next) = Paging.Cut(rows, limit, r => r.Updated);
        return new Answer<PublicationListView>(
            new PublicationListView(
                [
                    .. page.Select(p => new PublicationItemView(
                        p.Product, ProductKinds.All.FirstOrDefault(k => k.Word() == p.Product).Title(), p.Scope, p.From, p.To, p.Hash, p.Position, p.Corrections, p.By, p.At)),
                ],
                next),
            WireJson.Answers.PublicationListView);
    }

    private static IResult Answer(FileForm form, ProductView view)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{view.Report.Title}{view.Report.From:yyyyMMdd}-{view.Report.To:yyyyMMdd}");
        return form switch
        {
            FileForm.Page => new StillPage(PaperPage.Of(view)),
            FileForm.Docx => new FileAnswer(form, name, (stream, cancellationToken) => stream.WriteAsync(PaperDocx.Write(view), cancellationToken).AsTask()),
            FileForm.Xlsx => new FileAnswer(form, name, (stream, _) => Written(() => PaperSheets.Write(stream, view))),
            _ => new Answer<ProductView>(view, WireJson.Answers.ProductView),
        };

        static Task Written(Action write)
        {
            write();
            return Task.CompletedTask;
        }
    }

    private static DateOnly? Day(IQueryCollection query, string name, FieldErrors errors)
    {
        if (!query.TryGetValue(name, out var text))
            return null;
        if (RosterReading.TryDay(text, out var day))
            return day;
        errors.Malformed(name, "应为日期，例如 2026-11-21，并核对日期是否存在。");
        return null;
    }

    private static void Check((DateOnly From, DateOnly To) period, FieldErrors errors)
    {
        if (period.To < period.From)
            errors.Invalid("to", "截止日期早于起始日期。");
        else if (period.To.DayNumber - period.From.DayNumber >= LongestPeriod)
            errors.Invalid("to", $"一份产品最长 {LongestPeriod} 天。");
    }
}
