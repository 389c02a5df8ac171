using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Journal.Ledger;

/// <content>Campaigns (L1 to L7).</content>
public partial interface IFigures
{
    /// <summary>All campaigns, the latest first: a city has a few in a year.</summary>
    Task<ImmutableArray<CampaignLine>> CampaignsAsync();

    /// <summary>The lines of a campaign's ledger, in the order of their gathering.</summary>
    /// <param name="from">First day of the hearings that are counted (L5), as <paramref name="to"/> is the last.</param>
    /// <param name="of">Only those of this case's matter: of its own, and of those that are joined with it. Null for the whole ledger.</param>
    Task<ImmutableArray<CampaignCaseLine>> CampaignCasesAsync(CampaignId campaign, DateOnly from, DateOnly to, CaseId? of);
}
