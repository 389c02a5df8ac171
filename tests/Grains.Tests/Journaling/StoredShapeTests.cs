using System.Text;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Tests.Journaling;

/// <summary>What is on disk, letter by letter. A line here may be added, never changed: journals out there hold these bytes.</summary>
public sealed class StoredShapeTests
{
    private const string Id = "00000000-0000-8000-8000-00000000000c";
    private const string Reception = "00000000-0000-8000-8000-000000000001";

    private const string Clock =
        """{"id":"meet-1","kind":"meet","rule":"J5","startedOn":"2026-11-20","amount":2,"unit":"calendarDays","dueOn":"2026-11-22","holder":"owner","court":"dg","provisional":false}""";

    public static TheoryData<string, string> CaseEvents => new()
    {
        { "case.opened.v1", $$"""{"case":"{{Id}}","number":"(2016)鲁9902民初4058号","court":"dg","petitioners":["1-aa"],"queryCodeHash":"hash","on":"2026-11-20"}""" },
        {
            "case.received.v1",
            $$"""{"reception":"{{Reception}}","case":"{{Id}}","number":1,"first":true,"court":"dg","channel":"visit","receiver":"L012","occurredAt":"2026-11-20T09:10:00+08:00","day":"2026-11-20","petitioner":"1-aa","joining":[],"person":"k1.eA==","claim":"k1.eA==","headcount":1,"level":"local","skipsLevel":false,"late":false,"earlierThanFirst":false,"returned":false}"""
        },
        {
            "case.received.v1",
            $$"""{"reception":"{{Reception}}","case":"{{Id}}","number":1,"first":true,"court":"zy","channel":"visit","receiver":"L007","occurredAt":"2026-11-20T09:10:00+08:00","day":"2026-11-20","petitioner":"1-aa","joining":[],"person":"k1.eA==","claim":"k1.eA==","headcount":1,"level":"local","skipsLevel":false,"late":false,"earlierThanFirst":false,"returned":false,"unit":"zy:民一庭","kind":"civil","fromImport":true}"""
        },
        { "case.owner-fixed.v1", $$"""{"case":"{{Id}}","owner":"L012","court":"dg","origin":"firstReceiver","at":"2026-11-20T09:10:00+08:00"}""" },
        {
            "case.summoned.v1",
            $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L012","reception":"{{Reception}}","at":"xs","sentAt":"2026-11-20T09:10:00+08:00"}"""
        },
        { "case.owner-notified.v1", $$"""{"case":"{{Id}}","leader":"L012","reception":"{{Reception}}","channel":"letter"}""" },
        {
            "case.imported.v1",
            $$"""{"case":"{{Id}}","import":"i1","rows":[{"row":3,"unit":"dg","owner":"曹景和"}],"unit":"dg","person":"k1.eA==","grievance":"k1.eA==","firstVisitOn":"2016-01-03","earlierVisits":7,"longStanding":true,"enforcement":false,"provinceVisit":false}"""
        },
        {
            "case.ended.v1",
            $$"""{"case":"{{Id}}","ground":"writtenUndertaking","status":"provisional","reason":"","day":"2026-11-20","owner":"L012","court":"dg"}"""
        },
        { "case.became-final.v1", $$"""{"case":"{{Id}}","on":"2027-11-21"}""" },
        {
            "case.reopened.v1",
            $$"""{"case":"{{Id}}","by":"{{Reception}}","on":"2026-11-20","undone":{"case":"{{Id}}","ground":"oralPromise","status":"provisional","reason":"","day":"2026-10-01","court":"dg"}""" + "}"
        },
        { "case.identified.v1", $$"""{"case":"{{Id}}","petitioner":"1-aa","person":"k1.eA=="}""" },
        { "case.joined-into.v1", $$"""{"case":"{{Id}}","older":"{{Reception}}","reason":"同一纠纷"}""" },
        { "case.summons-acknowledged.v1", $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L012","place":"xs","at":"2026-11-20T09:10:00+08:00"}""" },
        { "case.summons-attended.v1", $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L012","place":"xs","at":"2026-11-20T09:10:00+08:00"}""" },
        {
            "case.summons-arranged.v1",
            $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L012","place":"xs","mode":"onSite","for":"2026-11-21T09:00:00+08:00","where":"视频接访室","at":"2026-11-20T09:10:00+08:00"}"""
        },
        { "case.summons-kept.v1", $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L012","place":"xs","at":"2026-11-20T09:10:00+08:00"}""" },
        {
            "case.summons-missed.v1",
            $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L012","place":"xs","reason":"未到","at":"2026-11-20T09:10:00+08:00"}"""
        },
        {
            "case.summons-escalated.v1",
            $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L012","place":"xs","office":"dg","dueAt":"2026-11-20T09:40:00+08:00","at":"2026-11-20T09:40:05+08:00"}"""
        },
        {
            "case.owner-relieved.v1",
            $$"""{"case":"{{Id}}","leader":"L012","ground":"decided","reason":"原审审判长","approvedBy":"L011","on":"2026-11-20","at":"2026-11-20T09:10:00+08:00"}"""
        },
        {
            "case.owner-succeeded.v1",
            $$"""{"case":"{{Id}}","from":"L012","to":"L013","court":"dg","ground":"postLeft","reason":"调离","approvedBy":"L011","on":"2026-11-20","at":"2026-11-20T09:10:00+08:00"}"""
        },
        {
            "case.summons-passed.v1",
            $$"""{"summons":"{{Reception}}","case":"{{Id}}","leader":"L013","place":"xs","from":"L012","at":"2026-11-20T09:10:00+08:00"}"""
        },
        {
            "case.office-reminded.v1",
            $$"""{"case":"{{Id}}","office":"dg","leader":"L012","ground":"longLeave","since":"2026-11-20","dueOn":"2026-11-23","at":"2026-11-24T09:10:00+08:00"}"""
        },
        {
            "case.inquiry-recorded.v1",
            $$"""{"case":"{{Id}}","inquiry":"{{Reception}}","by":"L011","byName":"院长","to":"承办法官","what":"询问办理进度","manner":"call","givenAt":"2026-11-20T09:00:00+08:00","at":"2026-11-20T09:10:00+08:00"}"""
        },
        { "case.joined-by.v1", $$"""{"case":"{{Id}}","younger":"{{Reception}}","reason":"同一纠纷"}""" },
        { "case.content-erased.v1", $$"""{"case":"{{Id}}","reason":"本人申请"}""" },
        { "case.key-renewed.v1", $$"""{"case":"{{Id}}","key":"0102030405060708090a0b0c"}""" },
        { "case.clock-started.v1", $$"""{"case":"{{Id}}","clock":{{Clock}}}""" },
        { "case.clock-met.v1", $$"""{"case":"{{Id}}","clock":{{Clock}},"on":"2026-11-21","late":false}""" },
        {
            "case.clock-missed.v1",
            $$"""{"case":"{{Id}}","clock":{{Clock}},"dueAt":"2026-11-22T16:00:00+00:00","notedAt":"2026-11-22T16:00:30+00:00","notedOn":"2026-11-23","owner":"L012"}"""
        },
        { "case.clock-paused.v1", $$"""{"case":"{{Id}}","clock":"meet-1","on":"2026-11-21","reason":"住院","approvedBy":"L011"}""" },
        { "case.clock-resumed.v1", $$"""{"case":"{{Id}}","clock":"meet-1","on":"2026-11-25","dueOn":"2026-11-26"}""" },
        { "case.clock-stopped.v1", $$"""{"case":"{{Id}}","clocks":["meet-1"],"on":"2026-11-25"}""" },
        {
            "case.assigned.v1",
            $$"""{"case":"{{Id}}","id":"{{Reception}}","number":1,"source":"superiorCourt","documentNumber":"12号","receivedAt":"2026-11-20T01:10:00+00:00","receivedOn":"2026-11-20","unit":"dg","urgent":false}"""
        },
        {
            "case.entered.v1",
            $$"""{"case":"{{Id}}","id":"{{Reception}}","assignment":1,"on":"2026-11-21","responsibleLeader":"L011","handler":"李法官","contact":"8001"}"""
        },
        {
            "case.acted.v1",
            $$"""{"case":"{{Id}}","id":"{{Reception}}","act":"meet","on":"2026-11-21","at":"2026-11-21T01:10:00+00:00","facts":[{"name":"mode","value":"visit"}],"narrative":"k1.eA==","papers":[]}"""
        },
        {
            "case.paper-filed.v1",
            $$"""{"case":"{{Id}}","paper":"{{Reception}}","kind":"reviewReport","mediaType":"application/pdf","size":7,"hash":"00","on":"2026-11-21"}"""
        },
        { "case.outside-visit-reported.v1", $$"""{"case":"{{Id}}","id":"{{Reception}}","place":"capital","on":"2026-11-21","toldBy":"省信访局"}""" },
        {
            "case.closing-submitted.v1",
            $$"""{"case":"{{Id}}","id":"{{Reception}}","number":1,"ground":"oralPromise","outcome":"persuaded","report":"k1.eA==","layers":["owner","president"],"papers":["{{Reception}}"],"on":"2026-11-21"}"""
        },
        {
            "case.signed.v1",
            $$"""{"case":"{{Id}}","id":"{{Reception}}","closing":1,"layer":"owner","by":"L012","name":"曹景和","at":"2026-11-21T01:10:00+00:00","on":"2026-11-21"}"""
        },
        {
            "case.sent-back.v1",
            $$"""{"case":"{{Id}}","id":"{{Reception}}","closing":1,"layer":"president","by":"L011","on":"2026-11-21","narrative":"k1.eA=="}"""
        },
        { "case.closing-lapsed.v1", $$"""{"case":"{{Id}}","closing":1,"ground":"ownerChanged","on":"2026-11-21"}""" },
        { "case.passed-on.v1", $$"""{"case":"{{Id}}","to":"某区人民政府","on":"2026-11-21","court":"dg"}""" },
        { "case.reopening-asked.v1", $$"""{"case":"{{Id}}","id":"{{Reception}}","on":"2026-11-21","narrative":"k1.eA=="}""" },
        { "case.rated.v1", $$"""{"case":"{{Id}}","stars":5,"on":"2026-11-21","court":"dg"}""" },
    };

    public static TheoryData<string, string> PetitionerEvents => new()
    {
        { "petitioner.registered.v1", """{"petitioner":"1-aa","idType":"residentId","key":"k1","identity":"k1.eA=="}""" },
        { "petitioner.data-erased.v1", $$"""{"petitioner":"1-aa","cases":["{{Id}}"],"reason":"本人申请"}""" },
        { "petitioner.case-linked.v1", $$"""{"petitioner":"1-aa","case":"{{Id}}","number":"(2016)鲁9902民初4058号"}""" },
    };

    public static TheoryData<string, string> LeaderEvents => new()
    {
        { "leader.long-leave-begun.v1", """{"leader":"L012","from":"2026-11-20","until":"2027-02-20","reason":"进修"}""" },
        { "leader.long-leave-ended.v1", """{"leader":"L012","on":"2027-01-04"}""" },
    };

    [Theory]
    [MemberData(nameof(LeaderEvents))]
    public void An_event_of_a_leader_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.Leader, kind, json);

    [Fact]
    public void An_event_of_a_duty_log_is_read_and_written_as_it_always_was() => Holds(
        Codecs.DutyLog,
        "duty-log.written.v1",
        """{"log":"dg/2026-11-20/morning","leader":"L012","window":"k1.eA==","matters":"k1.eA==","at":"2026-11-20T11:30:00+08:00"}""");

    public static TheoryData<string, string> ReceptionDayEvents => new()
    {
        {
            "reception-day.announced.v1",
            """{"month":"dg/2026-11","date":"2026-11-20","leader":"L011","from":"2026-11-20T00:30:00+00:00","to":"2026-11-20T03:30:00+00:00","place":"二楼接待室","capacity":9,"topic":"涉执行事项","at":"2026-11-12T01:10:00+00:00"}"""
        },
        { "reception-day.closed.v1", """{"month":"dg/2026-11","date":"2026-11-20","reason":"名额留作补充","at":"2026-11-12T01:10:00+00:00"}""" },
        {
            "reception-day.withdrawn.v1",
            """{"month":"dg/2026-11","date":"2026-11-20","reason":"改期","appointments":["dg-20261120-01"],"at":"2026-11-12T01:10:00+00:00"}"""
        },
        {
            "reception-day.booked.v1",
            """{"month":"dg/2026-11","number":"dg-20261120-01","for":"2026-11-20T00:30:00+00:00","contact":{"name":"k1.eA==","phone":"k1.eA==","matter":"k1.eA=="},"at":"2026-11-12T01:10:00+00:00"}"""
        },
        { "reception-day.cancelled.v1", """{"month":"dg/2026-11","number":"dg-20261120-01","reason":"本人取消","at":"2026-11-12T01:10:00+00:00"}""" },
        {
            "reception-day.attended.v1",
            $$"""{"month":"dg/2026-11","number":"dg-20261120-01","reception":"{{Reception}}","at":"2026-11-20T01:10:00+00:00"}"""
        },
        { "reception-day.ended.v1", """{"month":"dg/2026-11","date":"2026-11-20","missed":["dg-20261120-01"],"at":"2026-11-20T03:30:00+00:00"}""" },
        { "reception-day.contacts-erased.v1", """{"month":"dg/2026-11","numbers":["dg-20261120-01"],"at":"2026-11-20T03:30:00+00:00"}""" },
    };

    [Theory]
    [MemberData(nameof(ReceptionDayEvents))]
    public void An_event_of_a_reception_day_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.ReceptionDays, kind, json);

    [Fact]
    public void A_reception_may_name_the_judge_of_the_original_lawsuit() => Holds(
        Codecs.Case,
        "case.received.v1",
        $$"""{"reception":"{{Reception}}","case":"{{Id}}","number":1,"first":true,"court":"dg","channel":"visit","receiver":"L012","occurredAt":"2026-11-20T09:10:00+08:00","day":"2026-11-20","petitioner":"1-aa","joining":[],"person":"k1.eA==","claim":"k1.eA==","headcount":1,"level":"local","skipsLevel":false,"late":false,"earlierThanFirst":false,"returned":false,"originalJudge":"王法官"}""");

    [Fact]
    public void An_event_of_the_city_is_read_and_written_as_it_always_was() => Holds(Codecs.City, "city.leader-left.v1", """{"leader":"L012"}""");

    [Theory]
    [MemberData(nameof(CaseEvents))]
    public void An_event_of_a_case_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.Case, kind, json);

    [Theory]
    [MemberData(nameof(PetitionerEvents))]
    public void An_event_of_a_petitioner_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.Petitioner, kind, json);

    [Fact]
    public void Every_kind_of_event_is_pinned_here()
    {
        Assert.Equal(Kinds(typeof(CaseEvent)), CaseEvents.Select(row => (string)row[0]).Distinct().Order());
        Assert.Equal(Kinds(typeof(Grains.Leaders.LeaderEvent)), LeaderEvents.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(Grains.ReceptionDays.ReceptionDaysEvent)), ReceptionDayEvents.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(PetitionerEvent)), PetitionerEvents.Select(row => (string)row[0]).Order());
    }

    [Fact]
    public void An_event_of_a_newer_release_is_not_guessed_at() =>
        Assert.Throws<InvalidOperationException>(() => Codecs.Case.Decode("case.received.v2", "{}"u8));

    private static void Holds<TEvent>(EventCodec<TEvent> codec, string kind, string json)
        where TEvent : class
    {
        var stored = codec.Encode(codec.Decode(kind, Encoding.UTF8.GetBytes(json)));
        Assert.Equal((kind, json), (stored.Kind, Encoding.UTF8.GetString(stored.Payload.AsSpan())));
    }

    private static IEnumerable<string> Kinds(Type family) => family
        .GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
        .Select(a => (string)((System.Text.Json.Serialization.JsonDerivedTypeAttribute)a).TypeDiscriminator!)
        .Order();
}
