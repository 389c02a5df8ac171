using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PetitionMesh.Gateway.Assignments;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Campaigns;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Cases.Acts;
using PetitionMesh.Gateway.Cases.Papers;
using PetitionMesh.Gateway.DailyReports;
using PetitionMesh.Gateway.Desks;
using PetitionMesh.Gateway.Duties;
using PetitionMesh.Gateway.ErrandDesks;
using PetitionMesh.Gateway.FirstRequests;
using PetitionMesh.Gateway.Health;
using PetitionMesh.Gateway.Imports;
using PetitionMesh.Gateway.Inquiries;
using PetitionMesh.Gateway.LawsuitScreenings;
using PetitionMesh.Gateway.Leaders;
using PetitionMesh.Gateway.OnSiteChecks;
using PetitionMesh.Gateway.Operations;
using PetitionMesh.Gateway.OutsideVisits;
using PetitionMesh.Gateway.Ownership;
using PetitionMesh.Gateway.Privacy;
using PetitionMesh.Gateway.Public;
using PetitionMesh.Gateway.ReceptionDays;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Gateway.Routings;
using PetitionMesh.Gateway.Succession;
using PetitionMesh.Gateway.Summonses;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Duties;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.LawsuitScreenings;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Everything that crosses the wire, generated at compile time. Two instances: strict for what comes, readable for what goes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ReadinessAnswer))]
[JsonSerializable(typeof(LivenessAnswer))]
[JsonSerializable(typeof(DashboardView))]
[JsonSerializable(typeof(ImmutableArray<CandidateView>))]
[JsonSerializable(typeof(CityDocument))]
[JsonSerializable(typeof(ReceptionBody))]
[JsonSerializable(typeof(ReceptionView))]
[JsonSerializable(typeof(LookupBody))]
[JsonSerializable(typeof(LookupView))]
[JsonSerializable(typeof(CaseSearchBody))]
[JsonSerializable(typeof(CaseListView))]
[JsonSerializable(typeof(CaseFileView))]
[JsonSerializable(typeof(CaseHistoryView))]
[JsonSerializable(typeof(IdentifyBody))]
[JsonSerializable(typeof(JoinBody))]
[JsonSerializable(typeof(ActView))]
[JsonSerializable(typeof(OpenActsView))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(ImmutableArray<JudgmentBody>))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(PaperView))]
[JsonSerializable(typeof(AssignmentBody))]
[JsonSerializable(typeof(AssignedView))]
[JsonSerializable(typeof(AssignmentListView))]
[JsonSerializable(typeof(OutsideVisitBody))]
[JsonSerializable(typeof(RatingBody))]
[JsonSerializable(typeof(ReopeningBody))]
[JsonSerializable(typeof(CountsView))]
[JsonSerializable(typeof(EraseBody))]
[JsonSerializable(typeof(PetitionMesh.Grains.Privacy.ErasureAnswer))]
[JsonSerializable(typeof(ImportView))]
[JsonSerializable(typeof(PublicCaseView))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(PublishBody))]
[JsonSerializable(typeof(DayBody))]
[JsonSerializable(typeof(LeaveBody))]
[JsonSerializable(typeof(SensitivePeriodBody))]
[JsonSerializable(typeof(SwapBody))]
[JsonSerializable(typeof(RosterRangeView))]
[JsonSerializable(typeof(RosterResultView))]
[JsonSerializable(typeof(RosterResultsView))]
[JsonSerializable(typeof(SwapView))]
[JsonSerializable(typeof(SwapListView))]
[JsonSerializable(typeof(MomentBody))]
[JsonSerializable(typeof(ArrangeBody))]
[JsonSerializable(typeof(MissBody))]
[JsonSerializable(typeof(SummonsStanding))]
[JsonSerializable(typeof(AwaitingListView))]
[JsonSerializable(typeof(DeskView))]
[JsonSerializable(typeof(LeaderNews))]
[JsonSerializable(typeof(OfficeNews))]
[JsonSerializable(typeof(InquiryBody))]
[JsonSerializable(typeof(InquiryAnswer))]
[JsonSerializable(typeof(AnnounceBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(BookBody))]
[JsonSerializable(typeof(ReceptionDayListView))]
[JsonSerializable(typeof(AppointmentListView))]
[JsonSerializable(typeof(ReceptionDayStanding))]
[JsonSerializable(typeof(AppointmentStanding))]
[JsonSerializable(typeof(DutyScreenView))]
[JsonSerializable(typeof(DutyLogBody))]
[JsonSerializable(typeof(DutyDayView))]
[JsonSerializable(typeof(DutyLogAnswer))]
[JsonSerializable(typeof(FirstRequestBody))]
[JsonSerializable(typeof(PassOnBody))]
[JsonSerializable(typeof(FinishBody))]
[JsonSerializable(typeof(EnterRequestBody))]
[JsonSerializable(typeof(FirstRequestAnswer))]
[JsonSerializable(typeof(FirstRequestListView))]
[JsonSerializable(typeof(FirstRequestView))]
[JsonSerializable(typeof(FirstRequestCountsView))]
[JsonSerializable(typeof(RoutingBody))]
[JsonSerializable(typeof(RouteBody))]
[JsonSerializable(typeof(RoutingObjectionBody))]
[JsonSerializable(typeof(ObjectionDecisionBody))]
[JsonSerializable(typeof(WithdrawRoutingBody))]
[JsonSerializable(typeof(EnforcedBody))]
[JsonSerializable(typeof(RoutingLookupBody))]
[JsonSerializable(typeof(RoutingAnswer))]
[JsonSerializable(typeof(RoutingListView))]
[JsonSerializable(typeof(RoutingView))]
[JsonSerializable(typeof(RoutingLookupView))]
[JsonSerializable(typeof(RoutingCountsView))]
[JsonSerializable(typeof(CampaignBody))]
[JsonSerializable(typeof(CampaignDaysBody))]
[JsonSerializable(typeof(GatherBody))]
[JsonSerializable(typeof(KeyCaseBody))]
[JsonSerializable(typeof(LevelBody))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(ShareBody))]
[JsonSerializable(typeof(StrikeOffBody))]
[JsonSerializable(typeof(ChangeEntryBody))]
[JsonSerializable(typeof(EntryReasonBody))]
[JsonSerializable(typeof(CampaignAnswer))]
[JsonSerializable(typeof(CampaignEntryAnswer))]
[JsonSerializable(typeof(CampaignListView))]
[JsonSerializable(typeof(CampaignFileView))]
[JsonSerializable(typeof(CampaignCasesView))]
[JsonSerializable(typeof(CampaignEntryView))]
[JsonSerializable(typeof(CampaignCountsView))]
[JsonSerializable(typeof(ErrandDeskBody))]
[JsonSerializable(typeof(DeskOfficerBody))]
[JsonSerializable(typeof(DeskCloseBody))]
[JsonSerializable(typeof(ErrandDeskAnswer))]
[JsonSerializable(typeof(ErrandDeskListView))]
[JsonSerializable(typeof(ComplaintBody))]
[JsonSerializable(typeof(CirculateBody))]
[JsonSerializable(typeof(CheckBody))]
[JsonSerializable(typeof(ComplaintAnswerBody))]
[JsonSerializable(typeof(ComplaintAnswer))]
[JsonSerializable(typeof(ComplaintListView))]
[JsonSerializable(typeof(ComplaintView))]
[JsonSerializable(typeof(ComplaintCountsView))]
[JsonSerializable(typeof(OnSiteCheckBody))]
[JsonSerializable(typeof(RectifyBody))]
[JsonSerializable(typeof(VerifyBody))]
[JsonSerializable(typeof(OnSiteCheckAnswer))]
[JsonSerializable(typeof(OnSiteCheckView))]
[JsonSerializable(typeof(OnSiteCheckListView))]
[JsonSerializable(typeof(OnSiteCheckCountsView))]
[JsonSerializable(typeof(LawsuitScreeningBody))]
[JsonSerializable(typeof(ScreeningCorrectionBody))]
[JsonSerializable(typeof(SettleLawsuitBody))]
[JsonSerializable(typeof(LawsuitScreeningAnswer))]
[JsonSerializable(typeof(LawsuitScreeningView))]
[JsonSerializable(typeof(LawsuitScreeningBoardView))]
[JsonSerializable(typeof(LawsuitScreeningCountsView))]
[JsonSerializable(typeof(SucceedBody))]
[JsonSerializable(typeof(RecuseBody))]
[JsonSerializable(typeof(HandsStanding))]
[JsonSerializable(typeof(OwnerlessListView))]
[JsonSerializable(typeof(LongLeaveBody))]
[JsonSerializable(typeof(BackBody))]
[JsonSerializable(typeof(LeaderStanding))]
[JsonSerializable(typeof(DailyReportBody))]
[JsonSerializable(typeof(CorrectionBody))]
[JsonSerializable(typeof(AlertBody))]
[JsonSerializable(typeof(ContactBody))]
[JsonSerializable(typeof(UnitReportView))]
[JsonSerializable(typeof(DayBoardView))]
[JsonSerializable(typeof(AlertView))]
[JsonSerializable(typeof(AlertListView))]
[JsonSerializable(typeof(UnitView))]
[JsonSerializable(typeof(UnitListView))]
[JsonSerializable(typeof(EntriesView))]
[JsonSerializable(typeof(AlertSeenView))]
[JsonSerializable(typeof(DayToldView))]
[JsonSerializable(typeof(ImmutableArray<CountView>))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(ProductView))]
[JsonSerializable(typeof(PublishProductBody))]
[JsonSerializable(typeof(PublicationListView))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Deepest nesting of a body that is looked at. Our deepest document has 4 levels.</summary>
    public const int MaxDepth = 16;

    /// <summary>For bodies: exact names, no unknown or duplicate field, numbers are numbers, bounded depth.</summary>
    public static WireJson Bodies { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = MaxDepth,
        Converters = { new InstantConverter() },
    });

    /// <summary>For answers: Chinese stays readable, null members are written (<c>"summons": null</c>).</summary>
    public static WireJson Answers { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
