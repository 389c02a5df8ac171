using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Journal.Access;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary><c>/api/complaints</c>: what errand could not be done; it circulates, is checked against the list of forbidden conduct, and answered (Y6).</summary>
internal static class ComplaintEndpoints
{
    private static readonly Problem s_unknown = Problems.NotFound("没有这条办不成事反映，请核对编号。");

    public static void MapComplaints(this IEndpointRouteBuilder routes)
    {
        var complaints = routes.MapGroup("/api/complaints").WithTags("办不成事窗口");
        complaints.MapPost("/", RegisterAsync).RequireAuthorization(Policies.HandleComplaints)
            .Accepts<ComplaintBody>("application/json").Produces<ComplaintAnswer>(StatusCodes.Status201Created).WithSummary("登记办不成事反映");
        complaints.MapGet("/{complaintId}", ShowAsync).RequireAuthorization(Policies.ReadComplaints).Produces<ComplaintView>().WithSummary("一条办不成事反映及其办理过程");
        complaints.MapStep<CirculateBody>(
            "circulate", "流转到部门核查；可以再转其他部门", Policies.HandleComplaints, WireJson.Bodies.CirculateBody, (reading, body) => reading.Read(body));
        complaints.MapStep<CheckBody>("check", "登记核查结果，对照禁止行为清单", Policies.CheckComplaints, WireJson.Bodies.CheckBody, (reading, body) => reading.Read(body));
        complaints.MapStep<ComplaintAnswerBody>(
            "answer", "答复，一次办结", Policies.HandleComplaints, WireJson.Bodies.ComplaintAnswerBody, (reading, body) => reading.Read(body));
    }

    private static void MapStep<TBody>(
        this RouteGroupBuilder complaints, string step, string summary, string policy, JsonTypeInfo<TBody> shape, Func<ErrandDeskReading, TBody, (ComplaintStep?, Problem?)> read)
        where TBody : class =>
        complaints.MapPost($"/{{complaintId}}/{step}", async (
                HttpContext context, string complaintId, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time) =>
            {
                var body = await ids.ReadAsync(context, shape);
                if (body.Problem is not null)
                    return body.Problem;
                var (asked, problem) = read(new ErrandDeskReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()), body.Value);
                if (asked is null)
                    return problem!;
                return Guid.TryParseExact(complaintId, "D", out var guid)
                    ? await acts.DoAsync(body.Id, () => grains.GetGrain<IComplaintGrain>(new ComplaintId(guid).Value).StepAsync(asked), context.RequestAborted)
                    : s_unknown;
            })
            .RequireAuthorization(policy).Accepts<TBody>("application/json").Produces<ComplaintAnswer>().WithSummary(summary);

    private static async Task<IResult> RegisterAsync(
        HttpContext context, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.ComplaintBody);
        if (body.Problem is not null)
            return body.Problem;
        var (read, problem) = new ErrandDeskReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()).Read(body.Value);
        if (read is null)
            return problem!;
        var asked = read with
        {
            Desk = Guid.TryParseExact(body.Value.DeskId, "D", out var desk) ? await grains.GetGrain<IErrandDeskGrain>(new ErrandDeskId(desk).Value).StandingAsync() : null,
        };
        return await acts.DoAsync(body.Id, () => grains.GetGrain<IComplaintGrain>(asked.Complaint.Value).RegisterAsync(asked), context.RequestAborted);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string complaintId, ComplaintFile file, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var actor = context.Actor();
        if (!Guid.TryParseExact(complaintId, "D", out var guid)
            || await file.FindAsync(new ComplaintId(guid), context.RequestAborted) is not var (state, history)
            || (actor.Role != Role.Supervisor && state.Registered!.Court != actor.Court))
            return s_unknown;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "complaint.open", complaintId), context.RequestAborted);
        return new Answer<ComplaintView>(await file.ShowAsync(state, history, city.Current.DayOf(time.GetUtcNow()), context.RequestAborted), WireJson.Answers.ComplaintView);
    }
}
