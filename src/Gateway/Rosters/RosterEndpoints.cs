using System.Collections.Immutable;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Rosters;

/// <summary><c>/api/rosters</c>: who is on duty, made by the petition offices (W16, W17). Swaps are in <see cref="SwapEndpoints"/>.</summary>
internal static class RosterEndpoints
{
    public static void MapRosters(this IEndpointRouteBuilder routes)
    {
        var rosters = routes.MapGroup("/api/rosters").WithTags("值班");
        rosters.MapGet("/{court}", ShowAsync).RequireAuthorization(Policies.ReadRosters).Produces<RosterRangeView>().WithSummary("值班表")
            .Asks(Ask.Span()).Tells(ToldHeader.ETag);
        rosters.MapPut("/{court}/{date}", ArrangeAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<DayBody>("application/json").Produces<RosterResultView>().WithSummary("编排一天的班次；未列出的班次为空缺")
            .Asks(Ask.IfMatch).Tells(ToldHeader.ETag);
        rosters.MapPost("/drafts", DraftAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<DraftBody>("application/json").Produces<RosterResultsView>().WithSummary("自动排班：整月，一个或全部法院");
        rosters.MapPost("/{court}/publish", PublishAsync).RequireAuthorization(Policies.KeepRosters)
            .Accepts<PublishBody>("application/json").Produces<RosterResultView>().WithSummary("公布值班表")
            .Asks(Ask.IfMatch).Tells(ToldHeader.ETag);
        rosters.MapPost("/{court}/leaves", (Delegate)TakeLeaveAsync).RequireAuthorization(Policies.TellLeave)
            .Accepts<LeaveBody>("application/json").Produces<RosterResultsView>().WithSummary("登记领导请假；其未开始的班次转为空缺");
        rosters.MapPost("/{court}/leaves/end", (Delegate)EndLeaveAsync).RequireAuthorization(Policies.TellLeave)
            .Accepts<LeaveBody>("application/json").Produces<RosterResultsView>().WithSummary("销假");
        rosters.MapPost("/sensitive-periods", (Delegate)DeclareAsync).RequireAuthorization(Policies.SetSensitivePeriods)
            .Accepts<SensitivePeriodBody>("application/json").Produces<RosterResultsView>().WithSummary("确定敏感时期；中院领导到联系的基层法院带班");
        rosters.MapPost("/sensitive-periods/withdraw", (Delegate)WithdrawAsync).RequireAuthorization(Policies.SetSensitivePeriods)
            .Accepts<SensitivePeriodBody>("application/json").Produces<RosterResultsView>().WithSummary("撤回敏感时期");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string court, RosterDesk desk, ICityDirectory city, WorkingCalendar calendar, TimeProvider time)
    {
        var now = city.Current;
        if (!RosterReading.TryCourt(court, now, out var id))
            return RosterReading.UnknownCourt;
        if (RosterReading.Span(context.Request.Query, now.DayOf(time.GetUtcNow()), out var problem) is not { } span)
            return problem!;
        var views = await desk.ViewAsync(id, span.From, span.To);
        var showing = new RosterShowing(now, calendar, context.Actor());
        return new Answer<RosterRangeView>(
            showing.Show(id, span.From, span.To, views),
            WireJson.Answers.RosterRangeView,
            tag: views.Length == 1 ? VersionTag.Of(views[0].Revision) : null);
    }

    private static async Task<IResult> ArrangeAsync(
        HttpContext context, string court, string date, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time)
    {
        if (!RosterReading.TryCourt(court, city.Current, out var id))
            return RosterReading.UnknownCourt;
        if (!RosterReading.TryDay(date, out var day))
            return RosterReading.UnreadableDay;
        if (!VersionTag.TryReadIfMatch(context.Request, out var expected))
            return Problems.Malformed("If-Match", "应为读取时返回的 ETag。");
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.DayBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var act = RosterReading.Day(body.Value, day, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        return await DoAsync(context, desk, city, RosterId.Of(id, day), new RosterCommand(command, context.Actor(), time.GetUtcNow(), expected, act!));
    }

    private static async Task<IResult> PublishAsync(
        HttpContext context, string court, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time)
    {
        if (!RosterReading.TryCourt(court, city.Current, out var id))
            return RosterReading.UnknownCourt;
        if (!VersionTag.TryReadIfMatch(context.Request, out var expected))
            return Problems.Malformed("If-Match", "应为读取时返回的 ETag。");
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.PublishBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        if (RosterReading.Month(errors, body.Value.Month) is not { } month)
            return errors.ToProblem()!;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        return await DoAsync(
            context, desk, city, new RosterId(id, month), new RosterCommand(command, context.Actor(), time.GetUtcNow(), expected, new RosterAct.Publish()));
    }

    private static async Task<IResult> DraftAsync(
        HttpContext context, RosterDesk desk, ICityDirectory city, ILedger ledger, CommandIds ids, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.DraftBody);
        if (body.Problem is not null)
            return body.Problem;
        var now = city.Current;
        var errors = new FieldErrors();
        var month = RosterReading.Month(errors, body.Value.Month);
        var courts = Courts(body.Value.Courts, actor, now, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (courts.Any(c => actor.Role == Role.Office && c != actor.Court))
            return Problems.Forbidden("只能为本院排班，其他法院由其信访部门或中院信访局排班。");
        if (ids.Read(context.Request, actor, body.Bytes.Span) is not { } id)
            return CommandIds.UnusableKey;

        var burdens = await BurdensAsync(courts, now, ledger, context.RequestAborted);
        var rosters = courts.Select(c => new RosterId(c, month!.Value)).ToArray();
        var drafted = await desk.TellAsync(
            rosters,
            roster => new RosterCommand(id, actor, time.GetUtcNow(), null, new RosterAct.Draft(burdens[roster.Court])),
            context.RequestAborted);
        if (drafted.Problem is null && body.Value.Publish == true)
        {
            drafted = await desk.TellAsync(
                rosters,
                _ => new RosterCommand(id with { Key = $"{id.Key} publish" }, actor, time.GetUtcNow(), null, new RosterAct.Publish()),
                context.RequestAborted);
        }
        return Results(drafted, now);
    }

    private static Task<IResult> TakeLeaveAsync(HttpContext context, string court, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time) =>
        LeaveAsync(context, court, desk, city, ids, time, (leader, from, to) => new RosterAct.TakeLeave(leader, from, to));

    private static Task<IResult> EndLeaveAsync(HttpContext context, string court, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time) =>
        LeaveAsync(context, court, desk, city, ids, time, (leader, from, to) => new RosterAct.EndLeave(leader, from, to));

    /// <summary>Leave is a fact of each month and of each court where the leader may have to serve.</summary>
    private static async Task<IResult> LeaveAsync(
        HttpContext context, string court, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time,
        Func<LeaderId, DateOnly, DateOnly, RosterAct> act)
    {
        var now = city.Current;
        if (!RosterReading.TryCourt(court, now, out var id))
            return RosterReading.UnknownCourt;
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.LeaveBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        RosterReading.TrySpan(errors, body.Value.From, body.Value.To);
        var leader = body.Value.Leader is { } named ? now.Leader(new LeaderId(named)) : null;
        if (body.Value.Leader is null)
            errors.Missing("leader");
        else if (leader?.Court != id)
            errors.Invalid("leader", "没有这位领导，或其不在该法院任职，请核对领导编号。", "W1");
        if (errors.ToProblem() is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        var (from, to) = (body.Value.From!.Value, body.Value.To!.Value);
        var told = await desk.TellAsync(
            leader!.LinkedCourts.Prepend(leader.Court).SelectMany(c => RosterId.Between(c, from, to)),
            _ => new RosterCommand(command, context.Actor(), time.GetUtcNow(), null, act(leader.Id, from, to)),
            context.RequestAborted);
        return Results(told, now);
    }

    private static Task<IResult> DeclareAsync(HttpContext context, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time) =>
        SensitiveAsync(context, desk, city, ids, time, period => new RosterAct.DeclareSensitive(period), intermediateFirst: true);

    private static Task<IResult> WithdrawAsync(HttpContext context, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time) =>
        SensitiveAsync(context, desk, city, ids, time, period => new RosterAct.WithdrawSensitive(period.Name), intermediateFirst: false);

    /// <summary>W17: in this order a leader may be missed somewhere for a moment, but two courts never count on him.</summary>
    private static async Task<IResult> SensitiveAsync(
        HttpContext context, RosterDesk desk, ICityDirectory city, CommandIds ids, TimeProvider time, Func<SensitivePeriod, RosterAct> act, bool intermediateFirst)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.SensitivePeriodBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        RosterReading.TrySpan(errors, body.Value.From, body.Value.To);
        if (string.IsNullOrWhiteSpace(body.Value.Name))
            errors.Missing("name");
        PlainText.CheckName(errors, "name", body.Value.Name, 50);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        var period = new SensitivePeriod(body.Value.Name!.Trim(), body.Value.From!.Value, body.Value.To!.Value);
        var courts = city.Current.Document.Courts.OrderBy(c => c.Tier == CourtTier.Intermediate != intermediateFirst);
        var told = await desk.TellAsync(
            courts.SelectMany(c => RosterId.Between(c.Id, period.From, period.To)),
            _ => new RosterCommand(command, context.Actor(), time.GetUtcNow(), null, act(period)),
            context.RequestAborted);
        return Results(told, city.Current);
    }

    private static async Task<IResult> DoAsync(HttpContext context, RosterDesk desk, ICityDirectory city, RosterId roster, RosterCommand command)
    {
        var (answer, problem) = await desk.DoAsync(roster, command, context.RequestAborted);
        return answer is null
            ? problem!
            : new Answer<RosterResultView>(RosterResultView.Of(answer, city.Current), WireJson.Answers.RosterResultView, tag: VersionTag.Of(answer.Revision));
    }

    private static IResult Results((ImmutableArray<RosterAnswer> Answers, Problem? Problem) told, CitySnapshot city) => told.Problem is { } problem
        ? problem
        : new Answer<RosterResultsView>(new RosterResultsView([.. told.Answers.Select(a => RosterResultView.Of(a, city))]), WireJson.Answers.RosterResultsView);

    private static ImmutableArray<CourtId> Courts(IReadOnlyList<string>? named, Actor actor, CitySnapshot city, FieldErrors errors)
    {
        if (named is null)
            return actor.Role == Role.Supervisor ? [.. city.Document.Courts.Select(c => c.Id)] : [actor.Court];
        if (named.Count == 0 || named.Any(c => c is null || city.Court(new CourtId(c)) is null))
            errors.Invalid("courts", "没有这个法院，请填写法院编号。");
        return errors.Any ? [] : [.. named.Distinct().Select(c => new CourtId(c))];
    }

    /// <summary>Weight of the draft: open cases that each leader owns now.</summary>
    private static async Task<Dictionary<CourtId, ImmutableArray<OpenCases>>> BurdensAsync(
        ImmutableArray<CourtId> courts, CitySnapshot city, ILedger ledger, CancellationToken cancellationToken)
    {
        var burdens = new Dictionary<CourtId, ImmutableArray<OpenCases>>();
        foreach (var court in courts)
        {
            var owned = ImmutableArray.CreateBuilder<OpenCases>();
            foreach (var leader in city.Document.Leaders.Where(l => l.Active && l.Court == court))
                owned.Add(new OpenCases(leader.Id, (int)(await ledger.CountOwnedAsync(leader.Id, cancellationToken)).Running));
            burdens[court] = owned.DrainToImmutable();
        }
        return burdens;
    }
}
