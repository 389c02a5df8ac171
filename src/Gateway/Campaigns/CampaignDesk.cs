using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>Finds campaigns and the cases of their ledgers.</summary>
internal sealed class CampaignDesk(IGrainFactory grains, ILedger ledger, IJournal journal, CaseDoor door, ICityDirectory city)
{
    public static Problem Unknown { get; } = Problems.NotFound("没有这个集中办访月，请核对编号。");

    public static Problem UnknownCase { get; } = Problems.NotFound("该集中办访月的台账中没有这个信访事项，请核对编号。");

    public async Task<CampaignAnswer?> FindAsync(string campaignId) =>
        Guid.TryParseExact(campaignId, "D", out var guid) ? await grains.GetGrain<ICampaignGrain>(new CampaignId(guid).Value).StandingAsync() : null;

    /// <summary>The case that the caller means and may see; one that was joined into an older one goes on as that. Null when there is none.</summary>
    public async Task<CaseId?> SeenAsync(Actor actor, string caseId, CancellationToken cancellationToken) =>
        await door.KnockAsync(actor, caseId, cancellationToken) is { } seen ? (await GoingOnAsync(seen)).Case : null;

    /// <summary>What an act on an entry needs to know; null where there is no such case.</summary>
    public async Task<CampaignScene?> SceneAsync(CampaignAnswer campaign, CaseId @case, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await ledger.FindCaseAsync(@case, cancellationToken) is null || await grains.GetGrain<ICaseGrain>(@case.Value).StandingAsync() is not { } standing)
            return null;
        var goingOn = await GoingOnAsync(standing);
        return new CampaignScene(campaign.LastDay, campaign.Courts, !goingOn.Status.IsRunning(), city.Current.DayOf(now));
    }

    /// <returns>An entry as it stands and its history; null when the case is not on that ledger.</returns>
    public async Task<(CampaignEntryState State, ImmutableArray<(RecordedEvent Recorded, CampaignEntryEvent Event)> History)?> FindEntryAsync(
        CampaignEntryId id, CancellationToken cancellationToken)
    {
        ImmutableArray<(RecordedEvent, CampaignEntryEvent Event)> history =
            [.. (await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken)).Select(e => (e, Codecs.CampaignEntry.Decode(e.Kind, e.Payload.AsSpan())))];
        return history.IsEmpty ? null : (history.Aggregate(CampaignEntryState.Unknown, (s, h) => CampaignEntryState.Evolve(s, h.Event)), history);
    }

    private async Task<CaseStanding> GoingOnAsync(CaseStanding standing)
    {
        while (standing.JoinedInto is { } older && await grains.GetGrain<ICaseGrain>(older.Value).StandingAsync() is { } next)
            standing = next;
        return standing;
    }
}
