using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.DailyReports;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Gateway.LawsuitScreenings;

/// <summary><c>/api/lawsuit-screenings</c>: every unit screens its open and closed lawsuits every month (S2). Of lawsuits, never of persons.</summary>
internal static class LawsuitScreeningEndpoints
{
    public static void MapLawsuitScreenings(this IEndpointRouteBuilder routes)
    {
        var screenings = routes.MapGroup("/api/lawsuit-screenings").WithTags("诉讼案件排查");
        screenings.MapStep("/{unit}/{month}", "报送一个月的诉讼案件排查；没有发现风险的也要报送", WireJson.Bodies.LawsuitScreeningBody, (reading, body) => reading.Read(body), StatusCodes.Status201Created);
        screenings.MapStep("/{unit}/{month}/corrections", "更正排查，须写明理由；原报告保留", WireJson.Bodies.ScreeningCorrectionBody, (reading, body) => reading.Read(body));
        screenings.MapStep("/{unit}/{month}/settle", "登记一个案件化解措施的落实情况", WireJson.Bodies.SettleLawsuitBody, (reading, body) => reading.Read(body));
        screenings.MapGet("/{unit}/{month}", ShowAsync).RequireAuthorization(Policies.ReadScreenings).Produces<LawsuitScreeningView>().WithSummary("一个单位一个月的排查及其案件");
    }

    /// <summary>The unit's month of the address; null with a problem.</summary>
    public static LawsuitScreeningId? Read(string unit, string month, CitySnapshot city, out Problem? problem)
    {
        var known = ReportingUnits.Of(city).FirstOrDefault(u => u.Unit.Value == unit);
        var isMonth = TryMonth(month, out var first);
        problem = known is null ? DailyReportEndpoints.UnknownUnit : isMonth ? null : UnreadableMonth;
        return problem is null ? new LawsuitScreeningId(known!.Unit, first) : null;
    }

    public static Problem UnreadableMonth { get; } = Problems.Malformed("month", "请填写月份，例如 2026-11。");

    /// <summary>A month within the years of the calendar.</summary>
    public static bool TryMonth(string? text, out DateOnly month) => LawsuitScreeningId.TryMonth(text, out month) && month.Year is >= 2000 and <= 2200;

    private static void MapStep<TBody>(
        this RouteGroupBuilder screenings, string address, string summary, JsonTypeInfo<TBody> shape,
        Func<LawsuitScreeningReading, TBody, (LawsuitScreeningStep?, Problem?)> read, int status = StatusCodes.Status200OK)
        where TBody : class =>
        screenings.MapPost(address, async (
                HttpContext context, string unit, string month, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time) =>
            {
                if (Read(unit, month, city.Current, out var unknown) is not { } id)
                    return unknown!;
                var body = await ids.ReadAsync(context, shape);
                if (body.Problem is not null)
                    return body.Problem;
                var (asked, problem) = read(new LawsuitScreeningReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()), body.Value);
                return asked is null
                    ? problem!
                    : await acts.DoAsync(body.Id, () => grains.GetGrain<ILawsuitScreeningGrain>(id.Value).StepAsync(asked), context.RequestAborted);
            })
            .RequireAuthorization(Policies.ScreenLawsuits).Accepts<TBody>("application/json").Produces<LawsuitScreeningAnswer>(status).WithSummary(summary);

    private static async Task<IResult> ShowAsync(HttpContext context, string unit, string month, LawsuitScreeningFile file, ICityDirectory city, TimeProvider time)
    {
        var now = city.Current;
        if (Read(unit, month, now, out var problem) is not { } id)
            return problem!;
        var actor = context.Actor();
        if (actor.Role != Role.Supervisor && actor.Court != id.Unit.Court)
            return Problems.Forbidden("只能查看本院的诉讼案件排查。");
        var (state, history) = await file.OpenAsync(id, context.RequestAborted);
        var today = now.DayOf(time.GetUtcNow());
        return new Answer<LawsuitScreeningView>(
            new LawsuitScreeningView(
                id.Unit.Value, ReportingUnits.Find(now, id.Unit)!.Name, month, LawsuitScreeningState.StatusOf(state.Reported?.Late, state.Found.Length, id.DueOn, today), id.DueOn,
                state.OpenLawsuits, state.ClosedLawsuits, [.. state.Found.Select(l => View(l, state, today))], [.. history.Select(Step)]),
            WireJson.Answers.LawsuitScreeningView);
    }

    private static ScreenedLawsuitView View(ScreenedLawsuit lawsuit, LawsuitScreeningState state, DateOnly today)
    {
        var settled = state.Settled.GetValueOrDefault(lawsuit.Number);
        return new ScreenedLawsuitView(
            lawsuit.Number.Value, lawsuit.Stage, lawsuit.Ground, lawsuit.Risk, lawsuit.Measures, lawsuit.Responsible, lawsuit.DueOn, settled is null && lawsuit.DueOn < today, settled?.Day,
            settled?.Outcome);
    }

    private static ScreeningStepView Step(LawsuitScreeningEvent @event) => @event switch
    {
        LawsuitScreeningEvent.Reported e => new(e.At, e.By, "报送", Told(e.OpenLawsuits, e.ClosedLawsuits, e.Found.Length) + (e.Late ? "（迟报）" : "")),
        LawsuitScreeningEvent.Corrected e => new(e.At, e.By, "更正", $"{e.Reason}；{Told(e.OpenLawsuits, e.ClosedLawsuits, e.Found.Length)}"),
        LawsuitScreeningEvent.Settled e => new(e.At, e.By, "落实", $"{e.Number}：{e.Outcome}"),
        _ => throw new InvalidOperationException($"No words for {@event.GetType().Name}."),
    };

    private static string Told(int open, int closed, int found) => string.Create(CultureInfo.InvariantCulture, $"排查在办 {open} 件、已结 {closed} 件，有信访风险 {found} 件");
}
