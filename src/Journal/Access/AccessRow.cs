using System.Collections.Immutable;

namespace PetitionMesh.Journal.Access;

/// <summary>
/// A row of the access table: who read what, when. A recorded read stands alone; look-ups of one actor are packed, many to a row.
/// </summary>
/// <param name="First">Instant of the first read of the row, UTC, whole microseconds.</param>
/// <param name="Last">Instant of the last one.</param>
/// <param name="What">What was done, such as <c>case.history</c>; look-ups are <see cref="LookUp"/>.</param>
/// <param name="Subject">What was read; empty for packed look-ups, whose cases stand in <paramref name="Packed"/>.</param>
/// <param name="Count">Number of reads in the row, at least 1.</param>
/// <param name="Packed">Empty, or the reads as <see cref="PackedLookUps"/> writes them.</param>
public sealed record AccessRow(
    DateTimeOffset First,
    DateTimeOffset Last,
    string Actor,
    string Court,
    string What,
    string Subject,
    int Count,
    ImmutableArray<byte> Packed)
{
    public const string LookUp = "look-up";
}
