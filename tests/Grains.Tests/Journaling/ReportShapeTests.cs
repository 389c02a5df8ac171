using System.Text;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Grains.Tests.Journaling;

/// <summary>What reports, alerts and published products are on disk, letter by letter. A line here may be added, never changed.</summary>
public sealed class ReportShapeTests
{
    private const string Id = "00000000-0000-8000-8000-00000000000c";
    private const string At = "2026-11-20T09:10:00+08:00";

    private const string Figures =
        """{"receptions":3,"first":2,"repeat":1,"collective":0,"skipLevel":0,"persons":4,"visit":2,"letter":1,"call":0,"email":0,"online":0,"video":0,"visitPersons":3,"toCity":0,"toProvince":0,"toCapital":0,"closed":0,"alerts":0}""";

    public static TheoryData<string, string> CourtDays => new()
    {
        {
            "court-day.report-submitted.v1",
            $$"""{"day":"zy:民一庭/2026-11-20","nil":false,"figures":{{Figures}},"remarks":"","registered":{{Figures}},"position":7,"signer":"张三","at":"{{At}}","late":false}"""
        },
        {
            "court-day.report-corrected.v1",
            $$"""{"day":"dg/2026-11-20","nil":true,"figures":{{Figures}},"remarks":"","reason":"漏报","registered":{{Figures}},"position":9,"signer":"张三","at":"{{At}}"}"""
        },
        {
            "court-day.alert-raised.v1",
            $$"""{"alert":"{{Id}}","day":"dg/2026-11-20","kind":"collectiveVisit","case":"{{Id}}","reception":"{{Id}}","place":"一楼","headcount":7,"words":"集体访","occurredAt":"{{At}}","raisedBy":"张三","at":"{{At}}"}"""
        },
        { "court-day.alert-acknowledged.v1", $$"""{"alert":"{{Id}}","day":"dg/2026-11-20","by":"李四","at":"{{At}}"}""" },
    };

    public static TheoryData<string, string> Publications => new()
    {
        {
            "publication.frozen.v1",
            $$"""{"publication":"bulletin/city/2026-11-01/2026-11-14","content":"{\"title\":\"双周通报\"}","hash":"ab","position":7,"by":"张三","at":"{{At}}"}"""
        },
        {
            "publication.put-right.v1",
            $$"""{"publication":"bulletin/city/2026-11-01/2026-11-14","number":1,"lines":[{"table":"receptions","row":"东港区人民法院","column":"合计","was":"3","is":"4"}],"reason":"迟录","content":"{}","hash":"cd","position":9,"by":"张三","at":"{{At}}"}"""
        },
    };

    [Theory]
    [MemberData(nameof(CourtDays))]
    public void An_event_of_a_units_day_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.CourtDay, kind, json);

    [Theory]
    [MemberData(nameof(Publications))]
    public void An_event_of_a_publication_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.Publication, kind, json);

    [Fact]
    public void The_naming_of_a_contact_is_read_and_written_as_it_always_was() =>
        Holds(Codecs.ReportingUnit, "reporting-unit.contact-named.v1", $$"""{"unit":"dg","name":"张三","post":"主任","phone":"0100","at":"{{At}}"}""");

    [Fact]
    public void Every_kind_of_event_is_pinned_here()
    {
        Assert.Equal(Kinds(typeof(CourtDayEvent)), CourtDays.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(PublicationEvent)), Publications.Select(row => (string)row[0]).Order());
        Assert.Equal(["reporting-unit.contact-named.v1"], Kinds(typeof(ReportingUnitEvent)));
    }

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
