using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Duties;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.LawsuitScreenings;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Publications;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Grains.Journaling;

/// <summary>Names the event stream of one grain. The text before the slash is the grain's kind and decides how events are read.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.stream-id")]
public readonly record struct StreamId([property: Id(0)] string Value)
{
    public static StreamId Of(CaseId id) => new($"case/{id}");
    public static StreamId Of(PetitionerKey key) => new($"petitioner/{key}");
    public static StreamId Of(RosterId id) => new($"roster/{id}");
    public static StreamId OfReceptionDays(RosterId month) => new($"reception-days/{month}");
    public static StreamId Of(DutyLogId id) => new($"duty-log/{id}");
    public static StreamId Of(FirstRequestId id) => new($"first-request/{id}");
    public static StreamId Of(RoutingId id) => new($"routing/{id}");
    public static StreamId Of(CampaignId id) => new($"campaign/{id}");
    public static StreamId Of(CampaignEntryId id) => new($"campaign-entry/{id}");
    public static StreamId Of(ErrandDeskId id) => new($"errand-desk/{id}");
    public static StreamId Of(ComplaintId id) => new($"complaint/{id}");
    public static StreamId Of(LawsuitScreeningId id) => new($"lawsuit-screening/{id}");
    public static StreamId Of(OnSiteCheckId id) => new($"on-site-check/{id}");
    public static StreamId Of(LeaderId id) => new($"leader/{id}");
    public static StreamId Of(CourtDayId id) => new($"court-day/{id}");
    public static StreamId Of(UnitId id) => new($"reporting-unit/{id}");
    public static StreamId Of(PublicationId id) => new($"publication/{id}");
    public static StreamId Erasures { get; } = new("erasures/city");
    public static StreamId City { get; } = new("city/main");

    public override string ToString() => Value;
}
