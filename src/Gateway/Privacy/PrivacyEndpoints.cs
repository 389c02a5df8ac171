using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Gateway.Privacy;

/// <summary><c>/api/privacy</c>: a person's data can be made unreadable; the record of what the courts did stays whole.</summary>
internal static class PrivacyEndpoints
{
    private const int LongestReason = 2_000;

    public static void MapPrivacy(this IEndpointRouteBuilder routes) => routes.MapGroup("/api/privacy").WithTags("个人信息")
        .MapPost("/erase", EraseAsync).RequireAuthorization(Policies.EraseData)
        .Accepts<EraseBody>("application/json").Produces<ErasureAnswer>().WithSummary("删除个人信息（不可恢复）");

    private static async Task<IResult> EraseAsync(
        HttpContext context, ICityDirectory city, Keyring keyring, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await ids.ReadAsync(context, WireJson.Bodies.EraseBody);
        if (body.Problem is not null)
            return body.Problem;
        var now = time.GetUtcNow();
        if (Read(body.Value, city.Current.DayOf(now), keyring, grains, out var problem) is not { } erase)
            return problem!;
        var command = new EraseData(body.Id, actor, now, body.Value.Reason!);
        return await acts.DoAsync(body.Id, () => erase(command), context.RequestAborted);
    }

    /// <summary>Whom to ask; null with the <paramref name="problem"/> when the body does not say.</summary>
    private static Func<EraseData, Task<ActReply>>? Read(
        EraseBody body, DateOnly today, Keyring keyring, IGrainFactory grains, out Problem? problem)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(body.Reason))
            errors.Missing("reason");
        else if (PlainText.IsLonger(body.Reason, LongestReason))
            errors.Invalid("reason", $"不得超过 {LongestReason} 个字符。");
        Func<EraseData, Task<ActReply>>? erase = null;
        (string Field, string Id)[] named =
        [
            .. new[] { ("caseId", body.CaseId), ("firstRequestId", body.FirstRequestId), ("routingId", body.RoutingId), ("complaintId", body.ComplaintId) }
                .Where(n => n.Item2 is not null)!,
        ];
        if (named.Length > 1)
            errors.Invalid(named[1].Field, "事项、首诉、分流单和办不成事反映的编号只能填写一项。");
        else if (named.Length == 1 && (body.IdType is not null || body.IdNumber is not null))
            errors.Invalid(named[0].Field, "请只选一种：按证件类型和号码，或按编号。");
        else if (body.RoutingId is not null)
        {
            if (Guid.TryParseExact(body.RoutingId, "D", out var guid))
                erase = grains.GetGrain<IRoutingGrain>(new RoutingId(guid).Value).EraseDataAsync;
            else
                errors.Invalid("routingId", "没有这张分流单，请核对编号。");
        }
        else if (body.ComplaintId is not null)
        {
            if (Guid.TryParseExact(body.ComplaintId, "D", out var guid))
                erase = grains.GetGrain<IComplaintGrain>(new ComplaintId(guid).Value).EraseDataAsync;
            else
                errors.Invalid("complaintId", "没有这条办不成事反映，请核对编号。");
        }
        else if (body.FirstRequestId is not null)
        {
            if (Guid.TryParseExact(body.FirstRequestId, "D", out var guid))
                erase = grains.GetGrain<IFirstRequestGrain>(new FirstRequestId(guid).Value).EraseDataAsync;
            else
                errors.Invalid("firstRequestId", "没有这条首诉登记，请核对编号。");
        }
        else if (body.CaseId is not null)
        {
            if (Guid.TryParseExact(body.CaseId, "D", out var guid))
                erase = grains.GetGrain<ICaseGrain>(new CaseId(guid).Value).EraseDataAsync;
            else
                errors.Invalid("caseId", "没有这个信访事项，请核对编号。");
        }
        else if (PersonReading.ReadDocument(body.IdType, body.IdNumber, "", today, errors, out var type) is { } document)
            erase = grains.GetGrain<IPetitionerGrain>(keyring.KeyOf(document).Value).EraseDataAsync;
        else if (type == IdType.None && body.IdType is not null)
            errors.Invalid("idType", "无证件的信访人请按事项编号办理。");
        problem = errors.ToProblem();
        return problem is null ? erase : null;
    }
}
