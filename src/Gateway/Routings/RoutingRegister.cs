using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Routings;

/// <summary>The register of routing slips and its figures (Y2, Y3): nothing personal, except perhaps in the texts of what is exported on the form.</summary>
internal static class RoutingRegister
{
    /// <summary>Every one of them is opened.</summary>
    private const int MostExported = 5_000;

    private static ImmutableArray<string> Groups { get; } = ["court", "kind"];

    public static void MapRoutingRegister(this IEndpointRouteBuilder routes)
    {
        AskedField[] part =
        [
            Ask.From, Ask.To, Ask.Court, Ask.OneOf<RoutingKind>("kind", "首审或首执。"), Ask.OneOf<RoutingStatus>("state", "办理状态。"),
            Ask.OneOf("due", "分流期限的状态。", QueryWord.All(ClockState.Paused)),
        ];
        var register = routes.MapGroup("/api/routings").WithTags("首审首执分流");
        register.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadRoutings).Produces<RoutingListView>()
            .WithSummary("分流单登记簿，最近登记的在前；from、to 为收到材料或检索日期").Asks(part).Asks(Ask.Limit, Ask.After);
        register.MapGet("/export", ExportAsync).RequireAuthorization(Policies.ReadRoutings).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("分流单导出为电子表格，最早登记的在前；筛选条件同登记簿，不分页").Asks(part);
        register.MapGet("/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<RoutingCountsView>()
            .WithSummary("首审首执分流统计，按收到材料或检索日期").Asks(
                Ask.From with { Required = true }, Ask.To with { Required = true }, Ask.Court, Ask.SomeOf("by", "分组，默认按法院和种类；填空不分组。", [.. Groups]));
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var (errors, today) = (new FieldErrors(), city.Current.DayOf(time.GetUtcNow()));
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        if (RoutingQuestion.Read(context, city.Current, today, errors, out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(figures => figures.RoutingsAsync(asked with { Before = after ?? long.MaxValue, Limit = limit + 1 }), context.RequestAborted);
        var (page, next) = Paging.Cut(lines, limit, l => l.Position);
        return new Answer<RoutingListView>(new RoutingListView([.. page.Select(l => View(l, today))], next), WireJson.Answers.RoutingListView);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IFigureDesk ledger, RoutingFile file, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var (errors, actor, today) = (new FieldErrors(), context.Actor(), city.Current.DayOf(time.GetUtcNow()));
        if (RoutingQuestion.Read(context, city.Current, today, errors, out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(figures => figures.RoutingsAsync(asked with { Limit = MostExported + 1 }), context.RequestAborted);
        if (lines.Length > MostExported)
        {
            errors.Invalid("from", $"一次最多导出 {MostExported} 张，请缩短期间。");
            return errors.ToProblem()!;
        }
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", "routings"), context.RequestAborted);
        return new FileAnswer(
            FileForm.Xlsx,
            string.Create(CultureInfo.InvariantCulture, $"首审首执分流单{today:yyyyMMdd}"),
            (stream, cancellationToken) => RoutingSheet.WriteAsync(stream, lines.Reverse(), file, city.Current, today, cancellationToken));
    }

    private static async Task<IResult> CountAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var errors = new FieldErrors();
        var by = QueryGroups.Read(context.Request.Query, errors, Groups, Groups);
        if (RegisterPart.OfFigures(context, city.Current, errors, out var problem) is not { } asked)
            return problem!;
        var today = city.Current.DayOf(time.GetUtcNow());
        var (point, rows) = await ledger.ReadAsync(
            async figures => (await figures.PointAsync(), await figures.CountRoutingsAsync(asked.From, asked.To, asked.Court, today)), context.RequestAborted);
        return new Answer<RoutingCountsView>(
            new RoutingCountsView(
                new AsOfView(point.Position, point.At),
                [
                    .. rows.GroupBy(r => (Court: by.Contains("court") ? r.Court.Value : null, Kind: by.Contains("kind") ? (RoutingKind?)r.Kind : null))
                        .Select(g => Sum(g.Key.Court, g.Key.Kind, [.. g])),
                ]),
            WireJson.Answers.RoutingCountsView);
    }

    private static RoutingCountView Sum(string? court, RoutingKind? kind, ImmutableArray<RoutingCount> rows) => new(
        court, kind, rows.Sum(r => r.Registered), rows.Sum(r => r.Routed), rows.Sum(r => r.InTime), rows.Sum(r => r.Late), rows.Sum(r => r.Overdue), rows.Sum(r => r.Objections),
        rows.Sum(r => r.Granted), rows.Sum(r => r.Refused), rows.Sum(r => r.Settled), rows.Sum(r => r.Missed), rows.Sum(r => r.Enforced), rows.Sum(r => r.EnforcedFen).Yuan());

    public static RoutingLineView View(RoutingLine l, DateOnly today) => new(
        l.Routing, l.Kind, l.Status, l.Court.Value, l.Number.Value, l.Ground, l.Kind == RoutingKind.FirstTrial ? l.Day : null, l.Kind == RoutingKind.FirstEnforcement ? l.Day : null,
        l.DueOn, l.DueState(today), l.RoutedOn, l.Related?.Value, l.Receiver, l.ObjectUntil, l.Tally.Raised, l.EnforcedFen?.Yuan(), l.EnforcedOn);
}
