using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Access;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary><c>/api/first-requests</c>: whoever first receives a request is responsible for it (Y1).</summary>
internal static class FirstRequestEndpoints
{
    private static readonly Problem s_unknown = Problems.NotFound("没有这条首诉登记，请核对编号。");

    public static void MapFirstRequests(this IEndpointRouteBuilder routes)
    {
        var requests = routes.MapGroup("/api/first-requests").WithTags("首诉负责");
        requests.MapPost("/", RegisterAsync).RequireAuthorization(Policies.Register)
            .Accepts<FirstRequestBody>("application/json").Produces<FirstRequestAnswer>(StatusCodes.Status201Created).WithSummary("首诉登记：接收来访、来信、来电、来邮的人首诉负责");
        requests.MapGet("/{requestId}", ShowAsync).RequireAuthorization(Policies.ReadFirstRequests).Produces<FirstRequestView>().WithSummary("一条首诉登记及其流转");
        requests.MapStep<PassOnBody>("pass-on", "流转：指明应由哪个部门办理，可以预约", WireJson.Bodies.PassOnBody, (reading, body) => reading.Read(body));
        requests.MapStep<FinishBody>("finish", "办结", WireJson.Bodies.FinishBody, (reading, body) => reading.Read(body));
        requests.MapStep<EnterRequestBody>("enter", "转为信访事项", WireJson.Bodies.EnterRequestBody, (reading, body) => reading.Read(body));
        requests.MapPost("/{requestId}/file", FileAsync).RequireAuthorization(Policies.Register).Produces<FirstRequestAnswer>().WithSummary("归档");
    }

    private static void MapStep<TBody>(
        this RouteGroupBuilder requests, string step, string summary, JsonTypeInfo<TBody> shape, Func<FirstRequestReading, TBody, (FirstRequestStep?, Problem?)> read)
        where TBody : class =>
        requests.MapPost($"/{{requestId}}/{step}", async (
                HttpContext context, string requestId, ICityDirectory city, Keyring keyring, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time) =>
            {
                var body = await ids.ReadAsync(context, shape);
                if (body.Problem is not null)
                    return body.Problem;
                var (asked, problem) = read(new FirstRequestReading(city.Current, keyring, context.Actor(), body.Id, time.GetUtcNow()), body.Value);
                if (asked is null)
                    return problem!;
                if (asked.Enter is { } @case && !await IsSeenAsync(@case, context.Actor(), city.Current, grains))
                    return Refusal.Breaks("unknown-case", "Y1", "本院没有这个信访事项，请先登记接访，或核对编号。", "caseId").ToProblem();
                return await StepAsync(requestId, asked, grains, acts, context.RequestAborted);
            })
            .RequireAuthorization(Policies.Register).Accepts<TBody>("application/json").Produces<FirstRequestAnswer>().WithSummary(summary);

    private static async Task<IResult> RegisterAsync(
        HttpContext context, ICityDirectory city, Keyring keyring, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.FirstRequestBody);
        if (body.Problem is not null)
            return body.Problem;
        var (asked, problem) = new FirstRequestReading(city.Current, keyring, context.Actor(), body.Id, time.GetUtcNow()).Read(body.Value);
        return asked is null ? problem! : await acts.DoAsync(body.Id, () => ReceiveAsync(asked, grains), context.RequestAborted);
    }

    /// <summary>Who has a document is asked first: the request is sealed with that person's key.</summary>
    public static Task<ActReply> ReceiveAsync(ReceiveFirstRequest command, IGrainFactory grains) => command.Person.Key is { } petitioner
        ? grains.GetGrain<IPetitionerGrain>(petitioner.Value).AskFirstAsync(command)
        : grains.GetGrain<IFirstRequestGrain>(command.Request.Value).ReceiveAsync(command);

    private static async Task<IResult> FileAsync(
        HttpContext context, string requestId, ICityDirectory city, Keyring keyring, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time) =>
        ids.Read(context.Request, context.Actor(), []) is { } command
            ? await StepAsync(
                requestId, new FirstRequestReading(city.Current, keyring, context.Actor(), command, time.GetUtcNow()).File(), grains, acts, context.RequestAborted)
            : CommandIds.UnusableKey;

    private static async Task<IResult> StepAsync(string requestId, FirstRequestStep step, IGrainFactory grains, RecordedActs acts, CancellationToken cancellationToken) =>
        Guid.TryParseExact(requestId, "D", out var guid)
            ? await acts.DoAsync(step.Id, () => grains.GetGrain<IFirstRequestGrain>(new FirstRequestId(guid).Value).StepAsync(step), cancellationToken)
            : s_unknown;

    private static async Task<IResult> ShowAsync(HttpContext context, string requestId, FirstRequestFile file, IAccessLog accesses)
    {
        var actor = context.Actor();
        if (!Guid.TryParseExact(requestId, "D", out var guid)
            || await file.FindAsync(new FirstRequestId(guid), context.RequestAborted) is not var (state, history)
            || (actor.Role != Role.Supervisor && state.Received!.Court != actor.Court))
            return s_unknown;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "first-request.open", requestId), context.RequestAborted);
        return new Answer<FirstRequestView>(await file.ShowAsync(state, history, context.RequestAborted), WireJson.Answers.FirstRequestView);
    }

    private static async Task<bool> IsSeenAsync(CaseId id, Actor actor, CitySnapshot city, IGrainFactory grains) =>
        await grains.GetGrain<ICaseGrain>(id.Value).StandingAsync() is { } standing && CaseSight.Sees(actor, standing, city);
}
