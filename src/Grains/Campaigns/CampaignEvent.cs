using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>What happened to a campaign (L7). <c>By</c> is the name of who recorded it. Names and fields are on disk: add to them, never change them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "campaign.opened.v1")]
[JsonDerivedType(typeof(DaysChanged), "campaign.days-changed.v1")]
public abstract record CampaignEvent
{
    /// <param name="Courts">That take part; empty for all courts of the city.</param>
    public sealed record Opened(CampaignId Campaign, string Title, DateOnly FirstDay, DateOnly LastDay, ImmutableArray<CourtId> Courts, string By, DateTimeOffset At) : CampaignEvent;

    public sealed record DaysChanged(CampaignId Campaign, DateOnly FirstDay, DateOnly LastDay, string Reason, string By, DateTimeOffset At) : CampaignEvent;

    private CampaignEvent()
    {
    }
}
