using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary><c>/api/rosters/{court}/swaps</c>: proposed by one leader, accepted by the other, both in time (W16).</summary>
internal static class SwapEndpoints
{
    public static void MapSwaps(this IEndpointRouteBuilder routes)
    {
        var swaps = routes.MapGroup("/api/rosters/{court}/swaps").WithTags("值班");
        swaps.MapGet("", ListAsync).RequireAuthorization(Policies.ReadSwaps).Produces<SwapListView>().WithSummary("换班申请及结果")
            .Asks(Ask.Span(RosterReading.LongestSpan));
        swaps.MapPost("", ProposeAsync).RequireAuthorization(Policies.SwapDuty)
            .Accepts<SwapBody>("application/json").Produces<SwapView>(StatusCodes.Status201Created).WithSummary("提出换班");
        swaps.MapPost("/{swapId}/accept", (Delegate)AcceptAsync).RequireAuthorization(Policies.SwapDuty).Produces<SwapView>().WithSummary("同意换班，同时告知信访部门");
        swaps.MapPost("/{swapId}/decline", (Delegate)DeclineAsync).RequireAuthorization(Policies.SwapDuty).Produces<SwapView>().WithSummary("不同意换班，或撤回");
    }

    /// <summary>The office sees all of its court's; a leader those he takes part in.</summary>
    private static async Task<IResult> ListAsync(HttpContext context, string court, RosterDesk desk, ICityDirectory city, TimeProvider time)
    {
        var now = city.Current;
        var actor = context.Actor();
        if (!RosterReading.TryCourt(court, now, out var id))
            return RosterReading.UnknownCourt;
        if (actor.Role == Role.Office && actor.Court != id)
            return Problems.Forbidden("只能查看本院的换班申请。");
        if (RosterReading.Span(context.Request.Query, now.DayOf(time.GetUtcNow()), out var problem, RosterReading.LongestSpan) is not { } span)
            return problem!;
        var swaps = (await desk.ViewAsync(id, span.From, span.To))
            .SelectMany(r => r.Swaps)
            .Where(s => actor.Role != Role.Leader || actor.Subject == s.Proposer.Value || actor.Subject == s.Counterpart.Value)
            .GroupBy(s => s.Swap)
            .Select(known => known.OrderByDescending(s => s.Status).First()) // Across two months either may know first that it lapsed.
            .OrderBy(s => s.ProposedAt);
        return new Answer<SwapListView>(new SwapListView([.. swaps.Select(s => SwapView.Of(s, now))]), WireJson.Answers.SwapListView);
    }

    private static async Task<IResult> ProposeAsync(HttpContext context, string court, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time)
    {
        if (!RosterReading.TryCourt(court, city.Current, out var id))
            return RosterReading.UnknownCourt;
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.SwapBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var mine = RosterReading.Shift(errors, "mine", body.Value.Mine);
        var theirs = RosterReading.Shift(errors, "theirs", body.Value.Theirs);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        var swap = SwapId.Of(command.Derive("swap"), mine!.Value.Date, theirs!.Value.Date);
        var act = new SwapAct.Propose(mine.Value, theirs.Value, body.Value.With is { } with ? new LeaderId(with) : null);
        return await DoAsync(context, id, new SwapCommand(command, context.Actor(), time.GetUtcNow(), swap, act), desk, city, StatusCodes.Status201Created);
    }

    private static Task<IResult> AcceptAsync(
        HttpContext context, string court, string swapId, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time) =>
        SettleAsync(context, court, swapId, new SwapAct.Accept(), desk, city, ids, time);

    private static Task<IResult> DeclineAsync(
        HttpContext context, string court, string swapId, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time) =>
        SettleAsync(context, court, swapId, new SwapAct.Decline(), desk, city, ids, time);

    private static async Task<IResult> SettleAsync(
        HttpContext context, string court, string swapId, SwapAct act, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time)
    {
        if (!RosterReading.TryCourt(court, city.Current, out var id))
            return RosterReading.UnknownCourt;
        if (!SwapId.TryParse(swapId, out var swap))
            return Problems.NotFound("没有这项换班申请，请核对编号。");
        if (ids.Read(context.Request, context.Actor(), []) is not { } command)
            return CommandIds.UnusableKey;
        return await DoAsync(context, id, new SwapCommand(command, context.Actor(), time.GetUtcNow(), swap, act), desk, city, StatusCodes.Status200OK);
    }

    private static async Task<IResult> DoAsync(
        HttpContext context, CourtId court, SwapCommand command, RosterDesk desk, ICityDirectory city, int status)
    {
        var (answer, problem) = await desk.SwapAsync(court, command, context.RequestAborted);
        return answer?.Swap is { } swap
            ? new Answer<SwapView>(SwapView.Of(swap, city.Current), WireJson.Answers.SwapView, status)
            : problem ?? throw new InvalidOperationException("A swap was settled without a standing.");
    }
}
