using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>
/// What happened to a case on a campaign's ledger. Officials are named, petitioners never: what is personal stays in the case. <c>By</c> is the
/// name of who recorded it. Names and fields are on disk: add to them, never change them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Gathered), "campaign-entry.gathered.v1")]
[JsonDerivedType(typeof(MadeKey), "campaign-entry.made-key.v1")]
[JsonDerivedType(typeof(Received), "campaign-entry.received.v1")]
[JsonDerivedType(typeof(Handled), "campaign-entry.handled.v1")]
[JsonDerivedType(typeof(Shared), "campaign-entry.shared.v1")]
[JsonDerivedType(typeof(StruckOff), "campaign-entry.struck-off.v1")]
[JsonDerivedType(typeof(Restored), "campaign-entry.restored.v1")]
[JsonDerivedType(typeof(Changed), "campaign-entry.changed.v1")]
[JsonDerivedType(typeof(Removed), "campaign-entry.removed.v1")]
public abstract record CampaignEntryEvent
{
    /// <summary>L1. The owner is the case's own and is not named here (W3).</summary>
    /// <param name="Unit">责任单位.</param>
    /// <param name="Judge">承办法官.</param>
    /// <param name="LimitOn">Day by which it is to be done; null for the campaign's last.</param>
    /// <param name="Day">City day.</param>
    public sealed record Gathered(
        CampaignId Campaign, CaseId Case, UnitId Unit, string Judge, LeaderId? ResponsibleLeader, DateOnly? LimitOn, DateOnly Day, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>L3: a key case, with the team that handles it. Owner and plan are the case's.</summary>
    public sealed record MadeKey(CampaignId Campaign, CaseId Case, string Reason, ImmutableArray<string> Team, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>L2: received at a level.</summary>
    /// <param name="Receiver">By name.</param>
    /// <param name="Result">Recorded for good, so it names no petitioner.</param>
    public sealed record Received(
        CampaignId Campaign, CaseId Case, CampaignLevel Level, string Receiver, string? Result, DateOnly Day, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>L6; a later day takes the place of an earlier one.</summary>
    public sealed record Handled(CampaignId Campaign, CaseId Case, CampaignBatch Batch, DateOnly Day, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>L4: courts that work along and see the entry; they take the place of those named before.</summary>
    public sealed record Shared(CampaignId Campaign, CaseId Case, ImmutableArray<CourtId> Courts, string? Work, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>销号 (L2).</summary>
    public sealed record StruckOff(CampaignId Campaign, CaseId Case, DateOnly Day, string Reason, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>The strike-off is taken back.</summary>
    public sealed record Restored(CampaignId Campaign, CaseId Case, string Reason, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>Another judge, responsible leader or limit; null keeps what was.</summary>
    public sealed record Changed(
        CampaignId Campaign, CaseId Case, string? Judge, LeaderId? ResponsibleLeader, DateOnly? LimitOn, string Reason, string By, DateTimeOffset At) : CampaignEntryEvent;

    /// <summary>It has left the ledger, on which it should not have been; it may be gathered anew.</summary>
    public sealed record Removed(CampaignId Campaign, CaseId Case, string Reason, string By, DateTimeOffset At) : CampaignEntryEvent;

    private CampaignEntryEvent()
    {
    }
}
