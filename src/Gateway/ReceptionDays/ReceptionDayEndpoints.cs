using System.Text.Json.Serialization.Metadata;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;
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
            .WithSummary("领导接待日及预约情况；about 填部门时标明分管领导");
        days.MapPost("/{date}", AnnounceAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<AnnounceBody>("application/json").Produces<ReceptionDayStanding>().WithSummary("公告领导接待日：排入值班表并开放预约；再次公告为更正");
        days.MapPost("/{date}/close", (Delegate)CloseAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<ReasonBody>("application/json").Produces<ReceptionDayStanding>().WithSummary("停止预约，已预约的不变");
        days.MapPost("/{date}/withdraw", (Delegate)WithdrawAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<ReasonBody>("application/json").Produces<ReceptionDayStanding>().WithSummary("取消接待日及其预约");
    }

    private static async Task<IResult> ListAsync(HttpContext context, string court, ReceptionDayDesk desk, ICityDirectory city, TimeProvider time)
    {
        var now = city.Current;
        if (!RosterReading.TryCourt(court, now, out var id))
            return RosterReading.UnknownCourt;
        if (RosterReading.Span(context.Request.Query, now.DayOf(time.GetUtcNow()), out var problem) is not { } span)
            return problem!;
        var about = context.Request.Query["about"].ToString() is { Length: > 0 } division ? division : null;
        var days = await desk.DaysAsync(id, span.From, span.To);
        return new Answer<ReceptionDayListView>(
            new ReceptionDayListView([.. days.Select(d => ReceptionDayView.Of(d, now, about))]), WireJson.Answers.ReceptionDayListView);
    }

    /// <summary>The roster first, then the announcement: each is complete by itself and told twice changes nothing, so a repeat completes what was begun.</summary>
    private static async Task<IResult> AnnounceAsync(
        HttpContext context, string court, string date, RosterDesk rosters, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var (asked, problem) = await ReadAsync(context, court, date, city, ids, WireJson.Bodies.AnnounceBody, Problem);
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

    private static Task<IResult> CloseAsync(
        HttpContext context, string court, string date, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        ActAsync(context, court, date, desk, city, ids, acts, time, (day, reason) => new ReceptionDayAct.Close(day, reason));

    private static Task<IResult> WithdrawAsync(
        HttpContext context, string court, string date, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time) =>
        ActAsync(context, court, date, desk, city, ids, acts, time, (day, reason) => new ReceptionDayAct.Withdraw(day, reason));

    private static async Task<IResult> ActAsync(
        HttpContext context, string court, string date, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time,
        Func<DateOnly, string, ReceptionDayAct> act)
    {
        var (asked, problem) = await ReadAsync(context, court, date, city, ids, WireJson.Bodies.ReasonBody, Problem);
        if (asked is not var (id, day, body, command))
            return problem!;
        var told = new ReceptionDaysCommand(command, context.Actor(), time.GetUtcNow(), act(day, body.Reason!.Trim()));
        return await acts.DoAsync(command, () => desk.Of(id, day).DoAsync(told), context.RequestAborted);
    }

    /// <summary>What both kinds of request say: which court, which day, a body in order, and its key.</summary>
    private static async Task<(Asked<TBody>? Asked, IResult? Problem)> ReadAsync<TBody>(
        HttpContext context, string court, string date, ICityDirectory city, CommandIds ids, JsonTypeInfo<TBody> shape, Func<TBody, Problem?> check)
        where TBody : class
    {
        if (!RosterReading.TryCourt(court, city.Current, out var id))
            return (null, RosterReading.UnknownCourt);
        if (!RosterReading.TryDay(date, out var day))
            return (null, Problems.Malformed("date", "请填写日期，例如 2026-11-21。"));
        var body = await JsonBody.ReadAsync(context, shape);
        if (body.Problem is not null)
            return (null, body.Problem);
        if (check(body.Value) is { } problem)
            return (null, problem);
        return ids.Read(context.Request, context.Actor(), body.Bytes.Span) is { } command
            ? (new Asked<TBody>(id, day, body.Value, command), null)
            : (null, CommandIds.UnusableKey);
    }

    private sealed record Asked<TBody>(CourtId Court, DateOnly Day, TBody Body, CommandId Command);

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
