using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary><c>/api/errand-desks</c>: where people say what errand they could not get done, each with its named officer (Y6).</summary>
internal static class ErrandDeskEndpoints
{
    private static readonly Problem s_unknown = Problems.NotFound("没有这个办不成事窗口，请核对编号。");

    public static void MapErrandDesks(this IEndpointRouteBuilder routes)
    {
        var desks = routes.MapGroup("/api/errand-desks").WithTags("办不成事窗口");
        desks.MapPost("/", OpenAsync).RequireAuthorization(Policies.KeepErrandDesks)
            .Accepts<ErrandDeskBody>("application/json").Produces<ErrandDeskAnswer>(StatusCodes.Status201Created).WithSummary("设立办不成事窗口，指定专人");
        desks.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadErrandDesks).Produces<ErrandDeskListView>()
            .WithSummary("本院的办不成事窗口，中院信访部门看全市；先设立的在前").Asks(Ask.Court);
        desks.MapStep<DeskOfficerBody>("officer", "另行指定专人，写明理由", WireJson.Bodies.DeskOfficerBody, (reading, body) => reading.Read(body));
        desks.MapStep<DeskCloseBody>("close", "撤销窗口，写明理由；已接收的反映继续办理", WireJson.Bodies.DeskCloseBody, (reading, body) => reading.Read(body));
    }

    private static void MapStep<TBody>(
        this RouteGroupBuilder desks, string step, string summary, JsonTypeInfo<TBody> shape, Func<ErrandDeskReading, TBody, (ErrandDeskStep?, Problem?)> read)
        where TBody : class =>
        desks.MapPost($"/{{deskId}}/{step}", async (
                HttpContext context, string deskId, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time) =>
            {
                var body = await ids.ReadAsync(context, shape);
                if (body.Problem is not null)
                    return body.Problem;
                var (asked, problem) = read(new ErrandDeskReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()), body.Value);
                if (asked is null)
                    return problem!;
                return Guid.TryParseExact(deskId, "D", out var guid)
                    ? await acts.DoAsync(body.Id, () => grains.GetGrain<IErrandDeskGrain>(new ErrandDeskId(guid).Value).StepAsync(asked), context.RequestAborted)
                    : s_unknown;
            })
            .RequireAuthorization(Policies.KeepErrandDesks).Accepts<TBody>("application/json").Produces<ErrandDeskAnswer>().WithSummary(summary);

    private static async Task<IResult> OpenAsync(
        HttpContext context, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.ErrandDeskBody);
        if (body.Problem is not null)
            return body.Problem;
        var (asked, problem) = new ErrandDeskReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()).Read(body.Value);
        return asked is null ? problem!
            : await acts.DoAsync(body.Id, () => grains.GetGrain<IErrandDeskGrain>(asked.Desk.Value).OpenAsync(asked), context.RequestAborted);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city)
    {
        var (errors, actor, named) = (new FieldErrors(), context.Actor(), context.Request.Query["court"].ToString());
        CourtId? court = actor.Role == Role.Supervisor ? ReportScope.Read(named, actor, city.Current, errors) : actor.Court;
        if (errors.ToProblem() is { } problem)
            return problem;
        if (actor.Role != Role.Supervisor && named.Length > 0 && named != actor.Court.Value)
            return Problems.Forbidden("只能查看本院的办不成事窗口。");
        var desks = await ledger.ReadAsync(figures => figures.ErrandDesksAsync(court), context.RequestAborted);
        return new Answer<ErrandDeskListView>(
            new ErrandDeskListView(
                [.. desks.Select(d => new ErrandDeskView(d.Desk, d.Court.Value, d.Name, d.Place, d.Officer, d.OfficerSince, d.OpenedOn, d.ClosedOn, d.Reason))]),
            WireJson.Answers.ErrandDeskListView);
    }
}
