using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <content>Campaigns (L1 to L7).</content>
public partial interface IFigures
{
    /// <summary>All campaigns, the latest first: a city has a few in a year.</summary>
    Task<ImmutableArray<CampaignLine>> CampaignsAsync();

    /// <summary>Lines of a campaign's ledger, in the order of their gathering.</summary>
    Task<ImmutableArray<CampaignCaseLine>> CampaignCasesAsync(CampaignFilter filter);
}
