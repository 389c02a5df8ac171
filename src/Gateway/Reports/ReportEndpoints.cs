using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports;

/// <summary><c>GET /api/reports/counts</c>: figures for reporting jobs (S10), exact at the moment they are asked; an unchanged answer is not sent again.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/reports/counts", CountAsync)
            .RequireAuthorization(Policies.Count)
            .Produces<CountsView>()
            .Produces(StatusCodes.Status304NotModified)
            .WithSummary("接访统计：from、to 为含首尾的城市日期，by 为 court、channel、day 的任意组合，另可加 first、level、kind、source、outcome 之一；court 为法院编号；format 为 json、csv、xlsx；支持 If-None-Match")
            .WithTags("统计")
            .Asks(
                Ask.From with { Required = true },
                Ask.To with { Required = true },
                Ask.SomeOf(
                    "by", "按什么分列，逗号分隔：court、channel、day 的任意组合，另可加 first、level、kind、source、outcome 之一；outcome 不与 channel 同用。",
                    "court", "channel", "day", "first", "level", "kind", "source", "outcome"),
                Ask.Court,
                Ask.IfNoneMatch)
            .Offers(FileForm.Json, FileForm.Csv, FileForm.Xlsx)
            .Tells(ToldHeader.ETag);

    private static async Task<IResult> CountAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city)
    {
        var errors = new FieldErrors();
        var actor = context.Actor();
        var form = FileForms.Read(context.Request, errors, FileForm.Json, FileForm.Csv, FileForm.Xlsx);
        var now = city.Current;
        var court = ReportScope.Read(context.Request.Query["court"].ToString(), actor, now, errors);
        var question = CountsQuestion.Read(context.Request.Query, court, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!ReportScope.MayRead(actor, court))
            return Problems.Forbidden("只能查看本院的统计数字。");
        var tag = new CountsTag(question, form, now);
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            var point = await ledger.ReadAsync(figures => figures.PointAsync(), context.RequestAborted);
            if (tag.HeldAt(context.Request, point.Position) is { } held)
                return Unchanged(context, held);
        }
        var view = await ledger.ReadAsync(question.AskAsync, context.RequestAborted);
        if (tag.IsHeld(context.Request, view))
            return Unchanged(context, tag.Of(view));
        return form == FileForm.Json
            ? new Answer<CountsView>(view, WireJson.Answers.CountsView, tag: tag.Of(view))
            : CountsSheet.Answer(form, view, question, now, tag.Of(view));
    }

    private static IResult Unchanged(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }
}
