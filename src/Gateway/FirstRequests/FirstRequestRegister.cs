using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>The register of first requests and its figures (Y1); nothing personal.</summary>
internal static class FirstRequestRegister
{
    public static void MapFirstRequestRegister(this IEndpointRouteBuilder routes)
    {
        var register = routes.MapGroup("/api/first-requests").WithTags("首诉负责");
        register.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadFirstRequests).Produces<FirstRequestListView>()
            .WithSummary("首诉登记簿，最近的在前；status 为 open、done、entered")
            .Asks(Ask.From, Ask.To, Ask.Court, Ask.OneOf<RequestStatus>("status", "办理状态。"), Ask.Limit, Ask.After);
        register.MapGet("/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<FirstRequestCountsView>()
            .WithSummary("首诉统计：按法院、渠道和办理方式").Asks(Ask.From with { Required = true }, Ask.To with { Required = true }, Ask.Court);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var errors = new FieldErrors();
        var (query, actor, now) = (context.Request.Query, context.Actor(), city.Current);
        var from = Day(query, "from", DateOnly.MinValue, errors);
        var to = Day(query, "to", DateOnly.MaxValue, errors);
        if (to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        var (limit, after) = Paging.Read(query, errors);
        var status = Status(query, errors);
        CourtId? court = actor.Role == Role.Supervisor ? ReportScope.Read(query["court"].ToString(), actor, now, errors) : actor.Court;
        if (actor.Role != Role.Supervisor && query["court"].ToString() is { Length: > 0 } other && other != actor.Court.Value)
            return Problems.Forbidden("只能查看本院的首诉登记。");
        if (errors.ToProblem() is { } problem)
            return problem;
        var lines = await ledger.ReadAsync(figures => figures.FirstRequestsAsync(from, to, court, status, after ?? long.MaxValue, limit + 1), context.RequestAborted);
        var (page, next) = Paging.Cut(lines, limit, l => l.Position);
        var today = now.DayOf(time.GetUtcNow());
        return new Answer<FirstRequestListView>(new FirstRequestListView([.. page.Select(l => View(l, today))], next), WireJson.Answers.FirstRequestListView);
    }

    private static async Task<IResult> CountAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var errors = new FieldErrors();
        var (query, actor, now) = (context.Request.Query, context.Actor(), city.Current);
        var from = Day(query, "from", null, errors);
        var to = Day(query, "to", null, errors);
        if (!errors.Any && to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        var court = ReportScope.Read(query["court"].ToString(), actor, now, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!ReportScope.MayRead(actor, court))
            return Problems.Forbidden("只能查看本院的统计数字。");
        var today = now.DayOf(time.GetUtcNow());
        var (point, rows) = await ledger.ReadAsync(
            async figures => (await figures.PointAsync(), await figures.CountFirstRequestsAsync(from, to, court, today)), context.RequestAborted);
        return new Answer<FirstRequestCountsView>(
            new FirstRequestCountsView(
                new AsOfView(point.Position, point.At),
                [.. rows.Select(r => new FirstRequestCountView(r.Court.Value, r.Channel, r.Handling, r.Requests, r.Open, r.Overdue, r.AnsweredLate, r.Entered))]),
            WireJson.Answers.FirstRequestCountsView);
    }

    private static FirstRequestLineView View(FirstRequestLine l, DateOnly today) => new(
        l.Request, l.Status, l.Court.Value, l.Channel, l.Kind, l.Handling, l.Day, l.Responsible, l.Register, l.DueOn, l.DoneOn,
        l.Status == RequestStatus.Open && l.DueOn < today, l.PassedTo, l.Case, l.Filed);

    /// <param name="otherwise">Null where the day must be given.</param>
    private static DateOnly Day(IQueryCollection query, string name, DateOnly? otherwise, FieldErrors errors)
    {
        if (RosterReading.TryDay(query[name], out var day))
            return day;
        if (query.ContainsKey(name))
            errors.Malformed(name, "请填写日期，例如 2026-11-21。");
        else if (otherwise is null)
            errors.Missing(name);
        return otherwise ?? default;
    }

    private static RequestStatus? Status(IQueryCollection query, FieldErrors errors)
    {
        if (!query.TryGetValue("status", out var asked))
            return null;
        foreach (var status in Enum.GetValues<RequestStatus>())
        {
            if (EnumWords.Of(status) == asked)
                return status;
        }
        errors.Malformed("status", $"应为 {string.Join('、', EnumWords.All(typeof(RequestStatus)))} 之一。");
        return null;
    }
}
