using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>Opens a campaign (L7), or gives one that is open other days.</summary>
/// <param name="Courts">That take part; empty for all courts of the city.</param>
/// <param name="Reason">Of other days; null when it is opened.</param>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.set-campaign")]
public sealed record SetCampaign(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] string Title,
    [property: Id(4)] DateOnly FirstDay,
    [property: Id(5)] DateOnly LastDay,
    [property: Id(6)] ImmutableArray<CourtId> Courts,
    [property: Id(7)] string? Reason,
    [property: Id(8)] DateOnly Today)
{
    public CampaignId Campaign => new(Id.Derive("campaign"));
}

/// <summary>What an act on an entry needs to know of its campaign and case, as of a moment ago.</summary>
/// <param name="Courts">Of the campaign; empty for all courts of the city.</param>
/// <param name="Status">Of the case, or of the older one that it has been joined into.</param>
/// <param name="EndedOn">Its latest end; null before the first.</param>
/// <param name="OwnerCourt">Null while it has no owner.</param>
/// <param name="Joined">What was done under other cases that have been joined into the same matter; null where there are none.</param>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.campaign-scene")]
public sealed record CampaignScene(
    [property: Id(0)] DateOnly FirstDay,
    [property: Id(1)] DateOnly LastDay,
    [property: Id(2)] ImmutableArray<CourtId> Courts,
    [property: Id(3)] CaseStatus Status,
    [property: Id(4)] DateOnly? EndedOn,
    [property: Id(5)] CourtId? OwnerCourt,
    [property: Id(6)] JoinedEntries? Joined,
    [property: Id(7)] DateOnly Today)
{
    /// <summary>Null on the entry that was gathered first; on one that has been joined with it, the court of that first one's unit, which answers for the matter.</summary>
    [Id(8)] public CourtId? FollowsCourt { get; init; }
}

/// <summary>What the other entries of a matter say, whose cases have been joined with that of the first.</summary>
/// <param name="Level">The highest that any of them reached (L2).</param>
/// <param name="SharedWith">Courts that see the matter through them (L4).</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.joined-entries")]
public sealed record JoinedEntries(
    [property: Id(0)] ReachedLevel? Level,
    [property: Id(1)] bool IsKey,
    [property: Id(2)] ImmutableArray<HandledBatch> Batches,
    [property: Id(3)] ImmutableArray<CourtId> SharedWith)
{
    public static JoinedEntries None { get; } = new(null, IsKey: false, [], []);
}

/// <summary>L2: the level that has received a matter, and the last day that it did.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.reached-level")]
public sealed record ReachedLevel([property: Id(0)] CampaignLevel Level, [property: Id(1)] DateOnly Day);

/// <summary>An act on a case of a campaign's ledger: exactly one of the nine.</summary>
/// <param name="Scene">Null until somebody has looked; a grain is never asked without.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.campaign-step")]
public sealed record CampaignStep(
    [property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor, [property: Id(2)] DateTimeOffset Now, [property: Id(3)] CampaignScene? Scene)
{
    [Id(4)] public GatherCase? Gather { get; init; }

    [Id(5)] public MakeKey? Key { get; init; }

    [Id(6)] public ReceiveAtLevel? Receive { get; init; }

    [Id(7)] public HandleInBatch? Handle { get; init; }

    [Id(8)] public ShareEntry? Share { get; init; }

    [Id(9)] public StrikeOff? StrikeOff { get; init; }

    /// <summary>Why the strike-off is taken back.</summary>
    [Id(10)] public string? Restore { get; init; }

    [Id(11)] public ChangeEntry? Change { get; init; }

    /// <summary>Why it leaves the ledger, on which it should not have been.</summary>
    [Id(12)] public string? Remove { get; init; }
}

/// <summary>L1.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.gather-case")]
public sealed record GatherCase(
    [property: Id(0)] UnitId Unit, [property: Id(1)] string Judge, [property: Id(2)] LeaderId? ResponsibleLeader, [property: Id(3)] DateOnly? LimitOn);

/// <summary>L1: another judge, responsible leader or limit; null keeps what is.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.change-entry")]
public sealed record ChangeEntry(
    [property: Id(0)] string? Judge, [property: Id(1)] LeaderId? ResponsibleLeader, [property: Id(2)] DateOnly? LimitOn, [property: Id(3)] string Reason)
{
    /// <summary>The court of <see cref="ResponsibleLeader"/>; null where none is named.</summary>
    [Id(4)] public CourtId? LeaderCourt { get; init; }
}

/// <summary>L3.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.make-key")]
public sealed record MakeKey([property: Id(0)] string Reason, [property: Id(1)] ImmutableArray<string> Team);

/// <summary>L2.</summary>
/// <param name="Receiver">By name; null for the petition staff that records it, and for the judge of the case at the judge's level.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.receive-at-level")]
public sealed record ReceiveAtLevel(
    [property: Id(0)] CampaignLevel Level, [property: Id(1)] string? Receiver, [property: Id(2)] string? Result, [property: Id(3)] DateOnly Day);

/// <summary>L6.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.handle-in-batch")]
public sealed record HandleInBatch([property: Id(0)] CampaignBatch Batch, [property: Id(1)] DateOnly Day);

/// <summary>L4.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.share-entry")]
public sealed record ShareEntry([property: Id(0)] ImmutableArray<CourtId> Courts, [property: Id(1)] string? Work);

/// <summary>L2.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.strike-off")]
public sealed record StrikeOff([property: Id(0)] string Reason, [property: Id(1)] DateOnly Day);

/// <summary>A campaign; what opening one and changing its days answers.</summary>
/// <param name="Courts">That take part; empty for all courts of the city.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.campaign-answer")]
public sealed record CampaignAnswer(
    [property: Id(0)] CampaignId CampaignId,
    [property: Id(1)] string Title,
    [property: Id(2)] DateOnly FirstDay,
    [property: Id(3)] DateOnly LastDay,
    [property: Id(4)] ImmutableArray<CourtId> Courts);

/// <summary>A case on a campaign's ledger; what every act on it answers.</summary>
/// <param name="Key">A key case (L3).</param>
/// <param name="Level">The highest level that has received it (L2); null before the first.</param>
/// <param name="SharedWith">Courts that work along (L4).</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.campaign-entry-answer")]
public sealed record CampaignEntryAnswer(
    [property: Id(0)] CampaignId CampaignId,
    [property: Id(1)] CaseId CaseId,
    [property: Id(2)] string Unit,
    [property: Id(3)] bool Key,
    [property: Id(4)] CampaignLevel? Level,
    [property: Id(5)] ImmutableArray<CampaignBatch> Batches,
    [property: Id(6)] ImmutableArray<CourtId> SharedWith,
    [property: Id(7)] DateOnly? StruckOffOn);
