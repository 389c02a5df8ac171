using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.OnSiteChecks;

/// <summary><c>/api/on-site-checks</c>: a ledger is held against the papers where they lie, and what is found is put right (Y5).</summary>
internal static class OnSiteCheckEndpoints
{
    private static readonly Problem s_unknown = Problems.NotFound("没有这次现场检查，请核对编号。");

    public static void MapOnSiteChecks(this IEndpointRouteBuilder routes)
    {
        var checks = routes.MapGroup("/api/on-site-checks").WithTags("现场检查");
        checks.MapPost("/", RecordAsync).RequireAuthorization(Policies.CheckOnSite)
            .Accepts<OnSiteCheckBody>("application/json").Produces<OnSiteCheckAnswer>(StatusCodes.Status201Created).WithSummary("登记现场检查；台账当时的条数由系统计取");
        checks.MapGet("/{checkId}", ShowAsync).RequireAuthorization(Policies.CheckOnSite).Produces<OnSiteCheckView>().WithSummary("一次现场检查及其整改、复核");
        checks.MapStep<RectifyBody>("rectify", "登记整改情况", WireJson.Bodies.RectifyBody, (reading, body) => reading.Read(body));
        checks.MapStep<VerifyBody>("verify", "复核：合格，或者退回整改", WireJson.Bodies.VerifyBody, (reading, body) => reading.Read(body));
    }

    private static void MapStep<TBody>(
        this RouteGroupBuilder checks, string step, string summary, JsonTypeInfo<TBody> shape, Func<OnSiteCheckReading, TBody, (OnSiteCheckStep?, Problem?)> read)
        where TBody : class =>
        checks.MapPost($"/{{checkId}}/{step}", async (
                HttpContext context, string checkId, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time) =>
            {
                var body = await ids.ReadAsync(context, shape);
                if (body.Problem is not null)
                    return body.Problem;
                var (asked, problem) = read(new OnSiteCheckReading(city.Current, context.Actor(), body.Id, time.GetUtcNow()), body.Value);
                if (asked is null)
                    return problem!;
                return Guid.TryParseExact(checkId, "D", out var guid)
                    ? await acts.DoAsync(body.Id, () => grains.GetGrain<IOnSiteCheckGrain>(new OnSiteCheckId(guid).Value).StepAsync(asked), context.RequestAborted)
                    : s_unknown;
            })
            .RequireAuthorization(Policies.CheckOnSite).Accepts<TBody>("application/json").Produces<OnSiteCheckAnswer>().WithSummary(summary);

    private static async Task<IResult> RecordAsync(
        HttpContext context, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, IFigureDesk ledger, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.OnSiteCheckBody);
        if (body.Problem is not null)
            return body.Problem;
        var now = time.GetUtcNow();
        var (read, problem) = new OnSiteCheckReading(city.Current, context.Actor(), body.Id, now).Read(body.Value);
        if (read is null)
            return problem!;
        var asked = read.To < read.From ? read : read with { Shown = await ledger.ReadAsync(figures => ShownAsync(figures, read), context.RequestAborted) };
        return await acts.DoAsync(body.Id, () => grains.GetGrain<IOnSiteCheckGrain>(asked.Check.Value).RecordAsync(asked), context.RequestAborted);
    }

    /// <summary>What the ledger itself says, at this moment: nobody types it in.</summary>
    private static async Task<long> ShownAsync(IFigures figures, RecordOnSiteCheck asked)
    {
        var (from, to, court) = (asked.From, asked.To, asked.Court);
        return asked.Register switch
        {
            CheckedRegister.FirstRequests => (await figures.CountFirstRequestsAsync(from, to, court, asked.Today)).Sum(r => r.Requests),
            CheckedRegister.Routings => (await figures.CountRoutingsAsync(from, to, court, asked.Today)).Sum(r => r.Registered),
            CheckedRegister.Complaints => (await figures.CountComplaintsAsync(from, to, court, asked.Today)).Sum(r => r.Received),
            CheckedRegister.Receptions => (await figures.ReceptionsAsync(from, to, CountsBy.Court, court)).Rows.Sum(r => r.Receptions),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Register, "No such register."),
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string checkId, IJournal journal, ICityDirectory city, TimeProvider time)
    {
        var actor = context.Actor();
        if (!Guid.TryParseExact(checkId, "D", out var guid))
            return s_unknown;
        ImmutableArray<OnSiteCheckEvent> history =
            [.. (await journal.ReadAsync(StreamId.Of(new OnSiteCheckId(guid)), 0, context.RequestAborted)).Select(e => Codecs.OnSiteCheck.Decode(e.Kind, e.Payload.AsSpan()))];
        var state = history.Aggregate(OnSiteCheckState.Unknown, OnSiteCheckState.Evolve);
        if (state.Recorded is not { } recorded || !OnSiteCheckDecider.MayKnow(actor, recorded))
            return s_unknown;
        var today = city.Current.DayOf(time.GetUtcNow());
        return new Answer<OnSiteCheckView>(
            new OnSiteCheckView(
                recorded.Check, state.Status, recorded.Court.Value, recorded.Inspecting.Value, recorded.Division, recorded.Day, recorded.Inspectors, recorded.Register, recorded.From,
                recorded.To, recorded.Shown, recorded.Sampled, recorded.Agreeing, recorded.Findings, recorded.Opinion, state.DueOn,
                state.Status == OnSiteCheckStatus.Open && state.DueOn < today, [.. history.Select(Step)]),
            WireJson.Answers.OnSiteCheckView);
    }

    private static OnSiteCheckStepView Step(OnSiteCheckEvent @event) => @event switch
    {
        OnSiteCheckEvent.Recorded e => new(e.At, e.By, "检查", string.Create(CultureInfo.InvariantCulture, $"抽查 {e.Sampled} 条，相符 {e.Agreeing} 条，发现问题 {e.Findings.Length} 个")),
        OnSiteCheckEvent.Rectified e => new(e.At, e.By, "整改", e.Late ? $"{e.Measures}（逾期）" : e.Measures),
        OnSiteCheckEvent.SentBack e => new(e.At, e.By, "退回整改", string.Create(CultureInfo.InvariantCulture, $"{e.Reason}；整改期限 {e.DueOn:yyyy-MM-dd} 24时")),
        OnSiteCheckEvent.Passed e => new(e.At, e.By, "复核合格", ""),
        _ => throw new InvalidOperationException($"No words for {@event.GetType().Name}."),
    };
}
