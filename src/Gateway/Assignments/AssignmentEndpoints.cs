using System.Collections.Immutable;
using System.Globalization;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Assignments;

/// <summary><c>/api/assignments</c>: many cases assigned in one act, and the ledger of assigned cases.</summary>
internal static class AssignmentEndpoints
{
    /// <summary>Most cases of one act.</summary>
    private const int Most = 5_000;

    /// <summary>Cases told side by side: the journal takes them as a few batches.</summary>
    private const int Together = 64;

    public static void MapAssignments(this IEndpointRouteBuilder routes)
    {
        var assignments = routes.MapGroup("/api/assignments").WithTags("办理");
        assignments.MapPost("", AssignAsync).RequireAuthorization(Policies.AssignCases)
            .Accepts<AssignmentBody>("application/json").Produces<AssignedView>().WithSummary("批量交办：按导入台账的单位，或指定事项和单位");
        assignments.MapGet("", ListAsync).RequireAuthorization(Policies.ReadCases).Produces<AssignmentListView>().WithSummary("交办案件台账")
            .Asks(Ask.Court with { Name = "unit", Description = "承办法院编号，例如 dg。" }, Ask.Limit, Ask.After);
    }

    private static async Task<IResult> AssignAsync(
        HttpContext context, ICityDirectory city, CommandIds ids, IGrainFactory grains, ILedger ledger, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await ids.ReadAsync(context, WireJson.Bodies.AssignmentBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var facts = AssignmentReading.Read(body.Value, city.Current, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        var cases = body.Value.Import is { } import
            ? await ledger.ListImportCasesAsync(import, context.RequestAborted)
            : [.. body.Value.CaseIds!.Distinct().Select(c => (CaseId.Parse(c), new CourtId(body.Value.Unit!)))];
        if (cases.IsEmpty)
            return Problems.Invalid("import", "没有这次导入，或其中没有事项。", "J1");
        if (cases.Length > Most)
            return Problems.Invalid("import", $"一次至多交办 {Most} 件。", "J5");

        var now = time.GetUtcNow();
        var done = new List<(CaseId Case, CourtId Unit, ActOutcome Outcome)>();
        foreach (var some in cases.Chunk(Together))
        {
            done.AddRange(await Task.WhenAll(some.Select(async c =>
                (c.Case, c.Unit, await TellAsync(grains, c.Case, RequestOf(body.Id, actor, now, c.Case, facts.Add(new Fact("unit", c.Unit.Value))))))));
        }
        if (done.Any(d => d.Outcome.KeyReused))
            return Problems.KeyReused;
        if (done.Any(d => d.Outcome.Contended))
            return Problems.Busy;
        var assigned = done.Where(d => d.Outcome.Refusal is null).ToList();
        return new Answer<AssignedView>(
            new AssignedView(
                assigned.Count,
                [.. assigned.GroupBy(d => d.Unit.Value).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AssignedUnitView(g.Key, g.Count()))],
                [.. done.Where(d => d.Outcome.Refusal is not null).Select(d => new NotAssignedView(d.Case, d.Outcome.Refusal!.Detail))]),
            WireJson.Answers.AssignedView);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ICityDirectory city, ILedger ledger, PetitionerNames names, TimeProvider time)
    {
        var errors = new FieldErrors();
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        CourtId? unit = context.Request.Query["unit"] is [{ Length: > 0 } asked] ? new CourtId(asked) : null;
        if (unit is { } court && city.Current.Court(court) is null)
            errors.Invalid("unit", "没有这个法院，请填写法院编号。");
        if (errors.ToProblem() is { } problem)
            return problem;
        var page = await ledger.ListAssignmentsAsync(unit, CaseSight.ConfinedTo(context.Actor()), after, limit, context.RequestAborted);
        var named = await names.OfAsync(
            [.. page.Items.Select(l => l.Case).Distinct()], context.Actor(), $"assignments/{unit?.Value ?? "city"}", context.RequestAborted);
        var today = city.Current.DayOf(time.GetUtcNow());
        var items = ImmutableArray.CreateBuilder<AssignmentView>();
        foreach (var line in page.Items)
            items.Add(AssignmentView.Of(line, named.GetValueOrDefault(line.Case), await ledger.ListClocksAsync(line.Case, context.RequestAborted), city.Current, today));
        return new Answer<AssignmentListView>(new AssignmentListView(items.ToImmutable(), Paging.Next(page.Next)), WireJson.Answers.AssignmentListView);
    }

    /// <summary>Each case is told under a key of its own, so that a repeated act finds what the first one did.</summary>
    private static ActRequest RequestOf(CommandId id, Actor actor, DateTimeOffset now, CaseId @case, ImmutableArray<Fact> facts)
    {
        var own = id with { Key = string.Create(CultureInfo.InvariantCulture, $"{id.Key} {@case}") };
        return new ActRequest(own, actor, now, new ActId(own.Derive("act")), CaseAct.Assign, facts, [], null, []);
    }

    private static Task<ActOutcome> TellAsync(IGrainFactory grains, CaseId @case, ActRequest request) =>
        RecordedActs.AskAsync(() => grains.GetGrain<ICaseGrain>(@case.Value).ActAsync(request));
}
