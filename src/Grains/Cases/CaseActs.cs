using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>Names the person of a case that stood by itself (a letter, a call): a recorded act.</summary>
/// <param name="Person">With key: identification is by document.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.identify")]
public sealed record Identify(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] CaseId Case,
    [property: Id(4)] Person Person);

/// <summary>An <see cref="Identify"/> on its way to its case, with the petitioner's slice.</summary>
/// <param name="Notes">What whoever identifies should know of the person's other cases.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.case-identification")]
public sealed record CaseIdentification(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] PetitionerKey Petitioner,
    [property: Id(4)] Sealed Person,
    [property: Id(5)] ImmutableArray<Slice> Slices,
    [property: Id(6)] ImmutableArray<WrappedKey> Keys,
    [property: Id(7)] ImmutableArray<string> Notes);

/// <summary>The same dispute under two numbers becomes one case; the older owner stays. Asked of the case with the lower id.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.join-cases")]
public sealed record JoinCases(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] CaseId Other,
    [property: Id(4)] string Reason);

/// <summary>One side of a join: what the other side must know to decide, taken while this side's turn is held.</summary>
/// <param name="EndedOn">The day of the end that stands.</param>
/// <param name="Promised">W14: that end is a promise, and its year runs.</param>
/// <param name="Unfinished">What somebody still waits for, as refusals name it: it may not vanish with the case.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.join-side")]
public sealed record JoinSide(
    [property: Id(0)] CaseId Case,
    [property: Id(1)] int Version,
    [property: Id(2)] OwnedSide? Owner,
    [property: Id(3)] DateOnly OpenedOn,
    [property: Id(4)] ImmutableArray<PetitionerKey> Petitioners,
    [property: Id(5)] ImmutableArray<CourtId> Courts,
    [property: Id(6)] CaseId? JoinedInto,
    [property: Id(7)] DateOnly? EndedOn = null,
    [property: Id(8)] bool Promised = false,
    [property: Id(9)] DateOnly? LastReceptionOn = null,
    [property: Id(10)] string? Unfinished = null);

/// <summary>Who owns one side, and since when the line of its owners is registered: a successor is as old an owner as whom he succeeds.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.owned-side")]
public sealed record OwnedSide([property: Id(0)] Leaders.LeaderId Leader, [property: Id(1)] CourtId Court, [property: Id(2)] DateTimeOffset At);

/// <summary>How an act on a case ended.</summary>
/// <param name="Refusal">Null on success.</param>
/// <param name="Contended">Another activation was faster; ask again with the same command.</param>
/// <param name="First">Set when the same command was answered before.</param>
/// <param name="KeyReused">The key was used for another body.</param>
/// <param name="Written">Slices of other grains, which each of them takes up.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.act-outcome")]
public sealed record ActOutcome(
    [property: Id(0)] CaseId Case,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] bool Contended,
    [property: Id(3)] CommandRecord? First,
    [property: Id(4)] bool KeyReused,
    [property: Id(5)] ImmutableArray<Slice> Written) : IActOutcome
{
    /// <summary>The act that was recorded; null for those that need no id.</summary>
    [Id(6)] public ActId? Act { get; init; }

    /// <summary>The case has moved on from the version that the caller has seen.</summary>
    [Id(8)] public bool Moved { get; init; }

    /// <summary>Sentences for whoever acted.</summary>
    [Id(7)] public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The journal knew better than the grain that asked.</summary>
    internal bool MayBeOutdated => Contended || KeyReused || First is not null;

    public static ActOutcome Done(CaseId id, ImmutableArray<Slice> written) => new(id, null, false, null, false, written);

    public static ActOutcome Refused(CaseId id, Refusal refusal) => new(id, refusal, false, null, false, []);

    /// <summary>Decided on an outdated state; nothing was written.</summary>
    public static ActOutcome Beaten(CaseId id) => new(id, null, true, null, false, []);

    internal static ActOutcome Of(CaseId id, AppendResult result, ImmutableArray<Slice> written) => result switch
    {
        AppendResult.Appended => Done(id, written),
        AppendResult.Repeated repeated => new(id, null, false, repeated.First, false, []),
        AppendResult.KeyReused => new(id, null, false, null, true, []),
        _ => Beaten(id),
    };
}

/// <summary>What the command table keeps of an act.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.act-answer")]
public sealed record ActAnswer(
    [property: Id(0)] CaseId Case,
    [property: Id(1)] ActId? Act = null,
    [property: Id(2)] ImmutableArray<string> Notes = default);
