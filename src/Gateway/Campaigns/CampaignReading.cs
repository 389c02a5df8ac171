using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>Reads what is asked of campaigns into commands, collecting everything that is wrong with it.</summary>
/// <param name="today">City day.</param>
internal sealed class CampaignReading(CitySnapshot city, Actor actor, DateOnly today)
{
    private const int LongestName = 100;
    private const int LongestText = 2_000;
    private const int LargestTeam = 20;

    private readonly FieldErrors _errors = new();

    public Problem? Problem => _errors.ToProblem();

    public SetCampaign Read(CampaignBody body, CommandId id, DateTimeOffset now)
    {
        var (title, courts) = (Name("title", body.Title), Courts(body.Courts));
        Days(body.FirstDay, body.LastDay);
        return new SetCampaign(id, actor, now, title!, body.FirstDay.GetValueOrDefault(), body.LastDay.GetValueOrDefault(), courts, null, today);
    }

    public SetCampaign Read(CampaignDaysBody body, CommandId id, DateTimeOffset now)
    {
        var reason = Text("reason", body.Reason, required: true);
        Days(body.FirstDay, body.LastDay);
        return new SetCampaign(id, actor, now, "", body.FirstDay.GetValueOrDefault(), body.LastDay.GetValueOrDefault(), [], reason, today);
    }

    public GatherCase Read(GatherBody body)
    {
        Required("caseId", body.CaseId);
        var (unit, judge) = (Unit(body.Unit), Name("judge", body.Judge));
        return new GatherCase(unit, judge!, Leader(body.ResponsibleLeader, unit), body.LimitOn);
    }

    public MakeKey Read(KeyCaseBody body)
    {
        var reason = Text("reason", body.Reason, required: true);
        var team = Named("team", body.Team).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct().ToImmutableArray();
        if (body.Team is null)
            _errors.Missing("team");
        else if (team.IsEmpty || team.Length > LargestTeam)
            _errors.Invalid("team", $"请填写专班成员姓名，1 至 {LargestTeam} 人。", "L3");
        foreach (var member in team)
            PlainText.CheckName(_errors, "team", member, LongestName);
        return new MakeKey(reason!, team);
    }

    public ReceiveAtLevel Read(LevelBody body)
    {
        Require("level", body.Level);
        PlainText.CheckName(_errors, "receiver", body.Receiver, LongestName);
        return new ReceiveAtLevel(body.Level.GetValueOrDefault(), Given(body.Receiver), Text("result", body.Result), body.On ?? today);
    }

    public HandleInBatch Read(BatchBody body)
    {
        Require("batch", body.Batch);
        return new HandleInBatch(body.Batch.GetValueOrDefault(), body.On ?? today);
    }

    public ShareEntry Read(ShareBody body)
    {
        Require("courts", body.Courts);
        return new ShareEntry(Courts(body.Courts), Text("work", body.Work));
    }

    public StrikeOff Read(StrikeOffBody body) => new(Text("reason", body.Reason, required: true)!, body.On ?? today);

    public string? Read(EntryReasonBody body) => Text("reason", body.Reason, required: true);

    public ChangeEntry Read(ChangeEntryBody body)
    {
        PlainText.CheckName(_errors, "judge", body.Judge, LongestName);
        if ((Given(body.Judge), Given(body.ResponsibleLeader), body.LimitOn) is (null, null, null))
            _errors.Invalid("judge", "请填写要更换的承办法官、责任领导或者办理期限。", "L1");
        var leader = Leader(body.ResponsibleLeader, default);
        return new ChangeEntry(Given(body.Judge), leader, body.LimitOn, Text("reason", body.Reason, required: true)!)
        {
            LeaderCourt = leader is { } id ? city.Leader(id)?.Court : null,
        };
    }

    private void Days(DateOnly? first, DateOnly? last)
    {
        Require("firstDay", first);
        Require("lastDay", last);
    }

    private ImmutableArray<CourtId> Courts(string[]? named)
    {
        ImmutableArray<CourtId> courts = [.. Named("courts", named).Distinct().Select(c => new CourtId(c))];
        if (courts.Any(c => city.Court(c) is null))
            _errors.Invalid("courts", "没有这个法院，请填写法院编号，例如 dg。");
        return courts;
    }

    /// <summary>The entries of a list; one that is null is none.</summary>
    private string[] Named(string field, string?[]? list)
    {
        if (list?.Contains(null) == true)
            _errors.Malformed(field, "各项应为文字，不能为 null。");
        return [.. (list ?? []).OfType<string>()];
    }

    private UnitId Unit(string? named)
    {
        if (Required("unit", named) is not { } unit)
            return default;
        if (ReportingUnits.Of(city).FirstOrDefault(u => u.Unit.Value == unit) is { } found)
            return found.Unit;
        _errors.Invalid("unit", "没有这个单位；基层法院写法院编号，中院庭室写“zy:民一庭”。", "L1");
        return default;
    }

    private LeaderId? Leader(string? named, UnitId unit)
    {
        if (Given(named) is not { } id)
            return null;
        if (city.Leader(new LeaderId(id)) is { Active: true } leader && (unit == default || leader.Court == unit.Court))
            return leader.Id;
        _errors.Invalid("responsibleLeader", "责任单位所属法院没有这位领导，请核对编号。", "L1");
        return null;
    }

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

    private string? Name(string field, string? text)
    {
        PlainText.CheckName(_errors, field, text, LongestName);
        return Required(field, text);
    }

    private string? Text(string field, string? text, bool required = false)
    {
        // What is kept for good in the open reads as it was written: lines may break, nothing turns or hides.
        PlainText.CheckName(_errors, field, text?.ReplaceLineEndings(" "), LongestText);
        return required ? Required(field, text) : Given(text);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
