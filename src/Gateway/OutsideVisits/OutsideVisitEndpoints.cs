using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Cases.Acts;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.OutsideVisits;

/// <summary><c>POST /api/outside-visits</c>: a visit to province or capital is no reception of ours, but a notice on the case (W14(4)).</summary>
internal static class OutsideVisitEndpoints
{
    private const int LongestTeller = 100;

    public static void MapOutsideVisits(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/outside-visits", ReportAsync)
            .RequireAuthorization(Policies.ReportOutsideVisits)
            .Accepts<OutsideVisitBody>("application/json")
            .Produces<ActView>()
            .WithSummary("登记到省进京上访通报")
            .WithTags("办理");

    private static async Task<IResult> ReportAsync(
        HttpContext context, ICityDirectory city, CommandIds ids, CaseActs acts, IGrainFactory grains, ILedger ledger, Keyring keyring, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await ids.ReadAsync(context, WireJson.Bodies.OutsideVisitBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var given = body.Value;
        var today = city.Current.DayOf(time.GetUtcNow());
        if (given.CaseId is null == given.Person is null)
            errors.Invalid("caseId", "请填写 caseId 或 person 之一。");
        if (given.Place is null)
            errors.Missing("place");
        else if (given.Place is not ("province" or "capital"))
            errors.Invalid("place", "可选：province、capital。");
        if (given.On is null)
            errors.Missing("on");
        if (string.IsNullOrWhiteSpace(given.ToldBy))
            errors.Missing("toldBy");
        PlainText.CheckName(errors, "toldBy", given.ToldBy, LongestTeller);
        var document = given.Person is { } person
            ? PersonReading.ReadDocument(person.IdType, person.IdNumber, "person.", today, errors, out _)
            : null;
        if (errors.ToProblem() is { } problem)
            return problem;
        ImmutableArray<CaseLine> found = document is null
            ? await ByIdAsync(given.CaseId!, ledger, context.RequestAborted)
            : await ledger.FindCasesAsync(keyring.KeyOf(document), context.RequestAborted);
        if (found.IsEmpty)
            return given.CaseId is null ? Problems.Invalid("person", "此人在本市没有信访事项，请核对证件。") : CaseActs.Unknown;
        if (found.Length > 1)
        {
            // The person may have come to a second case since this was first asked.
            return await acts.FindAsync(body.Id, context.RequestAborted)
                ?? Refusal.Conflicts("which-case", "W14", "此人有多个信访事项，请从所列事项中选择一项，在 caseId 中指明。").ToProblem() with
                {
                    Candidates = [.. found.Select(line => new CandidateView(line.Case, line.Number?.Value, Claim: null, OwnerView.Of(line.Owner, city.Current)))],
                };
        }
        var visit = new OutsideVisit(
            body.Id, actor, time.GetUtcNow(), new ActId(body.Id.Derive("act")), given.Place == "capital" ? Level.Capital : Level.Province, given.On!.Value, given.ToldBy!.Trim());
        return await acts.DoAsync(body.Id, () => grains.GetGrain<ICaseGrain>(found[0].Case.Value).ReportOutsideVisitAsync(visit), context.RequestAborted);
    }

    private static async Task<ImmutableArray<CaseLine>> ByIdAsync(string caseId, ILedger ledger, CancellationToken cancellationToken) =>
        Guid.TryParseExact(caseId, "D", out var guid) && await ledger.FindCaseAsync(new CaseId(guid), cancellationToken) is { } line ? [line] : [];
}
