using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Receptions;

/// <summary>Reads a reception's body into the command, collecting everything that is wrong with it.</summary>
/// <param name="now">Instant of registration.</param>
internal sealed class ReceptionReading(CitySnapshot city, Keyring keyring, IDutyDirectory duties, DateTimeOffset now)
{
    private const int LongestText = 20_000;
    private const int LongestName = 100;
    private const int Collective = 5;
    private const int MostFurtherRepresentatives = 4;
    private const int LargestHeadcount = 100_000;

    /// <summary>W3: clocks of window and server may differ by this much; older than a week is an import's matter.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    private readonly FieldErrors _errors = new();

    /// <summary>Court and city day whose roster the reception asks; null where there is none to ask.</summary>
    public (CourtId Court, DateOnly Day)? RosterOf(ReceptionBody body)
    {
        var at = body.OccurredAt ?? now;
        return body.Court is { } named && city.Court(new CourtId(named)) is { } court && at <= now + Ahead && at >= now - Back
            ? (court.Id, city.DayOf(at))
            : null;
    }

    /// <summary>The command, or null and a problem.</summary>
    public (Receive? Command, Problem? Problem) Read(ReceptionBody body, CommandId id, Actor actor)
    {
        if (body.Court is { } named && city.Court(new CourtId(named)) is not null && named != actor.Court.Value && !IsSentThere(body, actor))
            return (null, Problems.Forbidden("只能登记本院的接访，请由该法院登记。"));
        ReadCourt(body.Court);
        if (body.Channel is null)
            _errors.Missing("channel");
        ReadText("claim", body.Claim, required: true);
        ReadText("opinion", body.Opinion, required: false);
        PlainText.CheckName(_errors, "originalJudge", body.OriginalJudge, LongestName);
        var occurredAt = ReadInstant(body.OccurredAt);
        var headcount = ReadHeadcount(body.Headcount);
        var persons = ReadPersons(body, headcount);
        var reference = ReadReference(body.Case);
        var receiver = ReadReceiver(body, occurredAt);
        if (_errors.ToProblem() is { } problem)
            return (null, problem);
        return (new Receive(id, actor, now, new CourtId(body.Court!), body.Channel!.Value, receiver, occurredAt, persons, reference,
            new Secret(body.Claim!), new Secret(body.Opinion ?? ""), headcount, body.Level ?? Level.Local)
        {
            OriginalJudge = string.IsNullOrWhiteSpace(body.OriginalJudge) ? null : body.OriginalJudge.Trim(),
        }, null);
    }

    private void ReadCourt(string? court)
    {
        if (string.IsNullOrEmpty(court))
            _errors.Missing("court");
        else if (city.Court(new CourtId(court)) is null)
            _errors.Invalid("court", "没有这个法院，请填写法院编号。");
    }

    private void ReadText(string field, string? text, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required && text is null)
                _errors.Missing(field);
            else if (required)
                _errors.Invalid(field, "内容为空，请填写。");
        }
        else if (PlainText.IsLonger(text, LongestText))
            _errors.Invalid(field, $"不得超过 {LongestText} 个字符。");
    }

    private DateTimeOffset ReadInstant(DateTimeOffset? occurredAt)
    {
        var at = (occurredAt ?? now).ToUniversalTime();
        if (at > now + Ahead)
            _errors.Invalid("occurredAt", "接访时间晚于当前时间，请核对。", "W3");
        else if (at < now - Back)
            _errors.Invalid("occurredAt", "接访时间早于 7 日前，不能补录。", "W3");
        return at;
    }

    private int ReadHeadcount(int? headcount)
    {
        if (headcount is < 1 or > LargestHeadcount)
            _errors.Invalid("headcount", $"人数应为 1 至 {LargestHeadcount} 的整数。");
        return headcount ?? 1;
    }

    private ImmutableArray<Person> ReadPersons(ReceptionBody body, int headcount)
    {
        var persons = ImmutableArray.CreateBuilder<Person>();
        if (body.Petitioner is null)
            _errors.Missing("petitioner");
        else
            Add(persons, body.Petitioner, "petitioner.");
        if (body.Petitioner?.IdType == "none" && body.Channel is Channel.Visit or Channel.Video)
            _errors.Invalid("petitioner.idType", "来访和视频接访须登记证件；仅来信、来电、来邮和网上信访可以没有证件。");
        var further = body.Representatives ?? [];
        if (further.Count > 0 && headcount < Collective)
            _errors.Invalid("representatives", $"人数不足 {Collective} 人的不是集体访，不登记其他代表人。");
        if (further.Count > MostFurtherRepresentatives)
            _errors.Invalid("representatives", $"代表人最多 5 人，除信访人外最多再填 {MostFurtherRepresentatives} 人。");
        else
            ReadRepresentatives(persons, further);
        return persons.DrainToImmutable();
    }

    private void ReadRepresentatives(ImmutableArray<Person>.Builder persons, IReadOnlyList<PersonBody> further)
    {
        for (var i = 0; i < further.Count; i++)
        {
            var at = $"representatives[{i}]";
            if (further[i] is not { } representative)
            {
                _errors.Malformed(at, "应为代表人对象，不能为 null。");
                continue;
            }
            Add(persons, representative, $"{at}.");
            if (representative.IdType == "none")
                _errors.Invalid($"{at}.idType", "代表人须有证件。");
        }
        if (further.Count > 0 && !_errors.Any && persons[0].Key is null)
            _errors.Invalid("petitioner.idType", "集体访登记其他代表人时，首位代表人须有证件。");
        if (!_errors.Any && persons.Where(p => p.Key is not null).Select(p => p.Key).Distinct().Count() < persons.Count(p => p.Key is not null))
            _errors.Invalid("representatives", "代表人重复，每人只登记一次。");
    }

    private void Add(ImmutableArray<Person>.Builder persons, PersonBody body, string at)
    {
        if (PersonReading.Read(body, at, city.DayOf(now), keyring, _errors) is { } person)
            persons.Add(person);
    }

    private CaseReference ReadReference(CaseReferenceBody? body)
    {
        if (body is null)
            return CaseReference.Absent;
        var given = (body.CaseNumber is null ? 0 : 1) + (body.CaseId is null ? 0 : 1) + (body.New == true ? 1 : 0);
        if (given > 1)
            _errors.Invalid("case", "caseNumber、caseId、new 只能填写一项。");
        if (body.CaseNumber is { } text)
        {
            if (CaseNumber.TryParse(text, out var number, out var problem))
                return new CaseReference(number, null, false);
            _errors.Invalid("case.caseNumber", problem);
        }
        if (body.CaseId is { } id)
        {
            if (Guid.TryParseExact(id, "D", out var guid))
                return new CaseReference(null, new CaseId(guid), false);
            _errors.Invalid("case.caseId", "没有这个信访事项，请核对编号。");
        }
        return body.New == true ? new CaseReference(null, null, true) : CaseReference.Absent;
    }

    /// <summary>W17: a leader of the intermediate court whom the roster sends to a linked court registers there.</summary>
    private bool IsSentThere(ReceptionBody body, Actor actor) =>
        actor.Role == Role.Leader && RosterOf(body) is { } roster && duties.Serves(new LeaderId(actor.Subject), roster.Court, roster.Day);

    /// <summary>Who received: the leader named, or the one on duty there then. A visit when nobody is must name one; other channels wait for an owner.</summary>
    private LeaderId? ReadReceiver(ReceptionBody body, DateTimeOffset occurredAt)
    {
        if (body.ReceivedBy is { } id)
        {
            var leader = city.Leader(new LeaderId(id));
            if (leader is null)
                _errors.Invalid("receivedBy", "没有这位领导，请填写领导编号。", "W1");
            else if (leader.Court.Value != body.Court && !(RosterOf(body) is { } roster && duties.Serves(leader.Id, roster.Court, roster.Day)))
                _errors.Invalid("receivedBy", "该领导不在本院任职，当日也未派到本院带班，请填写本院领导的编号。", "W1");
            else if (!leader.Active)
                _errors.Invalid("receivedBy", "该领导已离任，请填写在任领导的编号。", "W1");
            return leader?.Id;
        }
        if (body.Court is not { } named || city.Court(new CourtId(named)) is not { } court)
            return null;
        if (duties.OnDuty(court.Id, occurredAt) is { } duty)
            return duty.Leader;
        if (body.Channel == Channel.Visit)
        {
            var able = city.Document.Leaders.Where(l => l.Active && l.Court == court.Id).Select(l => $"{l.Name}（{l.Id}，{l.Post}）");
            _errors.Invalid("receivedBy", $"此时没有值班的带班领导，请写明由谁接访。可接访的领导：{string.Join('、', able)}。", "W3");
        }
        return null;
    }
}
