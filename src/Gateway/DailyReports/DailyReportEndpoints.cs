using System.Text.Json.Serialization.Metadata;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary><c>/api/daily-reports</c>: the daily report, the nil return and the supervisor's board (J11).</summary>
internal static class DailyReportEndpoints
{
    private const int LongestRemarks = 2_000;

    public static void MapDailyReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/api/daily-reports").WithTags("日报告");
        reports.MapPost("/{unit}/{date}", SubmitAsync).RequireAuthorization(Policies.ReportDaily)
            .Accepts<DailyReportBody>("application/json").Produces<UnitReportView>(StatusCodes.Status201Created)
            .WithSummary("报送日报告或零报告；未填的数字取自登记簿").Tells(ToldHeader.ETag);
        reports.MapPost("/{unit}/{date}/corrections", CorrectAsync).RequireAuthorization(Policies.ReportDaily)
            .Accepts<CorrectionBody>("application/json").Produces<UnitReportView>().WithSummary("更正日报告，须写明理由；原报告保留").Tells(ToldHeader.ETag);
        reports.MapGet("/{unit}/{date}", ShowAsync).RequireAuthorization(Policies.ReadDaily)
            .Produces<UnitReportView>().WithSummary("一个单位一天的报告，以及由登记簿预填的数字").Tells(ToldHeader.ETag);
        reports.MapGet("/{date}", BoardAsync).RequireAuthorization(Policies.SuperviseDaily)
            .Produces<DayBoardView>().WithSummary("各单位当日报告：已报、零报告、未报、迟报、与登记不符");
    }

    private static Task<IResult> SubmitAsync(HttpContext context, string unit, string date, [AsParameters] DayServices services) => TellAsync(
        context, unit, date, services, WireJson.Bodies.DailyReportBody, StatusCodes.Status201Created,
        (told, registered, position) => new CourtDayAct.Submit(told.Over(registered), told.IsNil, told.Remarks ?? "", registered, position));

    private static Task<IResult> CorrectAsync(HttpContext context, string unit, string date, [AsParameters] DayServices services) => TellAsync(
        context, unit, date, services, WireJson.Bodies.CorrectionBody, StatusCodes.Status200OK,
        (told, registered, position) => new CourtDayAct.Correct(
            told.Over(registered), told.IsNil, told.Remarks, told.Reason?.Trim() ?? "", registered, position));

    /// <summary>Reads what an office tells of its unit's day, and brings it there.</summary>
    private static async Task<IResult> TellAsync<TBody>(
        HttpContext context, string unit, string date, DayServices services, JsonTypeInfo<TBody> shape, int status, Func<TBody, DayFigures, long, CourtDayAct> act)
        where TBody : ToldBody
    {
        if (Day(unit, date, services.City.Current, out var problem) is not { } day)
            return problem!;
        var body = await JsonBody.ReadAsync(context, shape);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        PlainText.CheckName(errors, "remarks", body.Value.Remarks, LongestRemarks);
        PlainText.CheckName(errors, "reason", (body.Value as CorrectionBody)?.Reason, LongestRemarks);
        return errors.ToProblem() is { } wrong
            ? wrong
            : await DoAsync(context, day, services, body.Bytes, status, (registered, position) => act(body.Value, registered, position));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string unit, string date, DailyReportDesk desk, IFigureDesk ledger, ICityDirectory city, ReportingTerms terms, TimeProvider time)
    {
        if (Day(unit, date, city.Current, out var problem) is not { } day)
            return problem!;
        var actor = context.Actor();
        if (actor.Role == Role.Office && actor.Court != day.Unit.Court)
            return Problems.Forbidden("只能查看本单位的日报告。");
        var register = await RegisterAsync(day, ledger, context.RequestAborted);
        var view = View(await desk.ViewAsync(day), register, city.Current, terms, time.GetUtcNow());
        return new Answer<UnitReportView>(view, WireJson.Answers.UnitReportView, tag: VersionTag.Of(view.Revision));
    }

    private static async Task<IResult> BoardAsync(
        HttpContext context, string date, IFigureDesk ledger, ICityDirectory city, ReportingTerms terms, TimeProvider time)
    {
        if (!RosterReading.TryDay(date, out var day))
            return RosterReading.UnreadableDay;
        var board = new DayBoard(city.Current, terms, time.GetUtcNow());
        return new Answer<DayBoardView>(
            await ledger.ReadAsync(figures => board.ComposeAsync(figures, day), context.RequestAborted), WireJson.Answers.DayBoardView);
    }

    private static async Task<IResult> DoAsync(
        HttpContext context, CourtDayId day, DayServices services, ReadOnlyMemory<byte> body, int status, Func<DayFigures, long, CourtDayAct> act)
    {
        var actor = context.Actor();
        if (actor.Court != day.Unit.Court)
            return Problems.Forbidden("只能报送本单位的日报告。");
        if (services.Ids.Read(context.Request, actor, body.Span) is not { } id)
            return CommandIds.UnusableKey;
        var now = services.Time.GetUtcNow();
        var register = await RegisterAsync(day, services.Ledger, context.RequestAborted);
        var command = new CourtDayCommand(id, actor, now, act(register.Figures, register.Position), register);
        var (answer, problem) = await services.Desk.DoAsync(day, command, context.RequestAborted);
        if (answer is null)
            return problem!;
        var view = View(answer, answer.Register ?? register, services.City.Current, services.Terms, now);
        return new Answer<UnitReportView>(view, WireJson.Answers.UnitReportView, status, VersionTag.Of(view.Revision));
    }

    private static Task<RegisterStanding> RegisterAsync(CourtDayId day, IFigureDesk ledger, CancellationToken cancellationToken) => ledger.ReadAsync(
        async figures =>
        {
            var registered = (await figures.UnitsAsync(day.Date)).FirstOrDefault(u => u.Unit == day.Unit.Value)?.Figures ?? DayFigures.Nil;
            var missing = (await figures.MissingAlertsAsync(day.Date, day.Date)).Count(a => a.Unit == day.Unit);
            var contact = (await figures.ContactsAsync()).FirstOrDefault(c => c.Unit == day.Unit);
            var point = await figures.PointAsync();
            return new RegisterStanding(registered, missing, contact?.Named, point.Position, point.At);
        },
        cancellationToken);

    private static UnitReportView View(CourtDayView day, RegisterStanding register, CitySnapshot city, ReportingTerms terms, DateTimeOffset now)
    {
        var unit = ReportingUnits.Find(city, day.Day.Unit)!;
        var report = day.Report is { } r
            ? new DailyReportLine(unit.Unit, day.Day.Date, r.Corrections.Length, r.Nil, r.Figures, r.Registered, r.Position, r.Remarks, r.Signer, r.SubmittedAt, r.Late)
            : null;
        var told = new DayBoard(city, terms, now).UnitDay(unit, day.Day.Date, register.Figures, report, register.MissingAlerts, register.Contact);
        return new UnitReportView(
            unit.Unit.Value,
            unit.Name,
            day.Day.Date,
            day.Revision,
            new AsOfView(register.Position, register.At),
            told,
            day.Report?.Submitted,
            [.. day.Report is null ? [] : day.Report.Corrections.Select(c => new CorrectionView(c.Figures, c.Nil, c.Reason, c.Signer, c.At))],
            [.. day.Alerts.Select(AlertViews.Of)],
            [.. Warnings(told)]);
    }

    private static IEnumerable<DayWarningView> Warnings(UnitDayView day)
    {
        if (day.Submitted && day.Nil && day.Differs)
            yield return new DayWarningView("nil-on-busy-day", "登记簿当日有接访，零报告与登记不符，请核对并更正。");
        else if (day.Submitted && day.Differs)
            yield return new DayWarningView("differs", "报告与登记簿不符，请核对并更正。");
        if (day.Submitted && day.Late)
            yield return new DayWarningView("late", "报送时间已过截止时间，记为迟报。");
        if (day.MissingAlerts > 0)
            yield return new DayWarningView("missing-alerts", $"有 {day.MissingAlerts} 件应随时报告的接访没有预警，请立即补报。");
        if (day.Contact.Provisional)
            yield return new DayWarningView("no-contact", "尚未指定昼夜联系人，暂由单位负责人担任；请登记姓名和电话。");
    }

    /// <summary>The unit's day of the address; null with a problem.</summary>
    private static CourtDayId? Day(string unit, string date, CitySnapshot city, out Problem? problem)
    {
        problem = null;
        var found = ReportingUnits.Of(city).FirstOrDefault(u => u.Unit.Value == unit);
        if (found is null)
            problem = UnknownUnit;
        else if (RosterReading.TryDay(date, out var day))
            return new CourtDayId(found.Unit, day);
        else
            problem = RosterReading.UnreadableDay;
        return null;
    }

    public static Problem UnknownUnit { get; } = Problems.NotFound("没有这个报送单位；基层法院写法院编号，中院庭室写“zy:民一庭”。");
}
