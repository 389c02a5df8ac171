using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// What a registered reception answers. Kept in the command table as it stands, so it holds nothing readable of a person:
/// claims of candidates stay sealed until the gateway shows them to someone who may read them.
/// </summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-answer")]
public sealed record ReceptionAnswer(
    [property: Id(0)] ReceptionId Reception,
    [property: Id(1)] CaseId Case,
    [property: Id(2)] bool First,
    [property: Id(3)] int Number,
    [property: Id(4)] OwnerStanding? Owner,
    [property: Id(5)] SummonsNotice? Summons,
    [property: Id(6)] ImmutableArray<ReceptionWarning> Warnings);

/// <summary>The owner as people look for him: name and post besides the id.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.owner-standing")]
public sealed record OwnerStanding(
    [property: Id(0)] LeaderId Leader,
    [property: Id(1)] string Name,
    [property: Id(2)] string Post,
    [property: Id(3)] CourtId Court,
    [property: Id(4)] OwnerOrigin Origin);

/// <summary>W8: a summons that was sent.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.summons-notice")]
public sealed record SummonsNotice([property: Id(0)] SummonsId Summons, [property: Id(1)] LeaderId Leader);

/// <summary>Something the clerk should look at; the reception is registered all the same.</summary>
/// <param name="Code">Stable slug: <c>open-cases</c>, <c>late-entry</c>, <c>earlier-entry</c>, <c>returned</c>.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-warning")]
public sealed record ReceptionWarning(
    [property: Id(0)] string Code,
    [property: Id(1)] string Message,
    [property: Id(2)] ImmutableArray<Candidate> Candidates);

/// <summary>An open case of the same person that may be the one meant.</summary>
/// <param name="Reception">The reception whose <paramref name="Claim"/> it shows; null for a case that only an import knows.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.candidate")]
public sealed record Candidate(
    [property: Id(0)] CaseId Case,
    [property: Id(1)] CaseNumber? CaseNumber,
    [property: Id(2)] ReceptionId? Reception,
    [property: Id(3)] Sealed? Claim,
    [property: Id(4)] OwnerStanding? Owner,
    [property: Id(5)] CaseStatus Status);

/// <summary>JSON of the answers that the command table keeps.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReceptionAnswer))]
[JsonSerializable(typeof(ImportOutcome))]
[JsonSerializable(typeof(ActAnswer))]
[JsonSerializable(typeof(SummonsStanding))]
[JsonSerializable(typeof(Privacy.ErasureAnswer))]
[JsonSerializable(typeof(HandsStanding))]
[JsonSerializable(typeof(InquiryAnswer))]
[JsonSerializable(typeof(Duties.DutyLogAnswer))]
[JsonSerializable(typeof(ReceptionDays.ReceptionDayStanding))]
[JsonSerializable(typeof(ReceptionDays.AppointmentStanding))]
[JsonSerializable(typeof(LeaderStanding))]
[JsonSerializable(typeof(Routings.RoutingAnswer))]
[JsonSerializable(typeof(FirstRequests.FirstRequestAnswer))]
[JsonSerializable(typeof(FirstRequests.FirstRequestImported))]
[JsonSerializable(typeof(Campaigns.CampaignAnswer))]
[JsonSerializable(typeof(Campaigns.CampaignEntryAnswer))]
[JsonSerializable(typeof(ErrandDesks.ErrandDeskAnswer))]
[JsonSerializable(typeof(ErrandDesks.ComplaintAnswer))]
[JsonSerializable(typeof(LawsuitScreenings.LawsuitScreeningAnswer))]
[JsonSerializable(typeof(OnSiteChecks.OnSiteCheckAnswer))]
public sealed partial class AnswersJson : JsonSerializerContext
{
    /// <summary>For answers that are sent as they are kept: Chinese stays readable.</summary>
    public static AnswersJson Readable { get; } = new(new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    });
}
