using System.Text.RegularExpressions;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Streams;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary><c>/api/alerts</c>: what is told at once, and who has seen it (J11).</summary>
internal static partial class AlertEndpoints
{
    private const int LongestWords = 500;
    private const int LongestPlace = 100;
    private const int MostPeople = 100_000;

    /// <summary>What is told at once (J11) cannot be older.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(31);

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/api/alerts").WithTags("预警");
        alerts.MapPost("/", RaiseAsync).RequireAuthorization(Policies.RaiseAlerts)
            .Accepts<AlertBody>("application/json").Produces<AlertView>(StatusCodes.Status201Created).WithSummary("随时报告：进京访、集体访、督导组处滋事等");
        alerts.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadDaily).Produces<AlertListView>()
            .WithSummary("预警清单；open=true 只列未签收的，from、to 为日期")
            .Asks(Ask.From, Ask.To, Ask.Flag("open", "true 只列未签收的。"), Ask.Limit, Ask.After);
        alerts.MapGet("/events", (HttpContext context, EventStreams streams) => streams.OpenAsync(context, DayNews.Of))
            .RequireAuthorization(Policies.SuperviseDaily).Produces(200, contentType: "text/event-stream")
            .WithSummary("预警和日报告实时消息（SSE）：预警 alert、签收 acknowledged、报送 reported、更正 corrected；编号为日志位置，以 Last-Event-ID 续传");
        alerts.MapPost("/{alertId}/acknowledge", AcknowledgeAsync).RequireAuthorization(Policies.SuperviseDaily)
            .Produces<AlertView>().WithSummary("中院信访局签收预警");
    }

    private static async Task<IResult> RaiseAsync(
        HttpContext context, DailyReportDesk desk, CaseDoor door, ILedger ledger, ICityDirectory city, CommandIds ids, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.AlertBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var unit = Unit(body.Value.Unit, actor, city.Current, errors);
        var now = time.GetUtcNow();
        Check(body.Value, now, errors);
        var matter = Reading(body.Value.CaseId, "caseId", CaseId.Parse, errors);
        var reception = Reading(body.Value.ReceptionId, "receptionId", ReceptionId.Parse, errors);
        if (!errors.Any && matter is { } named && await door.KnockAsync(actor, named.Value, context.RequestAborted) is null)
            errors.Invalid("caseId", "没有这个信访事项，请核对编号。");
        if (!errors.Any && reception is { } told && await ledger.CourtOfReceptionAsync(told, context.RequestAborted) != actor.Court)
            errors.Invalid("receptionId", "本院没有这次接访，请核对编号。", "J11");
        if (errors.ToProblem() is { } problem)
            return problem;
        if (unit!.Value.Court != actor.Court)
            return Problems.Forbidden("预警由发生地所在单位报告。");
        if (ids.Read(context.Request, actor, body.Bytes.Span) is not { } id)
            return CommandIds.UnusableKey;
        var act = new CourtDayAct.Raise(
            new AlertId(id.Derive("alert")), body.Value.Kind!.Value, matter, reception, body.Value.Place?.Trim(), body.Value.Headcount ?? 1,
            body.Value.Words!.Trim(), body.Value.OccurredAt?.ToUniversalTime() ?? now);
        var (answer, refused) = await desk.DoAsync(
            new CourtDayId(unit.Value, city.Current.DayOf(now)), new CourtDayCommand(id, actor, now, act), context.RequestAborted);
        return answer is null ? refused! : new Answer<AlertView>(AlertViews.Of(answer.Alert!), WireJson.Answers.AlertView, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger)
    {
        var errors = new FieldErrors();
        var query = context.Request.Query;
        var from = Day(query, "from", DateOnly.MinValue, errors);
        var to = Day(query, "to", DateOnly.MaxValue, errors);
        if (to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        var (limit, after) = Paging.Read(query, errors);
        if (query.TryGetValue("open", out var open) && open != "true" && open != "false")
            errors.Malformed("open", "应为 true 或 false。");
        if (errors.ToProblem() is { } problem)
            return problem;
        var actor = context.Actor();
        CourtId? court = actor.Role == Role.Supervisor ? null : actor.Court;
        var (alerts, waiting) = await ledger.ReadAsync(
            async figures => (
                await figures.AlertsAsync(from, to, open == "true", court, after ?? long.MaxValue, limit + 1),
                await figures.OpenAlertsAsync(court)),
            context.RequestAborted);
        var (page, next) = Paging.Cut(alerts, limit, a => a.Raised);
        return new Answer<AlertListView>(
            new AlertListView([.. page.Select(AlertViews.Of)], waiting, next),
            WireJson.Answers.AlertListView);
    }

    private static async Task<IResult> AcknowledgeAsync(
        HttpContext context, string alertId, DailyReportDesk desk, IFigureDesk ledger, CommandIds ids, TimeProvider time)
    {
        var errors = new FieldErrors();
        var alert = Reading(alertId, "alertId", AlertId.Parse, errors);
        if (alert is null || await ledger.ReadAsync(figures => figures.FindAlertAsync(alert.Value), context.RequestAborted) is not { } known)
            return Problems.NotFound("没有这条预警，请核对编号。");
        if (ids.Read(context.Request, context.Actor(), []) is not { } id)
            return CommandIds.UnusableKey;
        var (answer, refused) = await desk.DoAsync(
            new CourtDayId(known.Unit, known.Day),
            new CourtDayCommand(id, context.Actor(), time.GetUtcNow(), new CourtDayAct.Acknowledge(known.Alert)),
            context.RequestAborted);
        return answer is null ? refused! : new Answer<AlertView>(AlertViews.Of(answer.Alert!), WireJson.Answers.AlertView);
    }

    private static UnitId? Unit(string? text, Actor actor, CitySnapshot city, FieldErrors errors)
    {
        var units = ReportingUnits.Of(city);
        var named = text ?? actor.Court.Value;
        if (units.FirstOrDefault(u => u.Unit.Value == named) is { } unit)
            return unit.Unit;
        if (text is null)
            errors.Malformed("unit", "中院请写明庭室，例如“zy:民一庭”。");
        else
            errors.Invalid("unit", "没有这个报送单位；基层法院写法院编号，中院庭室写“zy:民一庭”。", "J11");
        return null;
    }

    private static void Check(AlertBody body, DateTimeOffset now, FieldErrors errors)
    {
        if (body.Kind is null)
            errors.Missing("kind");
        if (string.IsNullOrWhiteSpace(body.Words))
            errors.Missing("words");
        PlainText.CheckName(errors, "words", body.Words, LongestWords);
        PlainText.CheckName(errors, "place", body.Place, LongestPlace);
        if (body.OccurredAt < now - Oldest)
            errors.Invalid("occurredAt", "随时报告的情况不能早于一个月前，请核对。", "J11");
        if (body.Headcount is < 1 or > MostPeople)
            errors.Invalid("headcount", $"应为 1 至 {MostPeople}。");
        else if (body is { Kind: AlertKind.CollectiveVisit, Headcount: < Collective.Headcount })
            errors.Invalid("headcount", $"集体访为 {Collective.Headcount} 人以上，请核对人数或者种类。", "J11");
        foreach (var (field, text) in new[] { ("words", body.Words), ("place", body.Place) })
        {
            if (text is not null && PersonalNumber().IsMatch(text))
                errors.Invalid(field, "预警不得写入证件号码或电话号码；请只写事项编号和经过。", "J11");
        }
    }

    private static T? Reading<T>(string? text, string field, Func<string, T> parse, FieldErrors errors)
        where T : struct
    {
        if (text is null)
            return null;
        try
        {
            return parse(text);
        }
        catch (FormatException)
        {
            errors.Malformed(field, "编号格式有误，请核对。");
            return null;
        }
    }

    private static DateOnly Day(IQueryCollection query, string name, DateOnly otherwise, FieldErrors errors)
    {
        if (!query.TryGetValue(name, out var text))
            return otherwise;
        if (Rosters.RosterReading.TryDay(text, out var day))
            return day;
        errors.Malformed(name, "请填写日期，例如 2026-11-21。");
        return otherwise;
    }

    /// <summary>Eleven digits or more in a row: a telephone or a document.</summary>
    [GeneratedRegex(@"\d{11}")]
    private static partial Regex PersonalNumber();
}
