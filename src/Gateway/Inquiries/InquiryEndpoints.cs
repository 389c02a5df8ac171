using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Inquiries;

/// <summary>An instruction of a leader on a case still pending before a judge is recorded permanently; the case's history shows it.</summary>
internal static class InquiryEndpoints
{
    private const int LongestName = 100;
    private const int LongestText = 1_000;

    public static void MapInquiries(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/cases/{caseId}/inquiries", RecordAsync).RequireAuthorization(Policies.RecordInquiries).WithTags("信访事项")
            .Accepts<InquiryBody>("application/json").Produces<InquiryAnswer>().WithSummary("登记对未结案件的过问：谁、何时、对谁、说了什么，永久留痕");

    private static async Task<IResult> RecordAsync(
        HttpContext context, string caseId, ILedger ledger, IGrainFactory grains, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.InquiryBody);
        if (body.Problem is not null)
            return body.Problem;
        var given = body.Value;
        var errors = new FieldErrors();
        var leader = given.By is { } by ? city.Current.Leader(new LeaderId(by)) : null;
        if (given.By is not null && leader is null)
            errors.Invalid("by", "没有这位领导，请填写领导编号；城市名册以外的人员请填写 byName。", "W1");
        if (given.By is null)
            Check("byName", given.ByName, LongestName, errors);
        else
            PlainText.CheckName(errors, "byName", given.ByName, LongestName);
        Check("to", given.To, LongestName, errors);
        Check("what", given.What, LongestText, errors);
        if (given.Manner is null)
            errors.Missing("manner");
        if (errors.ToProblem() is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } id)
            return CommandIds.UnusableKey;
        if (!Guid.TryParseExact(caseId, "D", out var guid) || await ledger.FindCaseAsync(new CaseId(guid), context.RequestAborted) is null)
            return Problems.NotFound("没有这个信访事项，请核对编号。");
        var now = time.GetUtcNow();
        var command = new RecordInquiry(
            id,
            context.Actor(),
            now,
            leader?.Id,
            given.ByName?.Trim() ?? $"{leader!.Name}（{leader.Post}）",
            given.To!.Trim(),
            given.What!.Trim(),
            given.Manner!.Value,
            given.At ?? now);
        return await acts.DoAsync(id, () => grains.GetGrain<ICaseGrain>(new CaseId(guid).Value).RecordInquiryAsync(command), context.RequestAborted);
    }

    private static void Check(string field, string? text, int longest, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Missing(field);
        PlainText.CheckName(errors, field, text, longest);
    }
}
