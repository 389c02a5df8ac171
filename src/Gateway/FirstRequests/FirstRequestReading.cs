using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>Reads what is asked of first requests into commands, collecting everything that is wrong with it.</summary>
/// <param name="now">Instant of registration.</param>
internal sealed class FirstRequestReading(CitySnapshot city, Keyring keyring, Actor actor, CommandId id, DateTimeOffset now)
{
    private const int LongestText = 20_000;
    private const int LongestName = 100;

    /// <summary>As of receptions: clocks may differ by this much, and what is older than a week comes with a sheet.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    private readonly FieldErrors _errors = new();

    /// <summary>The command, or null and a problem.</summary>
    public (ReceiveFirstRequest? Command, Problem? Problem) Read(FirstRequestBody body)
    {
        Require("channel", body.Channel);
        Require("kind", body.Kind);
        Require("handling", body.Handling);
        Require("claim", string.IsNullOrWhiteSpace(body.Claim) ? null : body.Claim);
        Text("claim", body.Claim);
        Text("result", body.Result);
        PlainText.CheckName(_errors, "responsible", body.Responsible, LongestName);
        PlainText.CheckName(_errors, "passedTo", body.PassedTo, LongestName);
        var at = (body.OccurredAt ?? now).ToUniversalTime();
        if (at > now + Ahead)
            _errors.Invalid("occurredAt", "接收时间晚于当前时间，请核对。", "Y1");
        else if (at < now - Back)
            _errors.Invalid("occurredAt", "接收时间早于 7 日前，请以登记表导入。", "Y1");
        if (body.AppointmentAt is not null && body.PassedTo is null)
            _errors.Invalid("appointmentAt", "预约须写明应由哪个部门办理（passedTo）。", "Y1");
        Appointment(body.AppointmentAt, at, "预约时间早于接收时间，请核对。");
        if (body.DueOn > city.DayOf(now).AddYears(1))
            _errors.Invalid("dueOn", "答复期限晚于一年后，请核对年份。", "Y1");
        if (body.Result is not null && body.Handling is not (null or RequestHandling.OnTheSpot))
            _errors.Invalid("result", "只有当场办结的在登记时填写结果，其他的办结时填写。", "Y1");
        var number = Number(body.CaseNumber);
        var person = Person(body.Petitioner);
        if (_errors.ToProblem() is { } problem)
            return (null, problem);
        var local = city.InCity(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        return (new ReceiveFirstRequest(
            id, actor, now, actor.Court, body.Channel!.Value, day, TimeOnly.FromDateTime(local.DateTime), Given(body.Responsible) ?? actor.Name, body.Kind, body.Handling, person!,
            new Secret(body.Claim!), number, body.DueOn, body.Handling == RequestHandling.OnTheSpot ? day : null, SecretOf(body.Result), Given(body.PassedTo),
            body.AppointmentAt?.ToUniversalTime(), Register: null, Import: null), null);
    }

    public (FirstRequestStep? Step, Problem? Problem) Read(PassOnBody body)
    {
        Require("to", Given(body.To));
        PlainText.CheckName(_errors, "to", body.To, LongestName);
        Text("note", body.Note);
        Appointment(body.AppointmentAt, now - Ahead, "预约时间已过，请核对。");
        return Of(Step() with { PassOn = new PassOn(Given(body.To) ?? "", body.AppointmentAt?.ToUniversalTime(), SecretOf(body.Note)) });
    }

    public (FirstRequestStep? Step, Problem? Problem) Read(FinishBody body)
    {
        Text("result", body.Result);
        return Of(Step() with { Finish = new Finish(body.On ?? city.DayOf(now), SecretOf(body.Result)) });
    }

    public (FirstRequestStep? Step, Problem? Problem) Read(EnterRequestBody body)
    {
        Require("caseId", body.CaseId);
        if (!Guid.TryParseExact(body.CaseId, "D", out var guid) && body.CaseId is not null)
            _errors.Invalid("caseId", "没有这个信访事项，请核对编号。");
        return Of(Step() with { Enter = new CaseId(guid) });
    }

    public FirstRequestStep File() => Step() with { File = true };

    private FirstRequestStep Step() => new(id, actor, now, city.DayOf(now));

    private (FirstRequestStep?, Problem?) Of(FirstRequestStep step) => _errors.ToProblem() is { } problem ? (null, problem) : (step, null);

    private void Require<T>(string field, T? value)
    {
        if (value is null)
            _errors.Missing(field);
    }

    private void Appointment(DateTimeOffset? appointment, DateTimeOffset earliest, string problem)
    {
        if (appointment < earliest)
            _errors.Invalid("appointmentAt", problem, "Y1");
    }

    private void Text(string field, string? text)
    {
        if (PlainText.IsLonger(text, LongestText))
            _errors.Invalid(field, $"不得超过 {LongestText} 个字符。");
    }

    private Person? Person(PersonBody? body)
    {
        if (body is not null)
            return PersonReading.Read(body, "petitioner.", city.DayOf(now), keyring, _errors);
        _errors.Missing("petitioner");
        return null;
    }

    private CaseNumber? Number(string? text)
    {
        if (text is null)
            return null;
        if (CaseNumber.TryParse(text, out var number, out var problem))
            return number;
        _errors.Invalid("caseNumber", problem);
        return null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Secret? SecretOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Secret(text.Trim());
}
