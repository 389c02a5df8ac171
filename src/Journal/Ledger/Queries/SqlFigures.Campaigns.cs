using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;

namespace PetitionMesh.Journal.Ledger;

/// <content>Campaigns (L1 to L7).</content>
internal sealed partial class SqlFigures
{
    public Task<ImmutableArray<CampaignLine>> CampaignsAsync() => AllAsync("list_campaigns", [], CampaignReading.Campaign);

    public Task<ImmutableArray<CampaignCaseLine>> CampaignCasesAsync(CampaignFilter filter) =>
        AllAsync(
            "list_campaign_cases",
            [
                Parameter.Id(filter.Campaign.Guid), Parameter.Day(filter.FirstDay), Parameter.Day(filter.LastDay),
                Parameter.Text(filter.SeenBy?.Value), Parameter.Text(filter.Court?.Value), Parameter.Text(filter.Unit?.Value),
                Parameter.Text(filter.Level is { } level ? Word<CampaignLevel>.Of(level) : null), Parameter.Text(filter.Batch is { } batch ? Word<CampaignBatch>.Of(batch) : null),
                Parameter.Int(filter.OnlyKey ? 1 : 0), Parameter.Text(filter.Progress is { } progress ? Word<CampaignProgress>.Of(progress) : null),
                Parameter.Long(filter.After), Parameter.Int(filter.Limit),
            ],
            CampaignReading.Case);
}
