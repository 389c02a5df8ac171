using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The row of a leader's absences.</summary>
internal static class LeaderProjection
{
    /// <summary>An open end, so that a later leave can overwrite an earlier one's end.</summary>
    public static readonly DateOnly Open = new(9999, 12, 31);

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, LeaderEvent @event) => changes.LeaderStandings.Add(@event switch
    {
        LeaderEvent.LongLeaveBegun e => new LeaderStandingRow(e.Leader.Value, recorded.Position, AwayFrom: e.From, AwayUntil: e.Until ?? Open),
        LeaderEvent.LongLeaveEnded e => new LeaderStandingRow(e.Leader.Value, recorded.Position, AwayUntil: e.On.AddDays(-1)),
        _ => throw new InvalidOperationException($"The ledger has no meaning for '{recorded.Kind}'."),
    });
}
