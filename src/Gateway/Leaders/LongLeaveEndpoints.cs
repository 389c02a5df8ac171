using System.ComponentModel.DataAnnotations;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Leaders;

/// <summary>Body of <c>POST /api/leaders/{id}/long-leave</c> (长期请假): days of the city, both included.</summary>
internal sealed record LongLeaveBody
{
    [Required] public DateOnly? From { get; init; }

    /// <summary>Absent while it is not known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>1 to 200 characters.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>Body of <c>POST /api/leaders/{id}/back</c> (销假).</summary>
internal sealed record BackBody
{
    /// <summary>First day back, default today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Long leave of a leader (W3): his open cases come onto the list of those without an active owner, and he leads no shift.</summary>
internal static class LongLeaveEndpoints
{
    private const int LongestReason = 200;

    public static void MapLongLeave(this IEndpointRouteBuilder routes)
    {
        var leaders = routes.MapGroup("/api/leaders/{id}").RequireAuthorization(Policies.TellLeave).WithTags("包案领导");
        leaders.MapPost("/long-leave", (Delegate)LeaveAsync).Accepts<LongLeaveBody>("application/json").Produces<LeaderStanding>()
            .WithSummary("登记长期请假：其在办事项列入无在岗包案领导清单");
        leaders.MapPost("/back", (Delegate)BackAsync).Accepts<BackBody>(isOptional: true, "application/json").Produces<LeaderStanding>().WithSummary("长期请假销假");
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, string id, ICityDirectory city, IGrainFactory grains, RosterDesk rosters, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.LongLeaveBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        if (body.Value.From is null)
            errors.Missing("from");
        else if (!RosterId.IsPlausible(body.Value.From.Value))
            errors.Malformed("from", "请核对日期。");
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
            errors.Missing("reason");
        PlainText.CheckName(errors, "reason", body.Value.Reason, LongestReason);
        if (errors.ToProblem() is { } problem)
            return problem;
        var act = new LongLeaveAct.Begin(body.Value.From!.Value, body.Value.Until, body.Value.Reason!.Trim());
        return await DoAsync(context, id, body.Bytes, act, city, grains, rosters, ids, acts, time);
    }

    private static async Task<IResult> BackAsync(HttpContext context, string id, ICityDirectory city, IGrainFactory grains, RosterDesk rosters, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var body = await JsonBody.ReadOptionalAsync(context, WireJson.Bodies.BackBody);
        if (body.Problem is not null)
            return body.Problem;
        var on = body.Value?.On ?? city.Current.DayOf(time.GetUtcNow());
        return RosterId.IsPlausible(on)
            ? await DoAsync(context, id, body.Bytes, new LongLeaveAct.End(on), city, grains, rosters, ids, acts, time)
            : Problems.Malformed("on", "请核对日期。");
    }

    private static async Task<IResult> DoAsync(
        HttpContext context, string id, ReadOnlyMemory<byte> bytes, LongLeaveAct act, ICityDirectory city, IGrainFactory grains, RosterDesk rosters, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        if (city.Current.Leader(new LeaderId(id)) is not { } leader)
            return Problems.NotFound("没有这位领导，请核对领导编号。");
        if (ids.Read(context.Request, context.Actor(), bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        var (actor, now) = (context.Actor(), time.GetUtcNow());
        var tell = new TellLongLeave(command, actor, now, leader.Court, act);
        var settled = await acts.SettleAsync(command, () => grains.GetGrain<ILeaderGrain>(leader.Id.Value).TellLongLeaveAsync(tell), context.RequestAborted);
        if (settled.Problem is not null)
            return RecordedActs.Show(settled);
        // W17: whoever is away leads no shift. Told twice it changes nothing, so a repeat completes what was begun.
        var (from, to, known) = OnRosters(leader.Id, act, city.Current.DayOf(now));
        var told = await rosters.TellAsync(
            leader.LinkedCourts.Prepend(leader.Court).SelectMany(court => RosterId.Between(court, from, to)), _ => new RosterCommand(command, actor, now, null, known), context.RequestAborted);
        return told.Problem ?? RecordedActs.Show(settled);
    }

    /// <summary>From this month on, a year ahead where nobody knows when he is back.</summary>
    private static (DateOnly From, DateOnly To, RosterAct Act) OnRosters(LeaderId leader, LongLeaveAct act, DateOnly today)
    {
        var (begins, ends) = act switch
        {
            LongLeaveAct.Begin leave => (leave.From, leave.Until),
            LongLeaveAct.End back => (back.On, (DateOnly?)null),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.GetType().Name, "No rule for this act."),
        };
        var from = begins > today ? begins : today;
        DateOnly[] bounds = [from.AddYears(1), RosterId.Last, ends ?? RosterId.Last];
        var to = bounds.Min();
        return (from, to, act is LongLeaveAct.Begin ? new RosterAct.TakeLeave(leader, from, to) : new RosterAct.EndLeave(leader, from, to));
    }
}
