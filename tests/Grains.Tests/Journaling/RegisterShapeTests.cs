using System.Text;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.LawsuitScreenings;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Grains.Tests.Journaling;

/// <summary>What the registers beside the cases are on disk, letter by letter (Y1 to Y6, L1 to L7). A line here may be added, never changed.</summary>
public sealed class RegisterShapeTests
{
    private const string Id = "00000000-0000-8000-8000-00000000000c";
    private const string Case = "00000000-0000-8000-8000-00000000000d";
    private const string At = "2026-11-20T09:10:00+08:00";
    private const string Lawsuit = "(2016)鲁9902民初4058号";

    public static TheoryData<string, string> FirstRequests => new()
    {
        {
            "first-request.received.v1",
            $$"""{"request":"{{Id}}","court":"dg","channel":"visit","day":"2026-11-20","time":"09:10:00","responsible":"甲","kind":"inquiry","handling":"onTheSpot","petitioner":"1-aa","person":"k1.eA==","claim":"k1.eA==","number":"{{Lawsuit}}","dueOn":"2026-11-20","register":"乙","import":"丙","at":"{{At}}"}"""
        },
        { "first-request.passed-on.v1", $$"""{"request":"{{Id}}","to":"甲","appointment":"{{At}}","note":"k1.eA==","at":"{{At}}"}""" },
        { "first-request.finished.v1", $$"""{"request":"{{Id}}","day":"2026-11-20","result":"k1.eA==","at":"{{At}}"}""" },
        { "first-request.entered.v1", $$"""{"request":"{{Id}}","case":"{{Case}}","at":"{{At}}"}""" },
        { "first-request.filed.v1", $$"""{"request":"{{Id}}","at":"{{At}}"}""" },
        { "first-request.content-erased.v1", $$"""{"request":"{{Id}}","reason":"甲"}""" },
    };

    public static TheoryData<string, string> Routings => new()
    {
        {
            "routing.registered.v1",
            $$"""{"routing":"{{Id}}","court":"dg","kind":"firstTrial","number":"{{Lawsuit}}","ground":"refiled","day":"2026-11-20","dueOn":"2026-11-20","note":"k1.eA==","by":"甲","at":"{{At}}"}"""
        },
        {
            "routing.routed.v1",
            $$"""{"routing":"{{Id}}","related":"{{Lawsuit}}","receiver":{"name":"甲","division":"乙"},"ground":"refiled","day":"2026-11-20","late":true,"objectUntil":"2026-11-20","by":"丙","at":"{{At}}"}"""
        },
        {
            "routing.objected.v1",
            $$"""{"routing":"{{Id}}","objection":1,"kind":"mismatch","objector":"甲","related":"{{Lawsuit}}","first":{"name":"乙","division":"丙"},"ground":"refiled","reason":"k1.eA==","day":"2026-11-20","tally":{"raised":1,"missed":1,"granted":1,"refused":1,"settled":1},"by":"丁","at":"{{At}}"}"""
        },
        {
            "routing.decided.v1",
            $$"""{"routing":"{{Id}}","objection":1,"outcome":"granted","receiver":{"name":"甲","division":"乙"},"related":"{{Lawsuit}}","ground":"refiled","objectUntil":"2026-11-20","decidedBy":"丙","opinion":"k1.eA==","reasons":"k1.eA==","day":"2026-11-20","tally":{"raised":1,"missed":1,"granted":1,"refused":1,"settled":1},"by":"丁","at":"{{At}}"}"""
        },
        { "routing.enforced.v1", $$"""{"routing":"{{Id}}","fen":250,"day":"2026-11-20","by":"甲","at":"{{At}}"}""" },
        { "routing.withdrawn.v1", $$"""{"routing":"{{Id}}","reason":"甲","by":"乙","at":"{{At}}"}""" },
        { "routing.content-erased.v1", $$"""{"routing":"{{Id}}","reason":"甲"}""" },
    };

    public static TheoryData<string, string> Campaigns => new()
    {
        { "campaign.opened.v1", $$"""{"campaign":"{{Id}}","title":"甲","firstDay":"2026-11-20","lastDay":"2026-11-20","courts":["dg"],"by":"乙","at":"{{At}}"}""" },
        { "campaign.days-changed.v1", $$"""{"campaign":"{{Id}}","firstDay":"2026-11-20","lastDay":"2026-11-20","reason":"甲","by":"乙","at":"{{At}}"}""" },
    };

    public static TheoryData<string, string> CampaignEntries => new()
    {
        {
            "campaign-entry.gathered.v1",
            $$"""{"campaign":"{{Id}}","case":"{{Case}}","unit":"zy:民一庭","judge":"甲","responsibleLeader":"L012","limitOn":"2026-11-20","day":"2026-11-20","by":"乙","at":"{{At}}"}"""
        },
        { "campaign-entry.made-key.v1", $$"""{"campaign":"{{Id}}","case":"{{Case}}","reason":"甲","team":["乙"],"by":"丙","at":"{{At}}"}""" },
        { "campaign-entry.received.v1", $$"""{"campaign":"{{Id}}","case":"{{Case}}","level":"petitionStaff","receiver":"甲","result":"乙","day":"2026-11-20","by":"丙","at":"{{At}}"}""" },
        { "campaign-entry.handled.v1", $$"""{"campaign":"{{Id}}","case":"{{Case}}","batch":"reviewed","day":"2026-11-20","by":"甲","at":"{{At}}"}""" },
        { "campaign-entry.shared.v1", $$"""{"campaign":"{{Id}}","case":"{{Case}}","courts":["dg"],"work":"甲","by":"乙","at":"{{At}}"}""" },
        { "campaign-entry.struck-off.v1", $$"""{"campaign":"{{Id}}","case":"{{Case}}","day":"2026-11-20","reason":"甲","by":"乙","at":"{{At}}"}""" },
        { "campaign-entry.restored.v1", $$"""{"campaign":"{{Id}}","case":"{{Case}}","reason":"甲","by":"乙","at":"{{At}}"}""" },
        {
            "campaign-entry.changed.v1",
            $$"""{"campaign":"{{Id}}","case":"{{Case}}","judge":"甲","responsibleLeader":"L012","limitOn":"2026-11-20","reason":"乙","by":"丙","at":"{{At}}"}"""
        },
        { "campaign-entry.removed.v1", $$"""{"campaign":"{{Id}}","case":"{{Case}}","reason":"甲","by":"乙","at":"{{At}}"}""" },
    };

    public static TheoryData<string, string> ErrandDesks => new()
    {
        { "errand-desk.opened.v1", $$"""{"desk":"{{Id}}","court":"dg","name":"甲","place":"乙","officer":"丙","day":"2026-11-20","by":"丁","at":"{{At}}"}""" },
        { "errand-desk.officer-named.v1", $$"""{"desk":"{{Id}}","officer":"甲","reason":"乙","day":"2026-11-20","by":"丙","at":"{{At}}"}""" },
        { "errand-desk.closed.v1", $$"""{"desk":"{{Id}}","reason":"甲","day":"2026-11-20","by":"乙","at":"{{At}}"}""" },
    };

    public static TheoryData<string, string> Complaints => new()
    {
        {
            "complaint.registered.v1",
            $$"""{"complaint":"{{Id}}","court":"dg","desk":"{{Id}}","deskName":"甲","officer":"乙","channel":"visit","day":"2026-11-20","alleged":["buckPassing"],"content":"k1.eA==","name":"k1.eA==","phone":"k1.eA==","by":"丙","at":"{{At}}"}"""
        },
        { "complaint.circulated.v1", $$"""{"complaint":"{{Id}}","division":"甲","dueOn":"2026-11-20","day":"2026-11-20","by":"乙","at":"{{At}}"}""" },
        {
            "complaint.checked.v1",
            $$"""{"complaint":"{{Id}}","outcome":"founded","checkedBy":"甲","findings":"k1.eA==","found":["buckPassing"],"day":"2026-11-20","late":true,"by":"乙","at":"{{At}}"}"""
        },
        { "complaint.answered.v1", $$"""{"complaint":"{{Id}}","answeredBy":"甲","means":"inPerson","text":"k1.eA==","day":"2026-11-20","by":"乙","at":"{{At}}"}""" },
        { "complaint.content-erased.v1", $$"""{"complaint":"{{Id}}","reason":"甲"}""" },
    };

    public static TheoryData<string, string> OnSiteChecks => new()
    {
        {
            "on-site-check.recorded.v1",
            $$"""{"check":"{{Id}}","court":"dg","inspecting":"zy","division":"甲","day":"2026-11-20","inspectors":["乙"],"register":"firstRequests","from":"2026-11-01","to":"2026-11-20","shown":12,"sampled":10,"agreeing":9,"findings":[{"kind":"missing","entry":"3","text":"丙"}],"opinion":"丁","dueOn":"2026-11-27","by":"戊","at":"{{At}}"}"""
        },
        { "on-site-check.rectified.v1", $$"""{"check":"{{Id}}","measures":"甲","day":"2026-11-20","late":true,"by":"乙","at":"{{At}}"}""" },
        { "on-site-check.sent-back.v1", $$"""{"check":"{{Id}}","reason":"甲","dueOn":"2026-11-27","day":"2026-11-20","by":"乙","at":"{{At}}"}""" },
        { "on-site-check.passed.v1", $$"""{"check":"{{Id}}","day":"2026-11-20","by":"甲","at":"{{At}}"}""" },
    };

    public static TheoryData<string, string> LawsuitScreenings => new()
    {
        { "lawsuit-screening.reported.v1", $$"""{"screening":"dg/2026-11","openLawsuits":20,"closedLawsuits":30,"found":[{{Screened}}],"day":"2026-11-20","late":true,"by":"甲","at":"{{At}}"}""" },
        {
            "lawsuit-screening.corrected.v1",
            $$"""{"screening":"dg/2026-11","openLawsuits":20,"closedLawsuits":30,"found":[{{Screened}}],"left":1,"reason":"甲","by":"乙","at":"{{At}}"}"""
        },
        {
            "lawsuit-screening.settled.v1",
            $$"""{"screening":"dg/2026-11","number":"{{Lawsuit}}","outcome":"甲","left":0,"day":"2026-11-20","by":"乙","at":"{{At}}"}"""
        },
    };

    private const string Screened =
        """{"number":"(2019)鲁9902民初140号","stage":"closed","ground":"judgment","risk":"甲","measures":"乙","responsible":"丙","dueOn":"2026-11-27"}""";

    [Theory]
    [MemberData(nameof(LawsuitScreenings))]
    public void An_event_of_a_screening_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.LawsuitScreening, kind, json);

    [Theory]
    [MemberData(nameof(OnSiteChecks))]
    public void An_event_of_an_on_site_check_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.OnSiteCheck, kind, json);

    [Theory]
    [MemberData(nameof(FirstRequests))]
    public void An_event_of_a_first_request_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.FirstRequest, kind, json);

    [Theory]
    [MemberData(nameof(Routings))]
    public void An_event_of_a_routing_slip_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.Routing, kind, json);

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void An_event_of_a_campaign_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.Campaign, kind, json);

    [Theory]
    [MemberData(nameof(CampaignEntries))]
    public void An_event_of_a_case_of_a_campaign_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.CampaignEntry, kind, json);

    [Theory]
    [MemberData(nameof(ErrandDesks))]
    public void An_event_of_a_stuck_errand_desk_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.ErrandDesk, kind, json);

    [Theory]
    [MemberData(nameof(Complaints))]
    public void An_event_of_a_complaint_is_read_and_written_as_it_always_was(string kind, string json) => Holds(Codecs.Complaint, kind, json);

    [Fact]
    public void Every_kind_of_event_is_pinned_here()
    {
        Assert.Equal(Kinds(typeof(FirstRequestEvent)), FirstRequests.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(RoutingEvent)), Routings.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(CampaignEvent)), Campaigns.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(CampaignEntryEvent)), CampaignEntries.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(ErrandDeskEvent)), ErrandDesks.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(OnSiteCheckEvent)), OnSiteChecks.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(LawsuitScreeningEvent)), LawsuitScreenings.Select(row => (string)row[0]).Order());
        Assert.Equal(Kinds(typeof(ComplaintEvent)), Complaints.Select(row => (string)row[0]).Order());
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
