using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Silo.Succession;

namespace PetitionMesh.Gateway.Succession;

/// <summary>Who owns a case changes by recorded acts only (W3), and the list of open cases without an active owner.</summary>
internal static class SuccessionEndpoints
{
    private static Problem Unknown { get; } = Problems.NotFound("没有这个信访事项，请核对编号。");

    public static void MapSuccession(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/cases").WithTags("接访与包案");
        cases.MapPost("/{caseId}/succeed", SucceedAsync).RequireAuthorization(Policies.SucceedOwners)
            .Accepts<SucceedBody>("application/json").Produces<HandsStanding>().WithSummary("更换包案领导（调离、长期请假、回避），首接领导始终可查");
        cases.MapPost("/{caseId}/recuse", RecuseAsync).RequireAuthorization(Policies.RecuseOwners)
            .Accepts<RecuseBody>("application/json").Produces<HandsStanding>().WithSummary("包案领导回避；未同时指定接任的，列入无在岗包案领导清单");
        cases.MapGet("/without-owner", ListAsync).RequireAuthorization(Policies.ReadOwnerless).Produces<OwnerlessListView>()
            .WithSummary("无在岗包案领导的在办事项：超过一个工作日即为逾期")
            .Asks(Ask.Court, Ask.Limit, Ask.After);
    }

    private static Task<IResult> SucceedAsync(
        HttpContext context, string caseId, ILedger ledger, IGrainFactory grains, ICityDirectory city, OwnerlessCases ownerless, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        DoAsync(context, caseId, WireJson.Bodies.SucceedBody, SuccessionReading.Read, ledger, grains, city, ownerless, ids, acts, time);

    private static Task<IResult> RecuseAsync(
        HttpContext context, string caseId, ILedger ledger, IGrainFactory grains, ICityDirectory city, OwnerlessCases ownerless, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        DoAsync(context, caseId, WireJson.Bodies.RecuseBody, SuccessionReading.Read, ledger, grains, city, ownerless, ids, acts, time);

    private static async Task<IResult> DoAsync<TBody>(
        HttpContext context,
        string caseId,
        JsonTypeInfo<TBody> shape,
        Func<TBody, DateOnly, FieldErrors, HandsAct?> read,
        ILedger ledger,
        IGrainFactory grains,
        ICityDirectory city,
        OwnerlessCases ownerless,
        CommandIds ids,
        RecordedActs acts,
        TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, shape);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var now = time.GetUtcNow();
        var today = city.Current.DayOf(now);
        var act = read(body.Value, today, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } id)
            return CommandIds.UnusableKey;
        if (!Guid.TryParseExact(caseId, "D", out var guid) || await ledger.FindCaseAsync(new CaseId(guid), context.RequestAborted) is null)
            return Unknown;
        var away = await ownerless.OnLongLeaveAsync(today, context.RequestAborted);
        var command = new ChangeHands(id, context.Actor(), now, act!, away);
        return await acts.DoAsync(id, () => grains.GetGrain<ICaseGrain>(new CaseId(guid).Value).ChangeHandsAsync(command), context.RequestAborted);
    }

    private static async Task<IResult> ListAsync(HttpContext context, OwnerlessCases ownerless, ICityDirectory city, TimeProvider time)
    {
        var now = city.Current;
        var actor = context.Actor();
        CourtId? office = actor.Role == Role.Supervisor ? null : actor.Court;
        if (context.Request.Query["court"] is [{ Length: > 0 } named])
        {
            if (now.Court(new CourtId(named)) is null)
                return Problems.Invalid("court", "没有这个法院，请填写法院编号。");
            if (office is not null && office.Value.Value != named)
                return Problems.Forbidden("只能查看本院的清单。");
            office = new CourtId(named);
        }
        var errors = new FieldErrors();
        var (limit, after) = Paging.Read(context.Request.Query, OwnerlessCase.IsPlace, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        var today = now.DayOf(time.GetUtcNow());
        var left = (await ownerless.FindAsync(office, today, context.RequestAborted)).Where(c => string.CompareOrdinal(c.Place, after) > 0).ToArray();
        var page = new OwnerlessListView([.. left.Take(limit).Select(c => Show(c, today, now))], left.Length > limit ? left[limit - 1].Place : null);
        return new Answer<OwnerlessListView>(page, WireJson.Answers.OwnerlessListView);
    }

    private static OwnerlessView Show(OwnerlessCase ownerless, DateOnly today, CitySnapshot city)
    {
        var line = ownerless.Line;
        var known = ownerless.Since > DateOnly.MinValue;
        return new OwnerlessView(
            line.Case.Case,
            line.Case.Number?.Value,
            ownerless.Office.Value,
            line.Case.Status,
            line.Case.Owner is { } owner ? DutyLeaderView.Of(owner.Leader, city) : null,
            line.FirstReceiver?.Value,
            ownerless.Ground,
            known ? ownerless.Since : null,
            known ? ownerless.Due.Date : null,
            known && ownerless.Due.IsProvisional,
            ownerless.IsOverdue(today),
            line.RemindedAt);
    }
}
