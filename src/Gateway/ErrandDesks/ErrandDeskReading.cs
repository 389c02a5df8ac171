using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>Reads what is asked of stuck-errand desks and complaints into commands, collecting everything that is wrong with it.</summary>
/// <param name="now">Instant of the record: its city day decides what is in time.</param>
internal sealed class ErrandDeskReading(CitySnapshot city, Actor actor, CommandId id, DateTimeOffset now)
{
    private const int LongestText = 20_000;
    private const int LongestReason = 2_000;
    private const int LongestName = 100;
    private const int LongestPhone = 40;

    private readonly FieldErrors _errors = new();

    private DateOnly Today => city.DayOf(now);

    /// <summary>The command, or null and a problem; so with all of them.</summary>
    public (OpenErrandDesk? Command, Problem? Problem) Read(ErrandDeskBody body)
    {
        var court = Given(body.Court) is { } named ? new CourtId(named) : actor.Court;
        if (city.Court(court) is null)
            _errors.Invalid("court", "没有这个法院，请填写法院编号，例如 dg。");
        var (name, officer) = (Required("name", Name("name", body.Name)), Required("officer", Name("officer", body.Officer)));
        var place = Name("place", body.Place);
        return Of(() => new OpenErrandDesk(id, actor, now, Today, court, name!, place, officer!));
    }

    public (ErrandDeskStep? Step, Problem? Problem) Read(DeskOfficerBody body)
    {
        var (officer, reason) = (Required("officer", Name("officer", body.Officer)), Required("reason", Text("reason", body.Reason, LongestReason)));
        return Of(() => new ErrandDeskStep(id, actor, now, Today, officer, reason!));
    }

    public (ErrandDeskStep? Step, Problem? Problem) Read(DeskCloseBody body)
    {
        var reason = Required("reason", Text("reason", body.Reason, LongestReason));
        return Of(() => new ErrandDeskStep(id, actor, now, Today, Officer: null, reason!));
    }

    /// <returns>A command that does not know its desk yet.</returns>
    public (RegisterComplaint? Command, Problem? Problem) Read(ComplaintBody body)
    {
        Required("deskId", body.DeskId);
        Require("channel", body.Channel);
        var content = Required("content", Text("content", body.Content, LongestText));
        var (name, phone) = (Name("name", body.Name), Name("phone", body.Phone, LongestPhone));
        return Of(() => new RegisterComplaint(
            id, actor, now, Today, Desk: null, body.Channel!.Value, body.ReceivedOn ?? Today, Conduct(body.Alleged), new Secret(content!), SecretOf(name), SecretOf(phone)));
    }

    public (ComplaintStep? Step, Problem? Problem) Read(CirculateBody body)
    {
        var division = Required("division", Name("division", body.Division));
        return Of(() => Step() with { Circulate = new CirculateComplaint(division!, body.DueOn) });
    }

    public (ComplaintStep? Step, Problem? Problem) Read(CheckBody body)
    {
        Require("outcome", body.Outcome);
        var checkedBy = Required("checkedBy", Name("checkedBy", body.CheckedBy));
        var findings = Required("findings", Text("findings", body.Findings, LongestText));
        return Of(() => Step() with { Check = new CheckComplaint(body.Outcome!.Value, checkedBy!, new Secret(findings!), Conduct(body.Found)) });
    }

    public (ComplaintStep? Step, Problem? Problem) Read(ComplaintAnswerBody body)
    {
        Require("means", body.Means);
        var answeredBy = Required("answeredBy", Name("answeredBy", body.AnsweredBy));
        var text = Required("text", Text("text", body.Text, LongestText));
        return Of(() => Step() with { Answer = new AnswerComplaint(answeredBy!, body.Means!.Value, new Secret(text!), body.On ?? Today) });
    }

    private ComplaintStep Step() => new(id, actor, now, Today);

    private (T?, Problem?) Of<T>(Func<T> asked)
        where T : class => _errors.ToProblem() is { } problem ? (null, problem) : (asked(), null);

    private void Require<T>(string field, T? value)
    {
        if (value is null)
            _errors.Missing(field);
    }

    private string? Required(string field, string? text)
    {
        Require(field, Given(text));
        return Given(text);
    }

    private string? Name(string field, string? text, int longest = LongestName)
    {
        PlainText.CheckName(_errors, field, text, longest);
        return Given(text);
    }

    private string? Text(string field, string? text, int longest)
    {
        if (PlainText.IsLonger(text, longest))
            _errors.Invalid(field, $"不得超过 {longest} 个字符。");
        return Given(text);
    }

    /// <summary>Each once, in the order of the list.</summary>
    private static ImmutableArray<ForbiddenConduct> Conduct(ForbiddenConduct[]? named) => [.. (named ?? []).Distinct().Order()];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Secret? SecretOf(string? text) => text is null ? null : new Secret(text);
}
