using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>
/// A matter on a campaign's ledger: the entry that was gathered first, with what was done under the cases that have been joined with it since. So nothing is
/// counted twice, and nothing that was done is lost with the join (L1, L7).
/// </summary>
/// <param name="First">Gathered first: further steps go there; unit, judge and limit are its own.</param>
/// <param name="Joined">The other entries, in the order of their gathering.</param>
internal sealed record CampaignMatter(CampaignCaseLine First, ImmutableArray<CampaignCaseLine> Joined)
{
    private IEnumerable<CampaignCaseLine> All => Joined.Prepend(First);

    public bool IsKey => All.Any(l => l.IsKey);

    public ImmutableArray<string> Team => [.. All.SelectMany(l => l.Team).Distinct()];

    /// <summary>The highest that any of them reached (L2).</summary>
    public ReachedLevel? Level => All.Select(l => l.Level).MaxBy(l => l?.Level);

    /// <summary>What the other entries say: the first does not know of it.</summary>
    public JoinedEntries? JoinedEntries => Joined.IsEmpty ? null : new(
        Joined.Select(l => l.Level).MaxBy(l => l?.Level), Joined.Any(l => l.IsKey), [.. Joined.SelectMany(l => l.Batches)], [.. Joined.SelectMany(l => l.SharedWith).Distinct()]);

    /// <summary>In the order of the five batches, each with its first day; what a return has taken back is not among them (L6, W14).</summary>
    public ImmutableArray<HandledBatch> Batches =>
    [
        .. All.SelectMany(l => l.Batches).Where(b => EntryDecider.IsInForce(b, First.Status, First.EndedOn))
            .GroupBy(b => b.Batch).Select(g => new HandledBatch(g.Key, g.Min(b => b.Day))).OrderBy(b => b.Batch),
    ];

    public ImmutableArray<CourtId> SharedWith => [.. All.SelectMany(l => l.SharedWith).Distinct()];

    public CampaignProgress Progress => First.StruckOn is null ? CampaignProgress.Open
        : EntryDecider.IsStruckOff(First.StruckOn, First.Status, First.EndedOn) ? CampaignProgress.StruckOff : CampaignProgress.Reopened;

    public DateOnly? StruckOffOn => Progress == CampaignProgress.StruckOff ? First.StruckOn : null;

    public static ImmutableArray<CampaignMatter> Of(ImmutableArray<CampaignCaseLine> lines) =>
        [.. lines.GroupBy(l => l.Matter).Select(g => new CampaignMatter(g.First(), [.. g.Skip(1)]))];

    public DateOnly Limit(DateOnly lastDay) => First.LimitOn ?? lastDay;

    public bool IsOverdue(DateOnly lastDay, DateOnly today) => Progress != CampaignProgress.StruckOff && Limit(lastDay) < today;

    /// <summary>The court of a unit or of the owner, one that works along (L4), or the supervisor's city (null).</summary>
    public bool IsSeenBy(CourtId? court) => court is not { } some || First.OwnerCourt == some || All.Any(l => l.Unit.Court == some || l.SharedWith.Contains(some));

    public bool IsOf(CaseId @case) => First.Matter == @case || All.Any(l => l.Case == @case);
}

/// <summary>Which part of a campaign's ledger is asked for; null takes all.</summary>
internal sealed record CampaignQuestion(
    CourtId? SeenBy, CourtId? Court, UnitId? Unit, CampaignLevel? Level, CampaignBatch? Batch, bool? Key, CampaignProgress? Progress)
{
    public bool Takes(CampaignMatter matter) =>
        matter.IsSeenBy(SeenBy)
        && (Court is null || matter.First.Unit.Court == Court)
        && (Unit is null || matter.First.Unit == Unit)
        && (Level is null || matter.Level?.Level == Level)
        && (Batch is null || matter.Batches.Any(b => b.Batch == Batch))
        && (Key is null || matter.IsKey == Key)
        && (Progress is null || matter.Progress == Progress);
}
