using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>The register of first requests and its figures (Y1): nothing personal, except in what is exported on the form.</summary>
internal static class FirstRequestRegister
{
    /// <summary>Every one of them is opened.</summary>
    private const int MostExported = 5_000;

    public static void MapFirstRequestRegister(this IEndpointRouteBuilder routes)
    {
        AskedField[] part = [Ask.From, Ask.To, Ask.Court, Ask.OneOf<RequestStatus>("status", "办理状态。")];
        var register = routes.MapGroup("/api/first-requests").WithTags("首诉负责");
        register.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadFirstRequests).Produces<FirstRequestListView>()
            .WithSummary("首诉登记簿，最近的在前；status 为 open、done、entered")
            .Asks(part).Asks(Ask.Limit, Ask.After);
        register.MapGet("/export", ExportAsync).RequireAuthorization(Policies.ReadFirstRequests).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("首诉登记导出为电子表格，最早的在前；筛选条件同登记簿，不分页").Asks(part);
        register.MapGet("/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<FirstRequestCountsView>()
            .WithSummary("首诉统计：按法院、渠道和办理方式").Asks(Ask.From with { Required = true }, Ask.To with { Required = true }, Ask.Court);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var errors = new FieldErrors();
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        var status = QueryWord.Read<RequestStatus>(context.Request.Query, "status", errors);
        if (RegisterPart.OfLines(context, city.Current, errors, "首诉登记", out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(
            figures => figures.FirstRequestsAsync(asked.From, asked.To, asked.Court, status, after ?? long.MaxValue, limit + 1), context.RequestAborted);
        var (page, next) = Paging.Cut(lines, limit, l => l.Position);
        var today = city.Current.DayOf(time.GetUtcNow());
        return new Answer<FirstRequestListView>(new FirstRequestListView([.. page.Select(l => View(l, today))], next), WireJson.Answers.FirstRequestListView);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IFigureDesk ledger, FirstRequestFile file, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var (errors, actor) = (new FieldErrors(), context.Actor());
        var status = QueryWord.Read<RequestStatus>(context.Request.Query, "status", errors);
        if (RegisterPart.OfLines(context, city.Current, errors, "首诉登记", out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(
            figures => figures.FirstRequestsAsync(asked.From, asked.To, asked.Court, status, long.MaxValue, MostExported + 1), context.RequestAborted);
        if (lines.Length > MostExported)
        {
            errors.Invalid("from", $"一次最多导出 {MostExported} 条，请缩短期间。");
            return errors.ToProblem()!;
        }
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", "first-requests"), context.RequestAborted);
        var (now, today) = (city.Current, city.Current.DayOf(time.GetUtcNow()));
        return new FileAnswer(
            FileForm.Xlsx,
            string.Create(CultureInfo.InvariantCulture, $"首诉登记{today:yyyyMMdd}"),
            (stream, cancellationToken) => RegisterSheet.WriteAsync(stream, lines.Reverse(), file, now, cancellationToken));
    }

    private static async Task<IResult> CountAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        if (RegisterPart.OfFigures(context, city.Current, new FieldErrors(), out var problem) is not { } asked)
            return problem!;
        var today = city.Current.DayOf(time.GetUtcNow());
        var (point, rows) = await ledger.ReadAsync(
            async figures => (await figures.PointAsync(), await figures.CountFirstRequestsAsync(asked.From, asked.To, asked.Court, today)), context.RequestAborted);
        return new Answer<FirstRequestCountsView>(
            new FirstRequestCountsView(
                new AsOfView(point.Position, point.At),
                [.. rows.Select(r => new FirstRequestCountView(r.Court.Value, r.Channel, r.Handling, r.Requests, r.Open, r.Overdue, r.AnsweredLate, r.Entered))]),
            WireJson.Answers.FirstRequestCountsView);
    }

    private static FirstRequestLineView View(FirstRequestLine l, DateOnly today) => new(
        l.Request, l.Status, l.Court.Value, l.Channel, l.Kind, l.Handling, l.Day, l.Responsible, l.Register, l.DueOn, l.DoneOn,
        l.Status == RequestStatus.Open && l.DueOn < today, l.PassedTo, l.Case, l.Filed);
}
