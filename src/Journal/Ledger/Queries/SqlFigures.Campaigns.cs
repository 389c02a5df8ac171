using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Journal.Ledger;

/// <content>Campaigns (L1 to L7).</content>
internal sealed partial class SqlFigures
{
    public Task<ImmutableArray<CampaignLine>> CampaignsAsync() => AllAsync("list_campaigns", [], CampaignReading.Campaign);

    public Task<ImmutableArray<CampaignCaseLine>> CampaignCasesAsync(CampaignId campaign, DateOnly from, DateOnly to, CaseId? of) =>
        AllAsync("list_campaign_cases", [Parameter.Id(campaign.Guid), Parameter.Day(from), Parameter.Day(to), Parameter.Id(of?.Guid)], CampaignReading.Case);
}
