using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Journal.Ledger;

/// <summary>J11: which receptions must have been told at once.</summary>
internal static class AlertRules
{
    /// <returns>The kind of alert it needs; null for an ordinary reception. A video reception is no visit anywhere (S4).</returns>
    public static AlertKind? WorthyOf(CaseEvent.Received received) => received switch
    {
        { Channel: Channel.Video } => null,
        { Level: Level.Capital } => AlertKind.CapitalVisit,
        { Channel: Channel.Visit, Headcount: >= Collective.Headcount } => AlertKind.CollectiveVisit,
        _ => null,
    };
}
