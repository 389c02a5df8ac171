using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>A concentrated handling month (集中办访月, L1). Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<CampaignId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.campaign-id")]
public readonly record struct CampaignId([property: Id(0)] Guid Guid) : ITextId<CampaignId>
{
    public string Value => Guid.ToString("D");

    public static CampaignId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
