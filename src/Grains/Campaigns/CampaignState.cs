using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>A campaign as it stands.</summary>
/// <param name="Opened">Null before it was opened; its days are those of the last change.</param>
public sealed record CampaignState(CampaignEvent.Opened? Opened)
{
    public static CampaignState Unknown { get; } = new(Opened: null);

    public static CampaignState Evolve(CampaignState state, CampaignEvent @event) => @event switch
    {
        CampaignEvent.Opened e => new(e),
        CampaignEvent.DaysChanged e => new(state.Opened! with { FirstDay = e.FirstDay, LastDay = e.LastDay }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a campaign."),
    };
}

/// <summary>A case on a campaign's ledger as it stands.</summary>
/// <param name="Gathered">Null before it was gathered, and once it was removed.</param>
/// <param name="Judge">承办法官 now.</param>
/// <param name="Level">The highest that has received it.</param>
/// <param name="Courts">That work along (L4).</param>
public sealed record CampaignEntryState(
    CampaignEntryEvent.Gathered? Gathered, string? Judge, bool IsKey, ReachedLevel? Level, ImmutableArray<HandledBatch> Batches, ImmutableArray<CourtId> Courts, DateOnly? StruckOffOn)
{
    public static CampaignEntryState Unknown { get; } = new(null, null, IsKey: false, null, [], [], null);

    public static CampaignEntryState Evolve(CampaignEntryState state, CampaignEntryEvent @event) => @event switch
    {
        CampaignEntryEvent.Gathered e => Unknown with { Gathered = e, Judge = e.Judge },
        CampaignEntryEvent.Changed e => state with { Judge = e.Judge ?? state.Judge },
        CampaignEntryEvent.MadeKey => state with { IsKey = true },
        CampaignEntryEvent.Received e => state with { Level = new ReachedLevel(e.Level, e.Day) },
        CampaignEntryEvent.Handled e => state with { Batches = [.. state.Batches.Where(b => b.Batch != e.Batch), new HandledBatch(e.Batch, e.Day)] },
        CampaignEntryEvent.Shared e => state with { Courts = e.Courts },
        CampaignEntryEvent.StruckOff e => state with { StruckOffOn = e.Day },
        CampaignEntryEvent.Restored => state with { StruckOffOn = null },
        CampaignEntryEvent.Removed => Unknown,
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on an entry."),
    };
}

/// <summary>L6: the day on which a case came into a batch.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.handled-batch")]
public sealed record HandledBatch([property: Id(0)] CampaignBatch Batch, [property: Id(1)] DateOnly Day);
