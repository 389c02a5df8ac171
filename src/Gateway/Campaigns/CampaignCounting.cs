using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>
/// The statistics of a campaign (L6, L7), of the very matters that its ledger shows. A city gathers a few thousand in a month, so they are counted here and
/// not in every store.
/// </summary>
internal static class CampaignCounting
{
    /// <param name="byCourt">A row for each court of a unit.</param>
    /// <param name="byUnit">A row for each unit.</param>
    public static ImmutableArray<CampaignCountView> Count(IEnumerable<CampaignMatter> matters, DateOnly lastDay, bool byCourt, bool byUnit, DateOnly today) =>
    [
        .. matters.GroupBy(m => (Court: byCourt ? m.First.Unit.Court.Value : null, Unit: byUnit ? m.First.Unit.Value : null))
            .OrderBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
            .Select(g => Row(g.Key.Court, g.Key.Unit, [.. g], lastDay, today)),
    ];

    private static CampaignCountView Row(string? court, string? unit, ImmutableArray<CampaignMatter> matters, DateOnly lastDay, DateOnly today)
    {
        long At(CampaignLevel? level) => matters.Count(m => m.Level?.Level == level);
        long In(CampaignBatch batch) => matters.Count(m => m.Batches.Any(b => b.Batch == batch && b.Day <= lastDay));
        return new CampaignCountView(
            court,
            unit,
            matters.Length,
            matters.Count(m => m.IsKey),
            matters.Count(m => m is { IsKey: true, First.HasPlan: true }),
            At(null),
            At(CampaignLevel.PetitionStaff),
            At(CampaignLevel.HandlingJudge),
            At(CampaignLevel.Division),
            At(CampaignLevel.LeaderInCharge),
            At(CampaignLevel.President),
            matters.Sum(m => (long)m.First.Hearings),
            In(CampaignBatch.Reviewed),
            In(CampaignBatch.Entered),
            In(CampaignBatch.Resolved),
            In(CampaignBatch.Assisted),
            In(CampaignBatch.Terminated),
            matters.Count(m => m.StruckOffOn <= lastDay),
            matters.Count(m => m.StruckOffOn > lastDay),
            matters.Count(m => m.Progress != CampaignProgress.StruckOff),
            matters.Count(m => m.Progress == CampaignProgress.Reopened),
            matters.Count(m => m.IsOverdue(lastDay, today)));
    }
}
