using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Silo.Succession;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>What the weekly meeting of a petition office follows up (S1): duties that are owed on matters. Nothing of persons, no points, no ranks.</summary>
internal sealed class FollowUps
{
    /// <summary>Most limits of one list; a court's week has room for them all.</summary>
    public const int MostLimits = 5_000;

    /// <summary>Most summonses of one reception place, the latest first.</summary>
    private const int MostUnanswered = 500;

    private readonly ImmutableArray<FollowedLimit> _limits;

    private FollowUps(Ground ground, ImmutableArray<FollowUpLine> limits)
    {
        AsOf = ground.To < ground.Today ? ground.To : ground.Today;
        IsCut = limits.Length > MostLimits;
        _limits = [.. limits.Take(MostLimits).Select(l => new FollowedLimit(l, ground.From, ground.To, AsOf, ground.Today))];
    }

    /// <summary>The day by which everything is told.</summary>
    public DateOnly AsOf { get; }

    /// <summary>There are more limits than one list holds.</summary>
    public bool IsCut { get; }

    public IEnumerable<FollowedLimit> Listed => _limits.Where(l => l.WasListed);

    public IEnumerable<FollowedLimit> Carried => _limits.Where(l => l.IsCarried);

    public IEnumerable<FollowedLimit> Ahead => _limits.Where(l => l.IsAhead);

    /// <summary>W3: matters without an owner who acts.</summary>
    public ImmutableArray<OwnerlessCase> Ownerless { get; private init; }

    /// <summary>W8, at the court of the owner who was called.</summary>
    public ImmutableArray<(CourtId Court, UnansweredLine Line)> Unanswered { get; private init; }

    /// <summary>S5: key cases of a campaign without a plan, which is what fixes person, limit, measures and goal.</summary>
    public ImmutableArray<(CampaignLine Campaign, CampaignCaseLine Line)> Unplanned { get; private init; }

    public static async Task<FollowUps> ReadAsync(Ground ground)
    {
        var limits = await ground.Figures.FollowUpsAsync(ground.From, FollowedLimit.LastAhead(ground.To), ground.Court, MostLimits + 1);
        var asOf = ground.To < ground.Today ? ground.To : ground.Today;
        return new FollowUps(ground, limits)
        {
            Ownerless = [.. (await OwnerlessCases.FindAsync(ground.Figures.Vacancies, ground.City, ground.Calendar, ground.Court, asOf, default)).Where(c => c.Since <= asOf)],
            Unanswered = await UnansweredAsync(ground, asOf),
            Unplanned = await UnplannedAsync(ground, asOf),
        };
    }

    /// <summary>S8, S6: what is answered in writing and has not been, whatever its last day is.</summary>
    public IEnumerable<FollowedLimit> Awaiting(ClockKind kind) => _limits.Where(l => l.Line.Kind == kind && (l.IsOpen || l.IsPaused));

    private static async Task<ImmutableArray<(CourtId, UnansweredLine)>> UnansweredAsync(Ground ground, DateOnly asOf)
    {
        var found = ImmutableArray.CreateBuilder<(CourtId, UnansweredLine)>();
        // Any court may have called; the duty to come is of the court where the leader is.
        foreach (var place in ground.City.Document.Courts)
        {
            foreach (var line in await ground.Figures.UnansweredAsync(place.Id, MostUnanswered))
            {
                var court = ground.City.Leader(line.Leader)?.Court ?? line.Place;
                if ((ground.Court is null || court == ground.Court) && ground.City.DayOf(line.MeetingAt ?? line.SentAt) <= asOf)
                    found.Add((court, line));
            }
        }
        return [.. found.OrderBy(f => f.Item2.SentAt).ThenBy(f => f.Item2.Summons.Guid)];
    }

    private static async Task<ImmutableArray<(CampaignLine, CampaignCaseLine)>> UnplannedAsync(Ground ground, DateOnly asOf)
    {
        var found = ImmutableArray.CreateBuilder<(CampaignLine, CampaignCaseLine)>();
        foreach (var campaign in (await ground.Figures.CampaignsAsync()).Where(c => c.FirstDay <= asOf && c.LastDay >= ground.From).OrderBy(c => c.Position))
        {
            foreach (var line in await ground.Figures.CampaignCasesAsync(campaign.Campaign, campaign.FirstDay, campaign.LastDay, null))
            {
                if (line is { IsKey: true, HasPlan: false } && line.Status.IsRunning() && line.GatheredOn <= asOf && (ground.Court is null || line.Unit.Court == ground.Court))
                    found.Add((campaign, line));
            }
        }
        return found.ToImmutable();
    }
}
