using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>One shift and the one leader who has it.</summary>
/// <param name="LeaderCourt">The leader's own court; another than the roster's while he serves at a linked court (W17).</param>
/// <param name="From">Instant, UTC; the shift holds from here and ends just before <paramref name="To"/>.</param>
/// <param name="ByHand">Arranged by the petition office: an automatic draft leaves it alone.</param>
/// <param name="InsteadOf">W16: who had this shift before the two leaders swapped.</param>
/// <param name="Staff">W13: the petition staff on duty with him.</param>
/// <param name="Topic">S7: what a reception day is for.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.duty")]
public sealed record Duty(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] ShiftKind Kind,
    [property: Id(2)] LeaderId Leader,
    [property: Id(3)] CourtId LeaderCourt,
    [property: Id(4)] DateTimeOffset From,
    [property: Id(5)] DateTimeOffset To,
    [property: Id(6)] bool ByHand,
    [property: Id(7)] LeaderId? InsteadOf = null,
    [property: Id(8)] string? Staff = null,
    [property: Id(9)] string? Topic = null)
{
    [JsonIgnore]
    public ShiftKey Key => new(Date, Kind);

    /// <summary>Past and running shifts are history: neither swap nor leave moves them.</summary>
    public bool HasBegun(DateTimeOffset now) => From <= now;
}
