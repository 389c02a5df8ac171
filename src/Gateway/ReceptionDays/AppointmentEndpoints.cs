using System.Collections.Immutable;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Journal.Access;

namespace PetitionMesh.Gateway.ReceptionDays;

/// <summary>Appointments on leader reception days (S7), made by the window or the petition office for whoever asks.</summary>
internal static class AppointmentEndpoints
{
    private const int LongestName = 100;
    private const int LongestPhone = 40;
    private const int LongestMatter = 500;

    public static void MapAppointments(this IEndpointRouteBuilder routes)
    {
        var appointments = routes.MapGroup("/api").RequireAuthorization(Policies.Register).WithTags("领导接待日");
        appointments.MapPost("/reception-days/{court}/{date}/appointments", BookAsync)
            .Accepts<BookBody>("application/json").Produces<AppointmentStanding>(StatusCodes.Status201Created).WithSummary("预约领导接待，取得预约号");
        appointments.MapGet("/reception-days/{court}/{date}/appointments", ListAsync).Produces<AppointmentListView>()
            .WithSummary("当日预约名单，供窗口通知、核对；查看留痕");
        appointments.MapPost("/appointments/{number}/cancel", CancelAsync)
            .Accepts<ReasonBody>("application/json").Produces<AppointmentStanding>().WithSummary("取消预约");
    }

    private static async Task<IResult> BookAsync(
        HttpContext context, string court, string date, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        var (asked, problem) = await DayRequest<BookBody>.ReadAsync(context, court, date, city.Current, ids, WireJson.Bodies.BookBody, Problem);
        if (asked is not var (id, day, body, command))
            return problem!;
        var rostered = await desk.RosteredAsync(id, day, context.RequestAborted);
        var book = new ReceptionDayAct.Book(day, rostered?.Leader, SecretOf(body.Name), SecretOf(body.Phone), SecretOf(body.Matter));
        var told = new ReceptionDaysCommand(command, context.Actor(), time.GetUtcNow(), book);
        return await acts.DoAsync(command, () => desk.Of(id, day).DoAsync(told), context.RequestAborted);
    }

    private static Problem? Problem(BookBody body)
    {
        var errors = new FieldErrors();
        PlainText.CheckName(errors, "name", body.Name, LongestName);
        PlainText.CheckName(errors, "phone", body.Phone, LongestPhone);
        if (PlainText.IsLonger(body.Matter, LongestMatter))
            errors.Invalid("matter", $"不得超过 {LongestMatter} 个字符。");
        return errors.ToProblem();
    }

    private static async Task<IResult> CancelAsync(
        HttpContext context, string number, ReceptionDayDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time)
    {
        if (!AppointmentNumber.TryParse(number, out var known) || city.Current.Court(known.Court) is null)
            return Problems.NotFound("没有这个预约号，请核对预约单。");
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.ReasonBody);
        if (body.Problem is not null)
            return body.Problem;
        if (ReceptionDayEndpoints.Problem(body.Value) is { } problem)
            return problem;
        if (ids.Read(context.Request, context.Actor(), body.Bytes.Span) is not { } command)
            return CommandIds.UnusableKey;
        var told = new ReceptionDaysCommand(command, context.Actor(), time.GetUtcNow(), new ReceptionDayAct.Cancel(known, body.Value.Reason!.Trim()));
        return await acts.DoAsync(command, () => desk.Of(known.Court, known.Date).DoAsync(told), context.RequestAborted);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, string court, string date, ReceptionDayDesk desk, ICityDirectory city, Vault vault, IAccessLog accesses)
    {
        var actor = context.Actor();
        if (!RosterReading.TryCourt(court, city.Current, out var id))
            return RosterReading.UnknownCourt;
        if (!RosterReading.TryDay(date, out var day))
            return RosterReading.UnreadableDay;
        if (actor.Court != id)
            return Problems.Forbidden("预约名单由举办接待日的法院查看。");
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "appointments.open", $"{id}/{day:yyyy-MM-dd}"), context.RequestAborted);
        var items = ImmutableArray.CreateBuilder<AppointmentView>();
        foreach (var appointment in (await desk.DaysAsync(id, day, day)).SelectMany(d => d.Appointments))
            items.Add(await ViewOfAsync(appointment, vault, city.Current, context.RequestAborted));
        return new Answer<AppointmentListView>(new AppointmentListView(items.DrainToImmutable()), WireJson.Answers.AppointmentListView);
    }

    private static async ValueTask<AppointmentView> ViewOfAsync(Appointment appointment, Vault vault, CitySnapshot city, CancellationToken cancellationToken)
    {
        async ValueTask<string?> OpenAsync(string field, Sealed? text) =>
            text is { } some ? await vault.OpenAsync(appointment.Number.Value, field, some, cancellationToken) : null;

        return new AppointmentView(
            appointment.Number,
            city.InCity(appointment.For),
            appointment.Status,
            await OpenAsync(Contact.NameField, appointment.Contact?.Name),
            await OpenAsync(Contact.PhoneField, appointment.Contact?.Phone),
            await OpenAsync(Contact.MatterField, appointment.Contact?.Matter),
            appointment.Reception?.ToString());
    }

    private static Secret? SecretOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Secret(text.Trim());
}
