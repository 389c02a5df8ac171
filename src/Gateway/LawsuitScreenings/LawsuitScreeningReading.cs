using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Gateway.LawsuitScreenings;

/// <summary>Reads what is told of a screening into commands, collecting everything that is wrong with it.</summary>
/// <param name="now">Instant of the record: its city day decides what is in time.</param>
internal sealed class LawsuitScreeningReading(CitySnapshot city, Actor actor, CommandId id, DateTimeOffset now)
{
    private const int LongestName = 100;
    private const int LongestText = 500;
    private const int MostFound = 200;
    private const int MostScreened = 100_000;

    private readonly FieldErrors _errors = new();

    public (LawsuitScreeningStep? Step, Problem? Problem) Read(LawsuitScreeningBody body)
    {
        Number("openLawsuits", body.OpenLawsuits);
        Number("closedLawsuits", body.ClosedLawsuits);
        var reason = body is ScreeningCorrectionBody correction ? Text("reason", correction.Reason) : null;
        var found = Found(body.Found ?? []);
        return Of(() => Step() with { Tell = new TellScreening(body.OpenLawsuits!.Value, body.ClosedLawsuits!.Value, found, reason) });
    }

    public (LawsuitScreeningStep? Step, Problem? Problem) Read(SettleLawsuitBody body)
    {
        var (number, outcome) = (CaseNumberOf("caseNumber", body.CaseNumber), Text("outcome", body.Outcome));
        return Of(() => Step() with { Settle = new SettleLawsuit(number!.Value, outcome!) });
    }

    private LawsuitScreeningStep Step() => new(id, actor, now, city.DayOf(now));

    private (LawsuitScreeningStep?, Problem?) Of(Func<LawsuitScreeningStep> step) => _errors.ToProblem() is { } problem ? (null, problem) : (step(), null);

    private ImmutableArray<ScreenedLawsuit> Found(ScreenedLawsuitBody?[] named)
    {
        if (named.Length > MostFound)
            _errors.Invalid("found", $"一次最多列 {MostFound} 件。");
        var found = ImmutableArray.CreateBuilder<ScreenedLawsuit>();
        foreach (var (lawsuit, i) in named.Take(MostFound).Select((l, i) => (l ?? new ScreenedLawsuitBody(), i)))
        {
            var at = $"found[{i}]";
            var (number, risk, measures) = (CaseNumberOf($"{at}.caseNumber", lawsuit.CaseNumber), Text($"{at}.risk", lawsuit.Risk), Text($"{at}.measures", lawsuit.Measures));
            PlainText.CheckName(_errors, $"{at}.responsible", lawsuit.Responsible, LongestName);
            Require($"{at}.responsible", Given(lawsuit.Responsible));
            Require($"{at}.stage", lawsuit.Stage);
            Require($"{at}.ground", lawsuit.Ground);
            if (!_errors.Any)
                found.Add(new ScreenedLawsuit(number!.Value, lawsuit.Stage!.Value, lawsuit.Ground!.Value, risk!, measures!, Given(lawsuit.Responsible)!, lawsuit.DueOn));
        }
        return found.ToImmutable();
    }

    private void Number(string field, int? number)
    {
        Require(field, number);
        if (number is < 0 or > MostScreened)
            _errors.Invalid(field, $"应为 0 至 {MostScreened} 的整数。");
    }

    private CaseNumber? CaseNumberOf(string field, string? text)
    {
        if (Given(text) is not { } given)
            _errors.Missing(field);
        else if (CaseNumber.TryParse(given, out var number, out var problem))
            return number;
        else
            _errors.Invalid(field, problem);
        return null;
    }

    private string? Text(string field, string? text)
    {
        Require(field, Given(text));
        if (PlainText.IsLonger(text, LongestText))
            _errors.Invalid(field, $"不得超过 {LongestText} 个字符。");
        return Given(text);
    }

    private void Require<T>(string field, T? value)
    {
        if (value is null)
            _errors.Missing(field);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
