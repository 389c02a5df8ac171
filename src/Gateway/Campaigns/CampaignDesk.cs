using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>Finds campaigns and the matters of their ledgers.</summary>
internal sealed class CampaignDesk(IGrainFactory grains, IFigureDesk ledger, IJournal journal, CaseDoor door, ICityDirectory city, RecordedActs acts)
{
    public static Problem Unknown { get; } = Problems.NotFound("没有这个集中办访月，请核对编号。");

    public static Problem UnknownCase { get; } = Problems.NotFound("该集中办访月的台账中没有这个信访事项，请核对编号。");

    public async Task<CampaignAnswer?> FindAsync(string campaignId) =>
        Guid.TryParseExact(campaignId, "D", out var guid) ? await grains.GetGrain<ICampaignGrain>(new CampaignId(guid).Value).StandingAsync() : null;

    /// <summary>The whole ledger, with the point of the journal that it is of.</summary>
    public async Task<(LedgerPoint Point, ImmutableArray<CampaignMatter> Matters)> MattersAsync(CampaignAnswer campaign, CancellationToken cancellationToken) =>
        await ledger.ReadAsync(
            async figures => (
                await figures.PointAsync(), CampaignMatter.Of(await figures.CampaignCasesAsync(campaign.CampaignId, campaign.FirstDay, campaign.LastDay, null))),
            cancellationToken);

    /// <summary>The matter that this case is of; null when it is not on the ledger.</summary>
    public async Task<CampaignMatter?> MatterAsync(CampaignAnswer campaign, CaseId @case, CancellationToken cancellationToken) =>
        CampaignMatter.Of(await ledger.ReadAsync(
            figures => figures.CampaignCasesAsync(campaign.CampaignId, campaign.FirstDay, campaign.LastDay, @case), cancellationToken)).FirstOrDefault();

    /// <summary>The case that the caller means and may see, as it goes on: one that was joined into an older one goes on as that. Null when there is none.</summary>
    public async Task<CaseStanding?> SeenAsync(Actor actor, string caseId, CancellationToken cancellationToken) =>
        await door.KnockAsync(actor, caseId, cancellationToken) is { } seen ? await GoingOnAsync(seen) : null;

    /// <summary>What a step on a matter of the ledger needs to know. The case itself says how it stands: it may have ended a moment ago.</summary>
    public async Task<CampaignScene?> SceneAsync(CampaignAnswer campaign, CampaignMatter matter, DateTimeOffset now)
    {
        if (await grains.GetGrain<ICaseGrain>(matter.First.Matter.Value).StandingAsync() is not { } standing)
            return null;
        var goesOn = await GoingOnAsync(standing);
        return SceneOf(campaign, goesOn, now) with { EndedOn = matter.First.EndedOn, Joined = matter.JoinedEntries };
    }

    /// <summary>
    /// Does a step on a matter's first entry. What else was gathered of it follows where it would show on: it leaves the ledger with the first, and the courts
    /// that work along are those named last (L4).
    /// </summary>
    public async Task<IResult> StepAsync(CampaignAnswer campaign, CampaignMatter matter, CampaignStep step, CancellationToken cancellationToken)
    {
        var followers = step switch
        {
            { Remove: not null } => matter.Joined,
            { Share: not null } => [.. matter.Joined.Where(l => !l.SharedWith.IsEmpty)],
            _ => [],
        };
        var follows = step with { Id = step.Id with { Recorded = false }, Scene = step.Scene! with { FollowsCourt = matter.First.Unit.Court } };
        // Whoever repeats a removal that was cut off still finds the first entry; a sharing that was refused has changed nothing.
        if (step.Remove is not null)
            await FollowAsync(campaign.CampaignId, followers, follows);
        var scene = step is { Share: { } share, Scene.Joined: { SharedWith.IsEmpty: false } joined }
            ? step.Scene with { Joined = joined with { SharedWith = share.Courts } }
            : step.Scene;
        var settled = await acts.SettleAsync(step.Id, () => EntryOf(campaign.CampaignId, matter.First).StepAsync(step with { Scene = scene }), cancellationToken);
        if (settled.Problem is null && step.Share is not null)
            await FollowAsync(campaign.CampaignId, followers, follows);
        return RecordedActs.Show(settled);
    }

    private async Task FollowAsync(CampaignId campaign, ImmutableArray<CampaignCaseLine> followers, CampaignStep step)
    {
        foreach (var entry in followers)
            await RecordedActs.AskAsync(() => EntryOf(campaign, entry).StepAsync(step));
    }

    private ICampaignEntryGrain EntryOf(CampaignId campaign, CampaignCaseLine entry) => grains.GetGrain<ICampaignEntryGrain>(new CampaignEntryId(campaign, entry.Case).Value);

    public CampaignScene SceneOf(CampaignAnswer campaign, CaseStanding standing, DateTimeOffset now) => new(
        campaign.FirstDay, campaign.LastDay, campaign.Courts, standing.Status, EndedOn: null, standing.Owner?.Court, Joined: null, city.Current.DayOf(now));

    /// <summary>What was recorded under all entries of a matter, in order.</summary>
    public async Task<ImmutableArray<(RecordedEvent Recorded, CampaignEntryEvent Event)>> HistoryAsync(
        CampaignId campaign, CampaignMatter matter, CancellationToken cancellationToken)
    {
        var told = new List<(RecordedEvent Recorded, CampaignEntryEvent Event)>();
        foreach (var entry in matter.Joined.Prepend(matter.First))
        {
            var stream = StreamId.Of(new CampaignEntryId(campaign, entry.Case));
            told.AddRange((await journal.ReadAsync(stream, 0, cancellationToken)).Select(e => (e, Codecs.CampaignEntry.Decode(e.Kind, e.Payload.AsSpan()))));
        }
        return [.. told.OrderBy(t => t.Recorded.Position)];
    }

    /// <summary>
    /// The matters with level and key as they stood on the last day of a campaign that is over (L7). Only what may have changed since is looked up: a key case, and
    /// what was received after that day.
    /// </summary>
    /// <param name="position">What was recorded later is not looked at.</param>
    public async Task<ImmutableArray<CampaignMatter>> OnLastDayAsync(
        CampaignAnswer campaign, ImmutableArray<CampaignMatter> matters, long position, CancellationToken cancellationToken)
    {
        var then = ImmutableArray.CreateBuilder<CampaignMatter>(matters.Length);
        foreach (var matter in matters)
        {
            var joined = new List<CampaignCaseLine>();
            foreach (var line in matter.Joined)
                joined.Add(await OnLastDayAsync(campaign, line, position, cancellationToken));
            then.Add(new CampaignMatter(await OnLastDayAsync(campaign, matter.First, position, cancellationToken), [.. joined]));
        }
        return then.DrainToImmutable();
    }

    private async Task<CampaignCaseLine> OnLastDayAsync(CampaignAnswer campaign, CampaignCaseLine line, long position, CancellationToken cancellationToken)
    {
        if (!line.IsKey && !(line.Level?.Day > campaign.LastDay))
            return line;
        var (now, key, level) = (city.Current, false, (ReachedLevel?)null);
        foreach (var recorded in await journal.ReadAsync(StreamId.Of(new CampaignEntryId(campaign.CampaignId, line.Case)), 0, cancellationToken))
        {
            if (recorded.Position > position)
                break;
            (key, level) = Codecs.CampaignEntry.Decode(recorded.Kind, recorded.Payload.AsSpan()) switch
            {
                CampaignEntryEvent.Gathered or CampaignEntryEvent.Removed => (false, null),
                CampaignEntryEvent.MadeKey when now.DayOf(recorded.At) <= campaign.LastDay => (true, level),
                CampaignEntryEvent.Received e when e.Day <= campaign.LastDay => (key, new ReachedLevel(e.Level, e.Day)),
                _ => (key, level),
            };
        }
        return line with { IsKey = key, Level = level };
    }

    /// <summary>How a campaign came to its days.</summary>
    public async Task<ImmutableArray<(RecordedEvent Recorded, CampaignEvent Event)>> HistoryAsync(CampaignId campaign, CancellationToken cancellationToken) =>
        [.. (await journal.ReadAsync(StreamId.Of(campaign), 0, cancellationToken)).Select(e => (e, Codecs.Campaign.Decode(e.Kind, e.Payload.AsSpan())))];

    private async Task<CaseStanding> GoingOnAsync(CaseStanding standing)
    {
        while (standing.JoinedInto is { } older && await grains.GetGrain<ICaseGrain>(older.Value).StandingAsync() is { } next)
            standing = next;
        return standing;
    }
}
