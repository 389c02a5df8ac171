using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Ownership;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Routings;

/// <summary><c>/api/routings</c>: one dispute, one judge; a refiled or resumed matter goes to whoever had it first (Y2–Y4).</summary>
internal static class RoutingEndpoints
{
    private const int MostSlips = 50;

    private static readonly Problem s_unknown = Problems.NotFound("没有这张分流单，请核对编号。");

    public static void MapRoutings(this IEndpointRouteBuilder routes)
    {
        var slips = routes.MapGroup("/api/routings").WithTags("首审首执分流");
        slips.MapPost("/", RegisterAsync).RequireAuthorization(Policies.RouteMatters)
            .Accepts<RoutingBody>("application/json").Produces<RoutingAnswer>(StatusCodes.Status201Created).WithSummary("登记分流单：首审由立案庭，首执由执行指挥中心");
        slips.MapPost("/lookup", LookUpAsync).RequireAuthorization(Policies.RouteMatters)
            .Accepts<RoutingLookupBody>("application/json").Produces<RoutingLookupView>().WithSummary("按案号检索关联案件：本院的分流单和信访事项");
        slips.MapGet("/{routingId}", ShowAsync).RequireAuthorization(Policies.ReadRoutings).Produces<RoutingView>().WithSummary("一张分流单及其办理过程");
        slips.MapStep<RouteBody>("route", "分流给首审（首执）负责人，无关联案件的写明普通办理人", Policies.RouteMatters, WireJson.Bodies.RouteBody, (reading, body) => reading.Read(body));
        slips.MapStep<RoutingObjectionBody>("object", "提出异议：匹配有误，或者漏配", Policies.DisputeRoutings, WireJson.Bodies.RoutingObjectionBody, (reading, body) => reading.Read(body));
        slips.MapStep<ObjectionDecisionBody>("decide", "复核决定：成立、不成立，首执漏配可以协商解决", Policies.RouteMatters, WireJson.Bodies.ObjectionDecisionBody, (reading, body) => reading.Read(body));
        slips.MapStep<WithdrawRoutingBody>("withdraw", "误登的撤销，尚未分流为限", Policies.RouteMatters, WireJson.Bodies.WithdrawRoutingBody, (reading, body) => reading.Read(body));
        slips.MapStep<EnforcedBody>("enforced", "登记首执案件累计执行到位金额", Policies.RouteMatters, WireJson.Bodies.EnforcedBody, (reading, body) => reading.Read(body));
    }

    private static void MapStep<TBody>(
        this RouteGroupBuilder slips, string step, string summary, string policy, JsonTypeInfo<TBody> shape, Func<RoutingReading, TBody, (RoutingStep?, Problem?)> read)
        where TBody : class =>
        slips.MapPost($"/{{routingId}}/{step}", async (
                HttpContext context, string routingId, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time) =>
            {
                var body = await ids.ReadAsync(context, shape);
                if (body.Problem is not null)
                    return body.Problem;
                var (asked, problem) = read(new RoutingReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()), body.Value);
                if (asked is null)
                    return problem!;
                return Guid.TryParseExact(routingId, "D", out var guid)
                    ? await acts.DoAsync(body.Id, () => grains.GetGrain<IRoutingGrain>(new RoutingId(guid).Value).StepAsync(asked), context.RequestAborted)
                    : s_unknown;
            })
            .RequireAuthorization(policy).Accepts<TBody>("application/json").Produces<RoutingAnswer>().WithSummary(summary);

    private static async Task<IResult> RegisterAsync(
        HttpContext context, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.RoutingBody);
        if (body.Problem is not null)
            return body.Problem;
        var (asked, problem) = new RoutingReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()).Read(body.Value);
        return asked is null ? problem!
            : await acts.DoAsync(body.Id, () => grains.GetGrain<IRoutingGrain>(asked.Routing.Value).RegisterAsync(asked), context.RequestAborted);
    }

    /// <summary>What the desk needs for its search. Of petitions it shows what every look-up does, and as there it is recorded whose were shown.</summary>
    private static async Task<IResult> LookUpAsync(
        HttpContext context, ICityDirectory city, IFigureDesk ledger, OwnershipLookup lookup, IAccessLog accesses, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.RoutingLookupBody);
        if (body.Problem is not null)
            return body.Problem;
        var (actor, now) = (context.Actor(), time.GetUtcNow());
        var (number, problem) = RoutingReading.Read(body.Value);
        if (problem is not null)
            return problem;
        var slips = await ledger.ReadAsync(figures => figures.RoutingsOfAsync(actor.Court, number!.Value, MostSlips), context.RequestAborted);
        var cases = await lookup.OfNumberAsync(number!.Value, context.RequestAborted);
        await accesses.NoteLookupAsync(actor.Subject, actor.Court.Value, cases.Select(c => c.CaseId).ToArray());
        var today = city.Current.DayOf(now);
        return new Answer<RoutingLookupView>(new RoutingLookupView([.. slips.Select(s => RoutingRegister.View(s, today))], cases), WireJson.Answers.RoutingLookupView);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string routingId, RoutingFile file, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var actor = context.Actor();
        if (!Guid.TryParseExact(routingId, "D", out var guid)
            || await file.FindAsync(new RoutingId(guid), context.RequestAborted) is not var (state, history)
            || (actor.Role != Role.Supervisor && state.Registered!.Court != actor.Court))
            return s_unknown;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "routing.open", routingId), context.RequestAborted);
        return new Answer<RoutingView>(await file.ShowAsync(state, history, city.Current, city.Current.DayOf(time.GetUtcNow()), context.RequestAborted), WireJson.Answers.RoutingView);
    }
}
