using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Duties;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Duties;

/// <summary><c>/api/duty-logs</c>: what was received and settled in a shift, counted from the register and written by who led it (W2).</summary>
internal static class DutyLogEndpoints
{
    private const int LongestText = 5_000;

    public static void MapDutyLogs(this IEndpointRouteBuilder routes)
    {
        var logs = routes.MapGroup("/api/duty-logs/{court}/{date}").WithTags("值班");
        logs.MapGet("", ShowAsync).RequireAuthorization(Policies.ReadDutyLogs).Produces<DutyDayView>().WithSummary("一天各班次的值班日志");
        logs.MapPost("/{shift}", WriteAsync).RequireAuthorization(Policies.Register)
            .Accepts<DutyLogBody>("application/json").Produces<DutyLogAnswer>().WithSummary("填写值班日志；再次填写为更正，前文留痕");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string court, string date, IGrainFactory grains, IDutyDirectory duties, ICityDirectory city, ILedger ledger, Vault vault, IAccessLog accesses)
    {
        var actor = context.Actor();
        if (!RosterReading.TryCourt(court, city.Current, out var id))
            return RosterReading.UnknownCourt;
        if (!RosterReading.TryDay(date, out var day))
            return RosterReading.UnreadableDay;
        await duties.KnowAsync(id, day, context.RequestAborted);
        var led = duties.Between(id, day, day);
        if (actor.Role != Role.Supervisor && actor.Court != id)
        {
            // W17: in sensitive periods a leader of the intermediate court serves here, writes the log of his shift and reads what he wrote.
            led = [.. led.Where(d => actor.Role == Role.Leader && d.Leader.Value == actor.Subject)];
            if (led.IsEmpty)
                return Problems.Forbidden("值班日志由本院、当班带班领导和中院信访局查看。");
        }
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "duty-log.open", $"{id}/{day:yyyy-MM-dd}"), context.RequestAborted);
        var shifts = ImmutableArray.CreateBuilder<DutyLogView>();
        foreach (var duty in led)
        {
            var log = new DutyLogId(id, day, duty.Kind);
            var standing = await grains.GetGrain<IDutyLogGrain>(log.Value).StandingAsync();
            var received = await ReceivedAsync(duty, id, ledger, context.RequestAborted);
            shifts.Add(await ViewOfAsync(duty, log, standing, received, vault, city.Current, context.RequestAborted));
        }
        return new Answer<DutyDayView>(new DutyDayView(id.Value, day, shifts.DrainToImmutable()), WireJson.Answers.DutyDayView);
    }

    private static async Task<IResult> WriteAsync(
        HttpContext context, string court, string date, string shift, IGrainFactory grains, IDutyDirectory duties, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var (asked, problem) = await DayRequest<DutyLogBody>.ReadAsync(context, court, date, city.Current, ids, WireJson.Bodies.DutyLogBody, Problem);
        if (asked is not var (id, day, body, command))
            return problem!;
        await duties.KnowAsync(id, day, context.RequestAborted);
        if (!DutyLogId.TryShift(shift, out var kind) || duties.Between(id, day, day).FirstOrDefault(d => d.Kind == kind) is not { } duty)
            return Refusal.Breaks("no-such-shift", "W2", "值班表上没有这个班次，请查看值班表。", "shift").ToProblem();
        var now = time.GetUtcNow();
        var write = new WriteDutyLog(
            command,
            context.Actor(),
            now,
            duty.Leader,
            duty.HasBegun(now),
            new Secret(body.Window!),
            string.IsNullOrWhiteSpace(body.Matters) ? null : new Secret(body.Matters));
        return await acts.DoAsync(command, () => grains.GetGrain<IDutyLogGrain>(new DutyLogId(id, day, kind).Value).WriteAsync(write), context.RequestAborted);
    }

    private static Problem? Problem(DutyLogBody body)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(body.Window))
            errors.Missing("window");
        if (PlainText.IsLonger(body.Window, LongestText))
            errors.Invalid("window", $"不得超过 {LongestText} 个字符。");
        if (PlainText.IsLonger(body.Matters, LongestText))
            errors.Invalid("matters", $"不得超过 {LongestText} 个字符。");
        return errors.ToProblem();
    }

    private static async Task<ImmutableArray<ReceptionLine>> ReceivedAsync(Duty duty, CourtId court, ILedger ledger, CancellationToken cancellationToken) =>
        [
            .. (await ledger.ListReceivedAsync(duty.Leader, duty.Date, cancellationToken))
                .Where(r => r.Court == court && r.OccurredAt >= duty.From && r.OccurredAt < duty.To),
        ];

    private static async Task<DutyLogView> ViewOfAsync(
        Duty duty, DutyLogId log, DutyLogStanding? standing, ImmutableArray<ReceptionLine> received, Vault vault, CitySnapshot city, CancellationToken cancellationToken)
    {
        async ValueTask<string?> OpenAsync(string field, Sealed? text) =>
            text is { } some ? await vault.OpenAsync(log.Value, field, some, cancellationToken) : null;

        return new DutyLogView(
            duty.Kind,
            DutyLeaderView.Of(duty.Leader, city),
            city.InCity(duty.From),
            city.InCity(duty.To),
            received.Length,
            received.Sum(r => r.Headcount),
            received.Count(r => r.First),
            received.Count(r => !r.First),
            received.Count(r => r.Collective),
            received.Count(r => !r.Status.IsRunning()),
            [.. received.Select(r => new ReceivedView(r.Reception, r.Case, r.CaseNumber?.Value, r.Channel, r.Number, r.First, r.Headcount, city.InCity(r.OccurredAt), r.Status))],
            await OpenAsync(DutyLogGrain.WindowField, standing?.Window),
            await OpenAsync(DutyLogGrain.MattersField, standing?.Matters),
            standing?.Times ?? 0,
            standing?.At,
            standing?.By,
            standing is { } known ? DutyLeaderView.Of(known.Leader, city) : null);
    }
}
