using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Gateway.OnSiteChecks;

/// <summary>Reads what is asked of on-site checks into commands, collecting everything that is wrong with it.</summary>
/// <param name="now">Instant of the record: its city day decides what is in time.</param>
internal sealed class OnSiteCheckReading(CitySnapshot city, Actor actor, CommandId id, DateTimeOffset now)
{
    private const int LongestName = 100;
    private const int LongestText = 2_000;
    private const int LongestFinding = 500;
    private const int MostInspectors = 10;
    private const int MostFindings = 50;
    private const int MostSampled = 100_000;

    private readonly FieldErrors _errors = new();

    private DateOnly Today => city.DayOf(now);

    /// <returns>A command that does not know yet what the ledger shows.</returns>
    public (RecordOnSiteCheck? Command, Problem? Problem) Read(OnSiteCheckBody body)
    {
        var court = Given(body.Court) is { } named ? new CourtId(named) : actor.Court;
        var known = city.Court(court);
        if (known is null)
            _errors.Invalid("court", "没有这个法院，请填写法院编号，例如 dg。");
        var inspectors = Inspectors(body.Inspectors);
        Require("register", body.Register);
        Require("from", body.From);
        Require("to", body.To);
        Number("sampled", body.Sampled, 1);
        Number("agreeing", body.Agreeing, 0);
        var findings = Findings(body.Findings);
        var opinion = Text("opinion", body.Opinion, LongestText);
        return Of(() => new RecordOnSiteCheck(
            id, actor, now, Today, court, [.. known!.Divisions], Given(body.Division), body.On ?? Today, inspectors, body.Register!.Value, body.From!.Value, body.To!.Value, Shown: 0,
            body.Sampled!.Value, body.Agreeing!.Value, findings, opinion, body.DueOn));
    }

    public (OnSiteCheckStep? Step, Problem? Problem) Read(RectifyBody body)
    {
        var measures = Required("measures", Text("measures", body.Measures, LongestText));
        return Of(() => Step() with { Measures = measures });
    }

    public (OnSiteCheckStep? Step, Problem? Problem) Read(VerifyBody body)
    {
        Require("passed", body.Passed);
        var reason = Text("reason", body.Reason, LongestText);
        if (body.Passed != false)
        {
            // Whoever writes a reason means to send it back: what is not kept is not taken.
            if (reason is not null)
                _errors.Invalid("reason", "复核合格的，不填退回理由。");
            if (body.DueOn is not null)
                _errors.Invalid("dueOn", "复核合格的，不填整改期限。");
            return Of(() => Step() with { Pass = true });
        }
        Require("reason", reason);
        Require("dueOn", body.DueOn);
        return Of(() => Step() with { Back = new SendCheckBack(reason!, body.DueOn!.Value) });
    }

    private OnSiteCheckStep Step() => new(id, actor, now, Today);

    private (T?, Problem?) Of<T>(Func<T> asked)
        where T : class => _errors.ToProblem() is { } problem ? (null, problem) : (asked(), null);

    private ImmutableArray<string> Inspectors(string[]? named)
    {
        if (named is null or [])
        {
            _errors.Missing("inspectors");
            return [];
        }
        if (named.Length > MostInspectors)
            _errors.Invalid("inspectors", $"检查人不超过 {MostInspectors} 名。");
        foreach (var name in named)
        {
            PlainText.CheckName(_errors, "inspectors", name, LongestName);
            if (Given(name) is null)
                _errors.Invalid("inspectors", "检查人的姓名不能为空。");
        }
        return [.. named.Select(n => Given(n) ?? "").Distinct()];
    }

    private ImmutableArray<Finding> Findings(FindingBody[]? named)
    {
        if (named is null)
            return [];
        if (named.Length > MostFindings)
            _errors.Invalid("findings", $"一次检查不超过 {MostFindings} 个问题，请分次登记。");
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in named)
        {
            PlainText.CheckName(_errors, "findings", finding?.Entry, LongestName);
            var (entry, text) = (Given(finding?.Entry), Text("findings", finding?.Text, LongestFinding));
            if (finding?.Kind is { } kind && text is not null)
                findings.Add(new Finding(kind, entry, text));
            else
                _errors.Invalid("findings", "每个问题都要写明种类（kind）和情况（text）。");
        }
        return findings.ToImmutable();
    }

    private void Number(string field, int? number, int least)
    {
        Require(field, number);
        if (number < least || number > MostSampled)
            _errors.Invalid(field, $"应为 {least} 至 {MostSampled} 的整数。");
    }

    private void Require<T>(string field, T? value)
    {
        if (value is null)
            _errors.Missing(field);
    }

    private string? Required(string field, string? text)
    {
        Require(field, text);
        return text;
    }

    private string? Text(string field, string? text, int longest)
    {
        if (PlainText.IsLonger(text, longest))
            _errors.Invalid(field, $"不得超过 {longest} 个字符。");
        return Given(text);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
