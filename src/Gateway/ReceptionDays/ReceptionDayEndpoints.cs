using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.ReceptionDays;

/// <summary><c>/api/reception-days</c>: leader reception days, announced by the petition offices (S7). Appointments are in <see cref="AppointmentEndpoints"/>.</summary>
internal static class ReceptionDayEndpoints
{
    private const int LongestName = 100;
    private const int LongestReason = 200;

    public static void MapReceptionDays(this IEndpointRouteBuilder routes)
    {
        var days = routes.MapGroup("/api/reception-days/{court}").WithTags("领导接待日");
        days.MapGet("", ListAsync).RequireAuthorization(Policies.ReadRosters).Produces<ReceptionDayListView>()
            .WithSummary("领导接待日及预约情况；about 填部门时标明分管领导")
            .Asks(Ask.Span()).Asks(new AskedField("about", "部门名称，例如 民一庭。"));
        days.MapPost("/{date}", AnnounceAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<AnnounceBody>("application/json").Produces<ReceptionDayStanding>().WithSummary("公告领导接待日：排入值班表并开放预约；再次公告为更正");
        days.MapPost("/{date}/close", (Delegate)CloseAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<ReasonBody>("application/json").Produces<ReceptionDayStanding>().WithSummary("停止预约，已预约的不变");
        days.MapPost("/{date}/withdraw", (Delegate)WithdrawAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<ReasonBody>("application/json").Produces<ReceptionDayStanding>().WithSummary("取消接待日及其预约，值班表上的班次随之取消");
    }

    private static async Task<IResult> ListAsync(HttpContext context, string court, ReceptionDayDesk desk, ICityDirectory city, TimeProvider time)
    {
        var now = city.Current;
        if (!RosterReading.TryCourt(court, now, out var id))
            return RosterReading.UnknownCourt;
        if (RosterReading.Span(context.Request.Query, now.DayOf(time.GetUtcNow()), out var problem) is not { } span)
            return problem!;
        var about = context.Request.Query["about"].ToString() is { Length: > 0 } division ? division : null;
        var days = await desk.ToldAsync(id, span.From, span.To, context.RequestAborted);
        return new Answer<ReceptionDayListView>(
            new ReceptionDayListView([.. days.Select(d => ReceptionDayView.Of(d, now, about))]), WireJson.Answers.ReceptionDayListView);
    }

    /// <summary>The roster first, then the announcement: each is complete by itself and told twice changes nothing, so a repeat completes what was begun.</summary>
    private static async Task<IResult> AnnounceAsync(
        HttpContext context, string court, string date, RosterDesk rosters, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var (asked, problem) = await DayRequest<AnnounceBody>.ReadAsync(context, court, date, city.Current, ids, WireJson.Bodies.AnnounceBody, Problem);
        if (asked is not var (id, day, body, command))
            return problem!;
        var (actor, now) = (context.Actor(), time.GetUtcNow());
        var leader = new LeaderId(body.Leader!);
        var (from, to) = ShiftHours.Of(body.Shift!.Value);
        var hold = new RosterAct.HoldReceptionDay(day, leader, from, to, string.IsNullOrWhiteSpace(body.Topic) ? null : body.Topic.Trim());
        var arrange = new RosterCommand(command with { Key = $"{command.Key} roster" }, actor, now, null, hold);
        var (answer, refused) = await rosters.DoAsync(RosterId.Of(id, day), arrange, context.RequestAborted);
        if (answer is null)
            return refused!;
        var rostered = await desk.RosteredAsync(id, day, context.RequestAborted);
        var announce = new ReceptionDayAct.Announce(day, leader, rostered, body.Place!.Trim(), body.Capacity!.Value);
        return await acts.DoAsync(
            command, () => desk.Of(id, day).DoAsync(new ReceptionDaysCommand(command, actor, now, announce)), context.RequestAborted);
    }

    private static async Task<IResult> CloseAsync(
        HttpContext context, string court, string date, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var (asked, problem) = await DayRequest<ReasonBody>.ReadAsync(context, court, date, city.Current, ids, WireJson.Bodies.ReasonBody, Problem);
        if (asked is not var (id, day, body, command))
            return problem!;
        var close = new ReceptionDaysCommand(command, context.Actor(), time.GetUtcNow(), new ReceptionDayAct.Close(day, body.Reason!.Trim()));
        return await acts.DoAsync(command, () => desk.Of(id, day).DoAsync(close), context.RequestAborted);
    }

    /// <summary>The announcement first, which knows whether the day has begun, then its shift; as with <see cref="AnnounceAsync"/> a repeat completes what was begun.</summary>
    private static async Task<IResult> WithdrawAsync(
        HttpContext context, string court, string date, RosterDesk rosters, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var (asked, problem) = await DayRequest<ReasonBody>.ReadAsync(context, court, date, city.Current, ids, WireJson.Bodies.ReasonBody, Problem);
        if (asked is not var (id, day, body, command))
            return problem!;
        var (actor, now, reason) = (context.Actor(), time.GetUtcNow(), body.Reason!.Trim());
        var withdraw = new ReceptionDaysCommand(command, actor, now, new ReceptionDayAct.Withdraw(day, reason));
        var settled = await acts.SettleAsync(command, () => desk.Of(id, day).DoAsync(withdraw), context.RequestAborted);
        if (settled.Problem is null && await desk.FindAsync(id, day) is { Status: ReceptionDayStatus.Withdrawn } calledOff)
        {
            var clear = new RosterAct.CallOffReceptionDay(day, calledOff.Leader, reason);
            var told = new RosterCommand(command with { Key = $"{command.Key} roster" }, actor, now, null, clear);
            if ((await rosters.DoAsync(RosterId.Of(id, day), told, context.RequestAborted)).Problem is { } refused)
                return refused;
        }
        return RecordedActs.Show(settled);
    }

    internal static Problem? Problem(ReasonBody body)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(body.Reason))
            errors.Missing("reason");
        PlainText.CheckName(errors, "reason", body.Reason, LongestReason);
        return errors.ToProblem();
    }

    private static Problem? Problem(AnnounceBody body)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrEmpty(body.Leader))
            errors.Missing("leader");
        if (body.Shift is null)
            errors.Missing("shift");
        else if (!body.Shift.Value.IsHalfDay())
            errors.Invalid("shift", "领导接待日为上午（morning）或下午（afternoon）。", "S7");
        if (string.IsNullOrWhiteSpace(body.Place))
            errors.Missing("place");
        if (body.Capacity is null)
            errors.Missing("capacity");
        PlainText.CheckName(errors, "place", body.Place, LongestName);
        PlainText.CheckName(errors, "topic", body.Topic, LongestName);
        return errors.ToProblem();
    }
}
