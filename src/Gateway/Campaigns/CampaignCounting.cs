using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>
/// The statistics of a campaign (L6, L7), of the very lines that its ledger shows. A city gathers a few thousand cases in a month, so they are counted here
/// and not in every store; a matter whose cases were joined counts once, as the line that was gathered first.
/// </summary>
internal static class CampaignCounting
{
    /// <param name="byCourt">A row for each court of a unit.</param>
    /// <param name="byUnit">A row for each unit.</param>
    public static ImmutableArray<CampaignCountView> Count(ImmutableArray<CampaignCaseLine> lines, CampaignAnswer campaign, bool byCourt, bool byUnit, DateOnly today) =>
    [
        .. lines.GroupBy(l => l.Matter).Select(g => g.MinBy(l => l.Position)!)
            .GroupBy(l => (Court: byCourt ? l.Unit.Court.Value : null, Unit: byUnit ? l.Unit.Value : null))
            .OrderBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
            .Select(g => Row(g.Key.Court, g.Key.Unit, [.. g], campaign, today)),
    ];

    public static bool IsOverdue(CampaignCaseLine line, CampaignAnswer campaign, DateOnly today) =>
        line.Progress != CampaignProgress.StruckOff && (line.LimitOn ?? campaign.LastDay) < today;

    private static CampaignCountView Row(string? court, string? unit, ImmutableArray<CampaignCaseLine> lines, CampaignAnswer campaign, DateOnly today)
    {
        long At(CampaignLevel? level) => lines.Count(l => l.Level == level);
        long In(CampaignBatch batch) => lines.Count(l => l.Batches.Any(b => b.Batch == batch && b.Day <= campaign.LastDay));
        var struck = lines.Where(l => l.Progress == CampaignProgress.StruckOff).ToArray();
        return new CampaignCountView(
            court,
            unit,
            lines.Length,
            lines.Count(l => l.IsKey),
            lines.Count(l => l is { IsKey: true, HasPlan: true }),
            At(null),
            At(CampaignLevel.PetitionStaff),
            At(CampaignLevel.HandlingJudge),
            At(CampaignLevel.Division),
            At(CampaignLevel.LeaderInCharge),
            At(CampaignLevel.President),
            lines.Sum(l => (long)l.Hearings),
            In(CampaignBatch.Reviewed),
            In(CampaignBatch.Entered),
            In(CampaignBatch.Resolved),
            In(CampaignBatch.Assisted),
            In(CampaignBatch.Terminated),
            struck.Count(l => l.StruckOn <= campaign.LastDay),
            struck.Count(l => l.StruckOn > campaign.LastDay),
            lines.Length - struck.Length,
            lines.Count(l => l.Progress == CampaignProgress.Reopened),
            lines.Count(l => IsOverdue(l, campaign, today)));
    }
}
