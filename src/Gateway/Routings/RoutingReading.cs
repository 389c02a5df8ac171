using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;
using Route = PetitionMesh.Grains.Routings.Route;

namespace PetitionMesh.Gateway.Routings;

/// <summary>Reads what is asked of routing slips into commands, collecting everything that is wrong with it.</summary>
/// <param name="now">Instant of the record: its city day decides what is in time.</param>
internal sealed class RoutingReading(CitySnapshot city, Actor actor, CommandId id, DateTimeOffset now)
{
    private const int LongestText = 5_000;
    private const int LongestName = 100;
    private const int LongestReason = 200;

    /// <summary>Yuan; no court enforces as much in one matter, and its fen still add up in 64 bits.</summary>
    private const decimal Most = 1_000_000_000_000m;

    private readonly FieldErrors _errors = new();

    /// <summary>The command, or null and a problem.</summary>
    public (RegisterRouting? Command, Problem? Problem) Read(RoutingBody body)
    {
        Require("kind", body.Kind);
        var number = Number("caseNumber", Required("caseNumber", body.CaseNumber));
        Text("note", body.Note);
        var day = body.Kind switch
        {
            RoutingKind.FirstTrial => Day("receivedOn", body.ReceivedOn, "首审须写明收到材料日期。", "searchedOn", body.SearchedOn, "检索日期只用于首执。", "Y2"),
            RoutingKind.FirstEnforcement => Day("searchedOn", body.SearchedOn, "首执须写明首次措施后的检索日期。", "receivedOn", body.ReceivedOn, "收到材料日期只用于首审。", "Y3"),
            _ => default,
        };
        return _errors.ToProblem() is { } problem ? (null, problem)
            : (new RegisterRouting(id, actor, now, city.DayOf(now), body.Kind!.Value, number!.Value, body.Ground, day, SecretOf(body.Note)), null);
    }

    public (RoutingStep? Step, Problem? Problem) Read(RouteBody body)
    {
        var receiver = Official("receiver", body.Receiver);
        Require("receiver", body.Receiver);
        var related = Number("relatedCaseNumber", body.RelatedCaseNumber);
        return Of(() => Step() with { Route = new Route(related, receiver!, body.Ground) });
    }

    public (RoutingStep? Step, Problem? Problem) Read(RoutingObjectionBody body)
    {
        Require("kind", body.Kind);
        var related = Number("relatedCaseNumber", body.RelatedCaseNumber);
        var first = Official("firstReceiver", body.FirstReceiver);
        var reason = Written("reason", body.Reason);
        return Of(() => Step() with { Dispute = new Dispute(body.Kind!.Value, related, first, body.Ground, new Secret(reason!)) });
    }

    public (RoutingStep? Step, Problem? Problem) Read(ObjectionDecisionBody body)
    {
        Require("outcome", body.Outcome);
        var decidedBy = Name("decidedBy", body.DecidedBy);
        var receiver = Official("receiver", body.Receiver);
        var related = Number("relatedCaseNumber", body.RelatedCaseNumber);
        var (opinion, reasons) = (Written("opinion", body.Opinion), Written("reasons", body.Reasons));
        return Of(() => Step() with
        {
            Resolve = new Resolve(body.Outcome!.Value, receiver, related, decidedBy!, body.On ?? city.DayOf(now), new Secret(opinion!), new Secret(reasons!), body.Ground),
        });
    }

    public (RoutingStep? Step, Problem? Problem) Read(EnforcedBody body)
    {
        Require("amount", body.Amount);
        if (body.Amount is { } amount && (amount <= 0 || amount > Most || decimal.Round(amount, 2) != amount))
            _errors.Invalid("amount", "金额以元为单位，应大于 0，不超过一万亿元，最多两位小数。", "Y3");
        return Of(() => Step() with { Enforced = new RecordEnforced((long)(body.Amount!.Value * 100), body.On ?? city.DayOf(now)) });
    }

    public (RoutingStep? Step, Problem? Problem) Read(WithdrawRoutingBody body)
    {
        PlainText.CheckName(_errors, "reason", body.Reason, LongestReason);
        var reason = Required("reason", body.Reason);
        return Of(() => Step() with { Withdraw = reason });
    }

    /// <summary>The number that is looked up, or a problem.</summary>
    public static (CaseNumber? Number, Problem? Problem) Read(RoutingLookupBody body)
    {
        var errors = new FieldErrors();
        if (Given(body.CaseNumber) is not { } text)
            errors.Missing("caseNumber");
        else if (CaseNumber.TryParse(text, out var number, out var problem))
            return (number, null);
        else
            errors.Invalid("caseNumber", problem);
        return (null, errors.ToProblem());
    }

    private RoutingStep Step() => new(id, actor, now, city.DayOf(now));

    private (RoutingStep?, Problem?) Of(Func<RoutingStep> step) => _errors.ToProblem() is { } problem ? (null, problem) : (step(), null);

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

    private DateOnly Day(string field, DateOnly? day, string needed, string other, DateOnly? otherDay, string notNeeded, string rule)
    {
        if (day is null)
            _errors.Invalid(field, needed, rule);
        if (otherDay is not null)
            _errors.Invalid(other, notNeeded, rule);
        return day ?? default;
    }

    private string? Name(string field, string? text)
    {
        PlainText.CheckName(_errors, field, text, LongestName);
        return Required(field, text);
    }

    private Official? Official(string field, OfficialBody? body)
    {
        if (body is null)
            return null;
        var (name, division) = (Name($"{field}.name", body.Name), Name($"{field}.division", body.Division));
        return name is null || division is null ? null : new Official(name, division);
    }

    private string? Written(string field, string? text)
    {
        Text(field, text);
        return Required(field, text);
    }

    private void Text(string field, string? text)
    {
        if (PlainText.IsLonger(text, LongestText))
            _errors.Invalid(field, $"不得超过 {LongestText} 个字符。");
    }

    private CaseNumber? Number(string field, string? text)
    {
        if (text is null)
            return null;
        if (CaseNumber.TryParse(text, out var number, out var problem))
            return number;
        _errors.Invalid(field, problem);
        return null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Secret? SecretOf(string? text) => Given(text) is { } some ? new Secret(some) : null;
}
