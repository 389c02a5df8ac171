using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>One case on the ledger of one campaign (L1): a stream of its own, so that no campaign's stream grows with its cases.</summary>
[JsonConverter(typeof(TextIdConverter<CampaignEntryId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.campaign-entry-id")]
public readonly record struct CampaignEntryId([property: Id(0)] CampaignId Campaign, [property: Id(1)] CaseId Case) : ITextId<CampaignEntryId>
{
    public string Value => $"{Campaign}/{Case}";

    public static CampaignEntryId Parse(string text) =>
        text.Split('/') is [var campaign, var @case]
            ? new(CampaignId.Parse(campaign), CaseId.Parse(@case))
            : throw new FormatException("An entry is named campaign/case.");

    public override string ToString() => Value;
}
