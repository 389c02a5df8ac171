using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>Recorded acts on a case: one endpoint per act, named after it.</summary>
internal static class ActEndpoints
{
    private const int LongestReason = 2_000;

    public static void MapCaseActs(this IEndpointRouteBuilder routes)
    {
        var acts = routes.MapGroup("/api/cases/{caseId}").RequireAuthorization(Policies.ActOnCases).WithTags("信访事项");
        acts.MapPost("/identify", IdentifyAsync).Accepts<IdentifyBody>("application/json").Produces<ActView>().WithSummary("身份确认");
        acts.MapPost("/join", JoinAsync).Accepts<JoinBody>("application/json").Produces<ActView>().WithSummary("合并为同一事项");
    }

    private static async Task<IResult> IdentifyAsync(
        HttpContext context, string caseId, ICityDirectory city, Keyring keyring, CommandIds ids, CaseActs acts, IGrainFactory grains, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await ids.ReadAsync(context, WireJson.Bodies.IdentifyBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var today = city.Current.DayOf(time.GetUtcNow());
        var given = body.Value;
        var person = PersonReading.Read(
            new PersonBody { IdType = given.IdType, IdNumber = given.IdNumber, Name = given.Name, Phone = given.Phone }, "", today, keyring, errors);
        if (person is { Key: null })
            errors.Invalid("idType", "身份确认须凭证件办理，请选择证件类型并填写证件号码。");
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!TryRead(caseId, out var target))
            return CaseActs.Unknown;
        var command = new Identify(body.Id, actor, time.GetUtcNow(), target, person!);
        return await acts.DoAsync(body.Id, () => grains.GetGrain<IPetitionerGrain>(person!.Key!.Value.Value).IdentifyAsync(command), context.RequestAborted);
    }

    private static async Task<IResult> JoinAsync(
        HttpContext context, string caseId, CommandIds ids, CaseActs acts, IGrainFactory grains, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await ids.ReadAsync(context, WireJson.Bodies.JoinBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        if (body.Value.With is null)
            errors.Missing("with");
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
            errors.Missing("reason");
        else if (PlainText.IsLonger(body.Value.Reason, LongestReason))
            errors.Invalid("reason", $"不得超过 {LongestReason} 个字符。");
        if (!TryRead(body.Value.With, out var other) && body.Value.With is not null)
            errors.Invalid("with", "没有这个信访事项，请核对编号。");
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!TryRead(caseId, out var target))
            return CaseActs.Unknown;
        if (target == other)
            return Refusal.Breaks("join-itself", null, "不能与自身合并，请选择另一个信访事项。", "with").ToProblem();
        var (lower, higher) = string.CompareOrdinal(target.Value, other.Value) < 0 ? (target, other) : (other, target);
        var command = new JoinCases(body.Id, actor, time.GetUtcNow(), higher, body.Value.Reason!);
        return await acts.DoAsync(body.Id, () => grains.GetGrain<ICaseGrain>(lower.Value).JoinAsync(command), context.RequestAborted);
    }

    private static bool TryRead(string? text, out CaseId id)
    {
        var known = Guid.TryParseExact(text, "D", out var guid);
        id = new CaseId(guid);
        return known;
    }
}
