using System.Text.Encodings.Web;
using System.Text.Json;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Duties;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.LawsuitScreenings;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Publications;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Grains.Journaling;

/// <summary>One codec per family of events.</summary>
public static class Codecs
{
    /// <summary>Stored bytes are never put into a page as they are, so Chinese stays readable and takes half the room.</summary>
    private static readonly EventsJson Readable = new(new JsonSerializerOptions(EventsJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static EventCodec<CaseEvent> Case { get; } = new(Readable);
    public static EventCodec<PetitionerEvent> Petitioner { get; } = new(Readable);
    public static EventCodec<ErasureEvent> Erasure { get; } = new(Readable);
    public static EventCodec<CityEvent> City { get; } = new(Readable);
    public static EventCodec<DutyLogEvent> DutyLog { get; } = new(Readable);
    public static EventCodec<FirstRequestEvent> FirstRequest { get; } = new(Readable);
    public static EventCodec<CampaignEvent> Campaign { get; } = new(Readable);
    public static EventCodec<CampaignEntryEvent> CampaignEntry { get; } = new(Readable);
    public static EventCodec<ErrandDeskEvent> ErrandDesk { get; } = new(Readable);
    public static EventCodec<ComplaintEvent> Complaint { get; } = new(Readable);
    public static EventCodec<LawsuitScreeningEvent> LawsuitScreening { get; } = new(Readable);
    public static EventCodec<OnSiteCheckEvent> OnSiteCheck { get; } = new(Readable);
    public static EventCodec<LeaderEvent> Leader { get; } = new(Readable);
    public static EventCodec<RosterEvent> Roster { get; } = new(Readable);
    public static EventCodec<RoutingEvent> Routing { get; } = new(Readable);
    public static EventCodec<ReceptionDaysEvent> ReceptionDays { get; } = new(Readable);
    public static EventCodec<CourtDayEvent> CourtDay { get; } = new(Readable);
    public static EventCodec<ReportingUnitEvent> ReportingUnit { get; } = new(Readable);
    public static EventCodec<PublicationEvent> Publication { get; } = new(Readable);
}
