using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Summonses;

/// <summary><c>/api/summonses/{id}</c>: what an owner who is called to a repeat visit does about it (W8). One endpoint per act.</summary>
internal static class SummonsEndpoints
{
    private static Problem Unknown { get; } = Problems.NotFound("没有这项到场通知，请核对编号。");

    public static void MapSummonses(this IEndpointRouteBuilder routes)
    {
        var summonses = routes.MapGroup("/api/summonses/{id}").RequireAuthorization(Policies.AnswerSummonses).WithTags("到场通知");
        summonses.MapPost("/acknowledge", AcknowledgeAsync).Produces<SummonsStanding>().WithSummary("签收到场通知");
        summonses.MapPost("/attend", AttendAsync).Accepts<MomentBody>(isOptional: true, "application/json").Produces<SummonsStanding>().WithSummary("登记到场");
        summonses.MapPost("/arrange", ArrangeAsync).Accepts<ArrangeBody>("application/json").Produces<SummonsStanding>().WithSummary("不能到场的，约期、远程或下访接待");
        summonses.MapPost("/keep", KeepAsync).Accepts<MomentBody>(isOptional: true, "application/json").Produces<SummonsStanding>().WithSummary("登记已按约接待");
        summonses.MapPost("/miss", MissAsync).Accepts<MissBody>(isOptional: true, "application/json").Produces<SummonsStanding>().WithSummary("登记未按约接待");
    }

    private static Task<IResult> AcknowledgeAsync(
        HttpContext context, string id, ILedger ledger, IGrainFactory grains, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        DoAsync(context, id, WireJson.Bodies.MissBody, (_, _) => new SummonsAct.Acknowledge(), ledger, grains, ids, acts, time);

    private static Task<IResult> AttendAsync(
        HttpContext context, string id, ILedger ledger, IGrainFactory grains, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        DoAsync(context, id, WireJson.Bodies.MomentBody, (body, _) => new SummonsAct.Attend(body?.At), ledger, grains, ids, acts, time);

    private static Task<IResult> KeepAsync(
        HttpContext context, string id, ILedger ledger, IGrainFactory grains, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        DoAsync(context, id, WireJson.Bodies.MomentBody, (body, _) => new SummonsAct.Keep(body?.At), ledger, grains, ids, acts, time);

    private static Task<IResult> MissAsync(
        HttpContext context, string id, ILedger ledger, IGrainFactory grains, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        DoAsync(context, id, WireJson.Bodies.MissBody, (body, errors) => SummonsReading.Miss(body ?? new MissBody(), errors), ledger, grains, ids, acts, time);

    private static Task<IResult> ArrangeAsync(
        HttpContext context, string id, ILedger ledger, IGrainFactory grains, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        DoAsync(context, id, WireJson.Bodies.ArrangeBody, (body, errors) => SummonsReading.Arrange(body ?? new ArrangeBody(), errors), ledger, grains, ids, acts, time);

    private static async Task<IResult> DoAsync<TBody>(
        HttpContext context,
        string id,
        JsonTypeInfo<TBody> shape,
        Func<TBody?, FieldErrors, SummonsAct?> read,
        ILedger ledger,
        IGrainFactory grains,
        CommandIds ids,
        RecordedActs acts,
        TimeProvider time)
        where TBody : class
    {
        var body = await JsonBody.ReadOptionalAsync(context, shape);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var act = read(body.Value, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        if (!Guid.TryParseExact(id, "D", out var guid) || await ledger.FindSummonsAsync(new SummonsId(guid), context.RequestAborted) is not { } summons)
            return Unknown;
        var answer = new AnswerSummons(command, context.Actor(), time.GetUtcNow(), summons.Summons, act!);
        return await acts.DoAsync(command, () => grains.GetGrain<ICaseGrain>(summons.Case.Value).AnswerSummonsAsync(answer), context.RequestAborted);
    }
}
