using System.Text.Json.Serialization;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>W16: a swap between two leaders and where it stands.</summary>
/// <param name="Proposer">Has <paramref name="Mine"/> and offers it.</param>
/// <param name="Counterpart">Has <paramref name="Theirs"/> and is asked.</param>
/// <param name="Why">Chinese sentence for both leaders when it came to nothing.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.swap-standing")]
public sealed record SwapStanding(
    [property: Id(0)] SwapId Swap,
    [property: Id(1)] LeaderId Proposer,
    [property: Id(2)] LeaderId Counterpart,
    [property: Id(3)] ShiftKey Mine,
    [property: Id(4)] ShiftKey Theirs,
    [property: Id(5)] DateTimeOffset ProposedAt,
    [property: Id(6)] SwapStatus Status,
    [property: Id(7)] DateTimeOffset? SettledAt,
    [property: Id(8)] string? Why)
{
    public bool Touches(ShiftKey shift) => Mine == shift || Theirs == shift;
}

[JsonConverter(typeof(CamelCaseEnumConverter<SwapStatus>))]
public enum SwapStatus
{
    /// <summary>Waits for the other leader.</summary>
    Proposed,

    /// <summary>Both agreed and the office was told in time.</summary>
    Accepted,

    /// <summary>One of the two said no.</summary>
    Declined,

    /// <summary>One of its shifts moved before both had agreed: another swap won, leave, or the office arranged the day anew.</summary>
    Lapsed,
}
