using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Gateway.Cases.Acts;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Public;

/// <summary><c>/public/cases/{queryCode}</c>: what the holder of a receipt sees and says, without a token.</summary>
internal static class PublicEndpoints
{
    private const int LongestReason = 2_000;

    /// <summary>Clocks that are kept towards the petitioner; the others are the courts' own.</summary>
    private static readonly ClockKind[] Told = [ClockKind.Answer, ClockKind.Settle, ClockKind.Meet, ClockKind.Close];

    public static void MapPublic(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/public/cases/{queryCode}").AllowAnonymous().WithTags("公众");
        cases.MapGet("", ShowAsync).Produces<PublicCaseView>().WithSummary("信访人凭查询码查询办理进度");
        cases.MapPost("/rating", RateAsync).Accepts<RatingBody>("application/json").Produces<ActView>().WithSummary("信访人评价办理情况（每次答复或办结一次）");
        cases.MapPost("/reopening", AskAsync).Accepts<ReopeningBody>("application/json").Produces<ActView>().WithSummary("信访人申请重新办理");
        cases.MapGet("/receipt", ReceiptAsync).Produces(StatusCodes.Status200OK, contentType: "text/html").WithSummary("可打印的回执");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string queryCode, PublicDoor door, ILedger ledger, ICityDirectory city, CaseTerms terms, TimeProvider time)
    {
        var (line, problem) = await door.OpenAsync(context, queryCode);
        return line is null
            ? problem!
            : new Answer<PublicCaseView>(await ViewAsync(line, ledger, city.Current, terms, city.Current.DayOf(time.GetUtcNow()), context.RequestAborted), WireJson.Answers.PublicCaseView);
    }

    private static async Task<IResult> ReceiptAsync(HttpContext context, string queryCode, PublicDoor door, ILedger ledger, ICityDirectory city, CaseTerms terms, TimeProvider time)
    {
        var (line, problem) = await door.OpenAsync(context, queryCode);
        if (line is null)
            return problem!;
        var view = await ViewAsync(line, ledger, city.Current, terms, city.Current.DayOf(time.GetUtcNow()), context.RequestAborted);
        return new StillPage(ReceiptPage.Of(line, view, queryCode.ToUpperInvariant(), city.Current.Court(line.Court)?.Name ?? line.Court.Value));
    }

    private static async Task<IResult> RateAsync(
        HttpContext context, string queryCode, PublicDoor door, CommandIds ids, CaseActs acts, IGrainFactory grains, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.RatingBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        if (body.Value.Stars is null)
            errors.Missing("stars");
        else if (body.Value.Stars is < 1 or > 5)
            errors.Invalid("stars", "请评 1 至 5 星。", "S10");
        if (errors.ToProblem() is { } invalid)
            return invalid;
        return await SayAsync(context, queryCode, door, ids, acts, grains, body.Bytes, id =>
            new PetitionerWord(id, time.GetUtcNow(), new ActId(id.Derive("act")), body.Value.Stars, null));
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, string queryCode, PublicDoor door, CommandIds ids, CaseActs acts, IGrainFactory grains, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.ReopeningBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
            errors.Missing("reason");
        else if (PlainText.IsLonger(body.Value.Reason, LongestReason))
            errors.Invalid("reason", $"不得超过 {LongestReason} 个字符。");
        if (errors.ToProblem() is { } invalid)
            return invalid;
        var said = System.Text.Json.JsonSerializer.Serialize(
            new SortedDictionary<string, string>(StringComparer.Ordinal) { ["reason"] = body.Value.Reason! }, WireJson.Answers.SortedDictionaryStringString);
        return await SayAsync(context, queryCode, door, ids, acts, grains, body.Bytes, id =>
            new PetitionerWord(id, time.GetUtcNow(), new ActId(id.Derive("act")), null, new Secret(said)));
    }

    private static async Task<IResult> SayAsync(
        HttpContext context, string queryCode, PublicDoor door, CommandIds ids, CaseActs acts, IGrainFactory grains, ReadOnlyMemory<byte> bytes,
        Func<CommandId, PetitionerWord> word)
    {
        var (line, problem) = await door.OpenAsync(context, queryCode);
        if (line is null)
            return problem!;
        var holder = new Actor(line.Case.Value, "", new CourtId("public"), Role.Reporter);
        if (ids.Read(context.Request, holder, bytes.Span) is not { } id)
            return CommandIds.UnusableKey;
        return await acts.DoAsync(id, () => grains.GetGrain<ICaseGrain>(line.Case.Value).HearPetitionerAsync(word(id)), context.RequestAborted);
    }

    private static async Task<PublicCaseView> ViewAsync(CaseLine line, ILedger ledger, CitySnapshot city, CaseTerms terms, DateOnly today, CancellationToken cancellationToken)
    {
        var owner = OwnerView.Of(line.Owner, city);
        var clocks = ClockView.Of(
            await ledger.ListClocksAsync(line.Case, cancellationToken),
            line.AnswerDue is { } due ? (terms.ReceivedOn(due, line.Court), due, line.Court.Value) : null,
            today);
        ImmutableArray<PublicDueView> told =
        [
            .. clocks.Where(c => Told.Contains(c.Kind) && c.State is not (null or ClockState.Met or ClockState.MetLate or ClockState.Paused))
                .OrderBy(c => c.DueOn).Select(c => new PublicDueView(c.Name, c.Rule, c.DueOn)),
        ];
        // G2 runs behind G1 and has no clock of its own before G1 has moved.
        if (line.AnswerDue is { } answer && line.Status.IsRunning())
        {
            var settle = terms.Limit(ClockKind.Settle, line.Owner?.Court ?? line.Court);
            told = told.Add(new PublicDueView(ClockNames.Of(settle.Kind), settle.Rule, settle.DueAfter(terms.ReceivedOn(answer, line.Court), terms.Calendar).Date));
        }
        return new PublicCaseView(line.Status, owner is null ? null : new PublicOwnerView(owner.Name, owner.Post), told);
    }
}
