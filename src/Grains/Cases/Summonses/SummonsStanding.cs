using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <summary>Where a summons stands: state of the case, and what an act on it answers. Nothing personal in it.</summary>
/// <param name="Court">The reception place that calls.</param>
/// <param name="AnsweredAt">First acknowledgement, attendance or arrangement; with <paramref name="SentAt"/> the measure of W8.</param>
/// <param name="Meeting">What was arranged last, or null.</param>
/// <param name="SettledAt">Attended or met; null while it is open.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.summons-standing")]
public sealed record SummonsStanding(
    [property: Id(0)] SummonsId SummonsId,
    [property: Id(1)] CaseId CaseId,
    [property: Id(2)] LeaderId LeaderId,
    [property: Id(3)] CourtId Court,
    [property: Id(4)] SummonsStatus Status,
    [property: Id(5)] DateTimeOffset SentAt,
    [property: Id(6)] DateTimeOffset? AnsweredAt,
    [property: Id(7)] MeetingArrangement? Meeting,
    [property: Id(8)] DateTimeOffset? SettledAt,
    [property: Id(9)] DateTimeOffset? EscalatedAt)
{
    public bool IsSettled => Status is SummonsStatus.Attended or SummonsStatus.Kept;
}

/// <summary>A meeting arranged instead of coming at once.</summary>
/// <param name="At">When they will meet.</param>
/// <param name="Place">Room, address or meeting number, or null.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.meeting-arrangement")]
public sealed record MeetingArrangement([property: Id(0)] MeetingMode Mode, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string? Place);
