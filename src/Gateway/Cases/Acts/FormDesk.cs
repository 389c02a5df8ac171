using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>Takes a filled-in form to its case.</summary>
internal sealed class FormDesk(CommandIds ids, CaseActs acts, IGrainFactory grains, ILedger ledger, TimeProvider time)
{
    public async Task<IResult> DoAsync(HttpContext context, string caseId, ActForm form)
    {
        var actor = context.Actor();
        var body = await ids.ReadAsync(context, WireJson.Bodies.JsonElement);
        if (body.Problem is not null)
            return body.Problem;
        if (!VersionTag.TryReadIfMatch(context.Request, out var expected))
            return Problems.Malformed("If-Match", "应为读取时返回的 ETag。");
        var errors = new FieldErrors();
        if (FormReading.Read(body.Value, form, errors) is not { } filled)
            return errors.ToProblem()!;
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!Guid.TryParseExact(caseId, "D", out var guid) || await ledger.FindCaseAsync(new CaseId(guid), context.RequestAborted) is null)
            return CaseActs.Unknown;
        var request = new ActRequest(
            body.Id, actor, time.GetUtcNow(), new ActId(body.Id.Derive("act")), form.Act, filled.Facts, filled.Said, filled.Narrative, filled.Papers, expected);
        return await acts.DoAsync(body.Id, () => grains.GetGrain<ICaseGrain>(new CaseId(guid).Value).ActAsync(request), context.RequestAborted);
    }
}
